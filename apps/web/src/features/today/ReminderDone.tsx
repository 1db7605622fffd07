import { useMutation } from '@tanstack/react-query';
import { api, ifMatch } from '../../api/client.js';
import { useAnnounce } from '../../components/Announcer.js';
import { useText } from '../../i18n/index.js';
import type { Task } from './groups.js';

export function ReminderDone({ reminder, title }: { reminder: NonNullable<Task['reminder']>; title: string }) {
  const { today } = useText();
  const announce = useAnnounce();
  const finishing = useMutation({
    mutationFn: () =>
      api.POST('/v1/reminders/{id}/completion', { params: { path: { id: reminder.id }, header: ifMatch(reminder.version) } }),
    onSuccess: () => announce(today.reminderCleared),
  });
  return (
    <button type="button" className="linklike" disabled={finishing.isPending} onClick={() => finishing.mutate()}>
      {today.reminderDone}
      <span className="visually-hidden">: {title}</span>
    </button>
  );
}
