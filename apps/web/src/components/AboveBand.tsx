import { useText } from '../i18n/index.js';
import { type Bound, LongTextField } from './form/index.js';

interface AboveBandProps {
  person: { name: string; caseload: number; coming: number; bandMax: number };
  mayOverride: boolean;
  question: Bound<string>;
}

/** One family more is above what the team agreed: the team lead says why it can be, others choose somebody else. */
export function AboveBand({ person: { name, caseload, coming, bandMax }, mayOverride, question }: AboveBandProps) {
  const { caseload: say } = useText();
  return (
    <div className="stack">
      <div className="note" role="status">
        <p>
          <strong>{say.aboveTitle}</strong>
        </p>
        <p>{say.above(name, caseload + coming + 1, bandMax)}</p>
        {!mayOverride && <p>{say.askLead}</p>}
      </div>
      {mayOverride && <LongTextField rows={2} label={say.why} hint={say.whyHint} {...question} />}
    </div>
  );
}
