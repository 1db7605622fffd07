import { useMutation, useQuery } from '@tanstack/react-query';
import { api, dataOf, ifMatch } from '../../api/client.js';
import type { Dossier, Reminder } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Fold } from '../../components/Fold.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';

export function RemindersFold({ dossier }: { dossier: Dossier }) {
  const { dossier: say } = useText();
  const mine = useQuery({
    queryKey: ['reminders'],
    queryFn: () => dataOf(api.GET('/v1/reminders', { params: { query: { limit: 100 } } })),
  });
  const cancellable = (id: string) => mine.data?.items.find((one) => one.id === id && one.allowedActions.includes('cancel'));
  return (
    <Fold title={say.reminders} count={dossier.reminders.length}>
      {dossier.reminders.length === 0 && <p className="quiet">{say.remindersEmpty}</p>}
      <ul className="lines">
        {dossier.reminders.map((reminder) => (
          <li key={reminder.id}>
            <div className="line__main">
              <span className="line__title">{reminder.title}</span>
              <Cancel reminder={cancellable(reminder.id)} />
            </div>
            {reminder.note && <p className="preserve">{reminder.note}</p>}
            <p className="small quiet">
              <When date={reminder.dueAt} />
            </p>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

/** Only one's own reminders can be crossed out. */
function Cancel({ reminder }: { reminder: Reminder | undefined }) {
  const { dossier: say } = useText();
  const announce = useAnnounce();
  const cancelling = useMutation({
    mutationFn: ({ id, version }: Reminder) => api.DELETE('/v1/reminders/{id}', { params: { path: { id }, header: ifMatch(version) } }),
    onSuccess: () => announce(say.reminderRemoved),
  });
  if (!reminder) return null;
  return (
    <button type="button" className="linklike" disabled={cancelling.isPending} onClick={() => cancelling.mutate(reminder)}>
      {say.removeReminder}
      <span className="visually-hidden">: {reminder.title}</span>
    </button>
  );
}
