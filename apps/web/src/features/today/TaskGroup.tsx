import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { UrgencyWord } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import type { Group, Task } from './groups.js';
import { ReminderDone } from './ReminderDone.js';

/** A quiet desk: more than this lies in the drawer until asked for. */
const ON_THE_DESK = 4;

export function TaskGroup({ group }: { group: Group }) {
  const { today } = useText();
  const id = useId();
  const [all, setAll] = useState(false);
  const rest = group.tasks.length - ON_THE_DESK;
  return (
    <section className="stack-s" aria-labelledby={id}>
      <h2 id={id}>{group.title}</h2>
      <ul className="lines">
        {(all ? group.tasks : group.tasks.slice(0, ON_THE_DESK)).map((task) => (
          <TaskLine key={task.key} task={task} />
        ))}
      </ul>
      {rest > 0 && !all && (
        <p>
          <button type="button" className="linklike" onClick={() => setAll(true)}>
            {today.showMore(rest)}
            <span className="visually-hidden">: {group.title}</span>
          </button>
        </p>
      )}
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
