import { Button } from '../../components/amsterdam.js';
import { Problem } from '../../components/Problem.js';
import { useText } from '../../i18n/index.js';
import type { ContactFields } from './contact-form.js';
import type { DraftState } from './useSavedDraft.js';

const timeOf = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit' });

interface DraftNoticeProps {
  state: DraftState;
  mine: ContactFields;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
}

/** Calm when it goes well, plain when it does not; never in the way of typing. */
export function DraftNotice({ state, mine, onTakeTheirs, onKeepMine }: DraftNoticeProps) {
  const { contact: { draft: say } } = useText();
  if (state.is === 'elsewhere')
    return (
      <section className="note" aria-labelledby="draft-elsewhere" role="alert">
        <h3 id="draft-elsewhere">{say.elsewhereTitle}</h3>
        <p>{state.theirs.content ? say.elsewhere : say.gone}</p>
        <SideBySide theirs={state.theirs.content?.discussed} mine={mine.discussed} />
        <div className="row">
          <Button type="button" variant="secondary" onClick={onTakeTheirs}>{say.takeTheirs}</Button>
          <Button type="button" variant="secondary" onClick={onKeepMine}>{say.keepMine}</Button>
        </div>
      </section>
    );
  if (state.is === 'refused')
    return (
      <div className="stack-s">
        <p role="status">{say.refused}</p>
        <Problem error={state.error} />
      </div>
    );
  return (
    <p className={state.is === 'unreachable' ? 'note' : 'small quiet'} role="status">
      {state.is === 'saved' && say.saved(timeOf.format(state.at))}
      {state.is === 'unreachable' && say.unreachable}
    </p>
  );
}

function SideBySide({ theirs, mine }: { theirs: string | undefined; mine: string }) {
  const { contact: { draft: say } } = useText();
  return (
    <dl className="facts">
      <dt>{say.theirs}</dt>
      <dd className="preserve">{theirs || say.nothing}</dd>
      <dt>{say.mine}</dt>
      <dd className="preserve">{mine || say.nothing}</dd>
    </dl>
  );
}
