import { UrgencyWord } from '../../components/Word.js';
import { PrimaryLink } from '../../components/links.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import type { Task } from './groups.js';
import { ReminderDone } from './ReminderDone.js';

export function FirstTask({ task, about }: { task: Task; about: string }) {
  const { today } = useText();
  return (
    <section className="next" aria-labelledby="start">
      <h2 id="start" className="next__label small">
        {today.start}: {about.charAt(0).toLowerCase() + about.slice(1)}
      </h2>
      <p className="next__text row">
        {task.title}
        {task.urgency && <UrgencyWord urgency={task.urgency} />}
      </p>
      <p className="next__who">
        {task.detail} {task.date && <When date={task.date} late={task.late} />}
      </p>
      <div className="row next__do">
        <PrimaryLink to={task.link as '/'}>
          {today.view}
          <span className="visually-hidden">: {task.title}</span>
        </PrimaryLink>
        {task.reminder && <ReminderDone reminder={task.reminder} title={task.title} />}
      </div>
    </section>
  );
}
