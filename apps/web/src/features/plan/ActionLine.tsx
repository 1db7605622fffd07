import { Link } from '@tanstack/react-router';
import type { PlanAction } from '../../api/types.js';
import { Word } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import { TickOff } from './TickOff.js';

/** Who does what by when, and the one click that says it is done. */
export function ActionLine({ id, action, edits }: { id: string; action: PlanAction; edits: boolean }) {
  const { plan: say } = useText();
  const open = action.state === 'open';
  const more = [say.origin[action.origin], action.stateReason && say.because(action.stateReason)].filter(Boolean);
  return (
    <li>
      <div className="line__main">
        <span className="line__title">{action.what}</span>
        {action.late ? <Word tone="alarm">{say.late}</Word> : !open && <Word>{say.actionState[action.state]}</Word>}
      </div>
      <span className="quiet">
        {action.owner}
        {open && (
          <>
            , {action.late ? say.wasDue : say.ready} <When date={action.dueOn} late={action.late} />
          </>
        )}
      </span>
      {more.length > 0 && <span className="small quiet">{more.join(' ')}</span>}
      {action.leansOnNothing && (
        <p className="note">
          <strong>{say.leans}</strong> {action.leansOnNothing}
        </p>
      )}
      <div className="row no-print">
        <TickOff id={id} action={action} />
        {edits && open && (
          <Link to="/gezinnen/$id/plan/actie/$actionId" params={{ id, actionId: action.id }}>
            {say.edit}
            <span className="visually-hidden">: {action.what}</span>
          </Link>
        )}
      </div>
    </li>
  );
}
