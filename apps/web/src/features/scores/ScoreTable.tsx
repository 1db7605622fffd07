import { DataTable } from '../../components/DataTable.js';
import { useText } from '../../i18n/index.js';
import { sayExactDay } from '../../time/when.js';
import type { Scores } from './queries.js';
import { stepLabel } from './step-label.js';

/** What the pictures show, in words; also what was measured with another scale. */
export function ScoreTable({ scores, nameOf }: { scores: Scores; nameOf: (id: string) => string }) {
  const { scores: say, lifeDomains, time } = useText();
  const rows = scores.rounds
    .filter(({ stands }) => stands)
    .flatMap((round) => round.scores.map((score) => ({ ...score, round })))
    .toSorted((a, b) => b.round.measuredOn.localeCompare(a.round.measuredOn));
  return (
    <DataTable
      caption={say.tableCaption}
      keyOf={({ round, domain }) => `${round.id}-${domain}`}
      rows={rows}
      columns={[
        { label: say.domain, cell: ({ domain }) => lifeDomains[domain] ?? domain },
        { label: say.step, cell: ({ step, round }) => stepLabel(scores, round, step) },
        { label: say.day, cell: ({ round }) => <Measured day={sayExactDay(round.measuredOn, time)} more={`${say.views[round.view]}. ${nameOf(round.memberId ?? '')}.`} /> },
        { label: say.reason, cell: ({ reason }) => reason },
      ]}
    />
  );
}

const Measured = ({ day, more }: { day: string; more: string }) => (
  <>
    {day}
    <br />
    <span className="small quiet">{more}</span>
  </>
);
