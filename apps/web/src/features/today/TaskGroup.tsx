import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { api, ifMatch } from '../../api/client.js';
import { useAnnounce } from '../../components/Announcer.js';
import { UrgencyWord } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import type { Group, Task } from './groups.js';

export function TaskGroup({ group }: { group: Group }) {
  const id = useId();
  return (
    <section className="stack-s" aria-labelledby={id}>
      <h2 id={id}>{group.title}</h2>
      <ul className="lines">
        {group.tasks.map((task) => (
          <TaskLine key={task.key} task={task} />
        ))}
      </ul>
    </section>
  );
}

function TaskLine({ task }: { task: Task }) {
  return (
    <li>
      <div className="line__main">
        <Link className="line__title" to={task.link as '/'}>
          {task.title}
        </Link>
        {task.urgency && <UrgencyWord urgency={task.urgency} />}
        {task.reminder && <ReminderDone reminder={task.reminder} title={task.title} />}
      </div>
      <p className="quiet small">
        {task.detail} {task.date && <When date={task.date} late={task.late} />}
      </p>
    </li>
  );
}

export function ReminderDone({ reminder, title }: { reminder: { id: string; version: number }; title: string }) {
  const { today } = useText();
  const announce = useAnnounce();
  const clearing = useMutation({
    mutationFn: () =>
      api.POST('/v1/reminders/{id}/completion', { params: { path: { id: reminder.id }, header: ifMatch(reminder.version) } }),
    onSuccess: () => announce(today.reminderCleared),
  });
  return (
    <button type="button" className="linklike" disabled={clearing.isPending} onClick={() => clearing.mutate()}>
      {today.reminderDone}
      <span className="visually-hidden">: {title}</span>
    </button>
  );
}
