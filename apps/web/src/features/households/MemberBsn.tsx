import { useCallback, useEffect, useRef, useState } from 'react';
import type { BsnReason, Dossier, Member } from '../../api/types.js';
import { Button } from '../../components/amsterdam.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Choice } from '../../components/Choice.js';
import { Problem } from '../../components/Problem.js';
import { useText } from '../../i18n/index.js';
import { useShownBsn } from './useShownBsn.js';

const DOTS = '•••••••••';

/** Masked until somebody asks and says why; then for a minute. Who may ask, the server says. */
export function MemberBsn({ dossier, member }: { dossier: Dossier; member: Member }) {
  const { bsn: say } = useText();
  const announce = useAnnounce();
  const [asking, setAsking] = useState(false);
  const { shown, show, hide } = useShownBsn(
    dossier.id,
    member.id,
    useCallback(() => announce(say.hidden), [announce, say]),
  );
  if (!member.hasBsn) return null;
  const mayAsk = dossier.allowedActions.includes('reveal-bsn') && !shown && !asking;
  return (
    <div className="stack-s">
      <p className="small row">
        <span>
          {say.label} <BsnText bsn={shown?.bsn} />
        </span>
        {mayAsk && (
          <Button variant="tertiary" aria-label={say.showOf(member.name)} onClick={() => setAsking(true)}>
            {say.show}
          </Button>
        )}
        {shown && (
          <Button variant="tertiary" autoFocus onClick={hide}>
            {say.hide}
          </Button>
        )}
      </p>
      {shown && <p className="small quiet">{say.hidesAfter(shown.hideAfterSeconds)}</p>}
      {asking && <WhyForm show={show} close={() => setAsking(false)} />}
    </div>
  );
}

function BsnText({ bsn }: { bsn: string | undefined }) {
  const { bsn: say } = useText();
  return (
    <span aria-live="polite">
      {bsn ?? (
        <>
          <span aria-hidden="true">{DOTS}</span>
          <span className="visually-hidden">{say.masked}</span>
        </>
      )}
    </span>
  );
}

function WhyForm({ show, close }: { show: (reason: BsnReason) => Promise<void>; close: () => void }) {
  const { bsn: say, common } = useText();
  const [reason, setReason] = useState<BsnReason>('identification');
  const [problem, setProblem] = useState<unknown>();
  // The button that opened this is gone: without a new place the keyboard would start at the top again.
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const ask = () => void show(reason).then(close, setProblem);
  return (
    <div ref={box} tabIndex={-1} className="sheet stack-s">
      <Choice
        label={say.why}
        value={reason}
        options={Object.entries(say.reasons)}
        onChange={(value) => setReason(value as BsnReason)}
      />
      <p className="small quiet">{say.noted}</p>
      {problem !== undefined && <Problem error={problem} />}
      <div className="row">
        <Button onClick={ask}>{say.confirm}</Button>
        <Button variant="secondary" onClick={close}>
          {common.cancel}
        </Button>
      </div>
    </div>
  );
}
