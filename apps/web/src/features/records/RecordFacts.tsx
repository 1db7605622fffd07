import type { ReactNode } from 'react';
import type { AgreedBy, Dossier } from '../../api/types.js';
import { Facts } from '../../components/Facts.js';
import { Word } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';

interface RecordFactsProps {
  household: Dossier;
  heading: string;
  record: {
    state: string;
    validFrom: string;
    validUntil?: string;
    agreedBy: readonly { memberId?: string | null; name?: string | null; capacity: AgreedBy['capacity'] }[];
    reviewDueOn: string | null;
    reviewReason: string | null;
  };
  more?: readonly (readonly [string, ReactNode])[];
  children?: ReactNode;
}

/** What every record shows: what it is, since, until, who agreed, the next step. */
export function RecordFacts({ household, heading, record, more = [], children }: RecordFactsProps) {
  const { records: say, words } = useText();
  const { state, validFrom, validUntil, agreedBy, reviewDueOn, reviewReason } = record;
  const nameOf = (memberId?: string | null, name?: string | null) => household.members.find(({ id }) => id === memberId)?.name ?? name ?? '';
  const yes = agreedBy.map(({ memberId, name, capacity }) => (capacity === 'self' ? nameOf(memberId, name) : `${nameOf(memberId, name)} (${say.capacities[capacity].toLowerCase()})`)).join(', ');
  const live = state === 'active' || state === 'proposed';
  return (
    <div className="stack-s">
      <div className="line__main">
        <span className="line__title">{heading}</span>
        {reviewDueOn && live ? <Word tone="warm">{say.review}</Word> : <Word tone={state === 'active' ? 'open' : 'plain'}>{words.basisState[state as keyof typeof words.basisState]}</Word>}
      </div>
      {live && reviewReason && <p>{say.reviews[reviewReason] ?? say.step.review}</p>}
      <Facts
        facts={[
          ...more,
          [say.since, <When key="since" date={validFrom} />],
          [say.until, validUntil && <When key="until" date={validUntil} />],
          [say.agreedBy, yes],
          [say.nextStep, live ? (reviewDueOn ? say.step.review : say.step.later) : null],
        ]}
      />
      {children}
    </div>
  );
}
