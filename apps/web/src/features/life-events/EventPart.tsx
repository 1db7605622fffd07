import { Link } from '@tanstack/react-router';
import { SecondaryLink } from '../../components/links.js';
import { Word } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import { today } from '../../time/now.js';
import type { LifeEvent } from './queries.js';

interface EventPartProps {
  familyId: string;
  event: LifeEvent;
}

/** One event: what it is, what is done of it, and what one can do. */
export function EventPart({ familyId, event }: EventPartProps) {
  const { lifeEvents: say } = useText();
  const { id, kind, memberName, on, note, state, withdrawalReason } = event;
  const heading = say.heading(say.kinds[kind], memberName);
  return (
    <section className="sheet" aria-labelledby={`gebeurtenis-${id}`}>
      <div className="line__main">
        <h2 id={`gebeurtenis-${id}`}>{heading}</h2>
        <Word tone={state === 'proposed' ? 'warm' : 'plain'}>{say.states[state]}</Word>
      </div>
      <p className="quiet">
        <When date={on} />
      </p>
      {note && <p className="preserve">{note}</p>}
      {withdrawalReason && <p className="preserve">{say.withdrawnBecause(withdrawalReason)}</p>}
      {state === 'proposed' && <p>{say.proposedWhy}</p>}
      {kind === 'death' && state === 'running' && <AfterDeath familyId={familyId} event={event} />}
      {event.actions.length > 0 && <Actions event={event} />}
      <p className="row no-print">
        {event.allowedActions.includes('start') && (
          <SecondaryLink to="/gezinnen/$id/gebeurtenissen/nieuw" params={{ id: familyId }} search={{ voorstel: id }}>
            {say.look}
          </SecondaryLink>
        )}
        {(['correct', 'withdraw'] as const).map((action) => event.allowedActions.includes(action) && (
          <Link key={action} to="/gezinnen/$id/gebeurtenissen/$eventId" params={{ id: familyId, eventId: id }} search={{ doe: action === 'correct' ? 'verbeteren' : 'intrekken' }}>
            {action === 'withdraw' && state === 'proposed' ? say.dismiss : say[action]}
            <span className="visually-hidden">: {heading}</span>
          </Link>
        ))}
      </p>
    </section>
  );
}

function AfterDeath({ familyId, event: { memberName, recordsToEnd } }: EventPartProps) {
  const { lifeEvents: say } = useText();
  return (
    <>
      {memberName && <p>{say.died(memberName)}</p>}
      {recordsToEnd > 0 && (
        <p>
          {say.records(recordsToEnd)}{' '}
          <Link to="/gezinnen/$id/toestemming" params={{ id: familyId }}>
            {say.recordsLink}
          </Link>
        </p>
      )}
    </>
  );
}

function Actions({ event: { actions, state } }: { event: LifeEvent }) {
  const { lifeEvents: say } = useText();
  const kept = actions.filter((action) => action.state !== 'dropped');
  return (
    <>
      {state === 'running' && <p>{say.progress(kept.filter((action) => action.state === 'done').length, kept.length)}</p>}
      <ul className="lines" aria-label={say.actions}>
        {actions.map(({ id, what, dueOn, state: standing, owner }) => (
          <li key={id}>
            <div className="line__main">
              <span>{what}</span>
              <Word tone={standing === 'done' ? 'open' : 'plain'}>{say.actionStates[standing]}</Word>
            </div>
            <span className="small quiet">
              {owner}
              {standing === 'open' && (
                <>
                  {' · '}
                  <When date={dueOn} late={dueOn < today()} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
