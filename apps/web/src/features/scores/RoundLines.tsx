import { Link } from '@tanstack/react-router';
import { Word } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { sayExactDay } from '../../time/when.js';
import type { Round, Scores } from './queries.js';
import { stepLabel } from './step-label.js';

/** Every measurement as it was written down; what was corrected stays to be read. */
export function RoundLines({ scores, nameOf }: { scores: Scores; nameOf: (id: string) => string }) {
  return (
    <ul className="lines">
      {scores.rounds.map((round) => (
        <li key={round.id}>
          <RoundLine scores={scores} round={round} about={nameOf(round.memberId ?? '')} />
        </li>
      ))}
    </ul>
  );
}

function RoundLine({ scores, round, about }: { scores: Scores; round: Round; about: string }) {
  const { scores: say, lifeDomains, time } = useText();
  const heading = `${say.moments[round.moment]}, ${sayExactDay(round.measuredOn, time)}`;
  return (
    <>
      <div className="line__main">
        <h3 className="line__title">{heading}</h3>
        {!round.stands && <Word>{say.corrected}</Word>}
      </div>
      <p className="quiet small">
        {about} · {say.views[round.view]} · {say.recordedBy(round.recordedBy)}
      </p>
      {round.correctionReason && <p className="preserve">{say.correctedBecause(round.correctionReason)}</p>}
      <ul className="bulleted">
        {round.scores.map(({ domain, step, reason }) => (
          <li key={domain}>
            {lifeDomains[domain]}: {stepLabel(scores, round, step)}. <span className="quiet">{reason}</span>
          </li>
        ))}
      </ul>
      {round.allowedActions.includes('correct') && (
        <p className="no-print">
          <Link to="/gezinnen/$id/leefgebieden/meting" params={{ id: scores.household.id }} search={{ verbetert: round.id }}>
            {say.correct}
            <span className="visually-hidden">: {heading}</span>
          </Link>
        </p>
      )}
    </>
  );
}
