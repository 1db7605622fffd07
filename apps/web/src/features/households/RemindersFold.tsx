import { useMutation } from '@tanstack/react-query';
import { api } from '../../api/client.js';
import type { Dossier, Reminder } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Fold } from '../../components/Fold.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';

export function RemindersFold({ dossier }: { dossier: Dossier }) {
  const { dossier: say } = useText();
  const waiting = dossier.reminders.filter(({ state }) => state !== 'cancelled');
  return (
    <Fold title={say.reminders} count={waiting.length}>
      {waiting.length === 0 && <p className="quiet">{say.remindersEmpty}</p>}
      <ul className="lines">
        {waiting.map((reminder) => (
          <ReminderLine key={reminder.id} reminder={reminder} />
        ))}
      </ul>
    </Fold>
  );
}

function ReminderLine({ reminder }: { reminder: Reminder }) {
  const { dossier: say } = useText();
  const announce = useAnnounce();
  const removing = useMutation({
    mutationFn: () => api.DELETE('/v1/reminders/{id}', { params: { path: { id: reminder.id } } }),
    onSuccess: () => announce(say.reminderRemoved),
  });
  return (
    <li>
      <div className="line__main">
        <span className="line__title">{reminder.title}</span>
        {reminder.origin === 'person' && (
          <button type="button" className="linklike" disabled={removing.isPending} onClick={() => removing.mutate()}>
            {say.removeReminder}
            <span className="visually-hidden">: {reminder.title}</span>
          </button>
        )}
      </div>
      {reminder.note && <p className="preserve">{reminder.note}</p>}
      <p className="small quiet">
        <When date={reminder.dueAt} />
      </p>
    </li>
  );
}
