import { Link } from '@tanstack/react-router';
import type { CaseCourse } from '../../api/types.js';
import { Facts } from '../../components/Facts.js';
import { Fold } from '../../components/Fold.js';
import { useText } from '../../i18n/index.js';
import { sayExactDay } from '../../time/when.js';
import { When } from '../../time/When.js';
import { EscalationStory } from './EscalationStory.js';

export function CaseHistory({ course }: { course: CaseCourse }) {
  const { caseWords: say } = useText();
  const { escalations, closures, aftercare, household: { id } } = course;
  const running = escalations.find(({ state }) => state !== 'ended');
  const earlier = escalations.filter((one) => one !== running);
  return (
    <>
      {running && (
        <section className="stack" aria-labelledby="opgeschaald">
          <h2 id="opgeschaald">{say.escalation}</h2>
          <EscalationStory one={running} />
        </section>
      )}
      {aftercare.length > 0 && <p><Link to="/gezinnen/$id/nazorg" params={{ id }}>{say.toAftercare}</Link></p>}
      <Fold title={say.history} count={course.changes.length} open={course.changes.length <= 6}><Changes course={course} /></Fold>
      {earlier.length > 0 && <Fold title={say.escalations} count={earlier.length}>{earlier.map((one) => <EscalationStory key={one.id} one={one} />)}</Fold>}
      {closures.length > 0 && <Fold title={say.lookedBack} count={closures.length}>{closures.map((one) => <Closure key={one.period} one={one} />)}</Fold>}
    </>
  );
}

function Changes({ course: { changes } }: { course: CaseCourse }) {
  const { caseWords: say, words, time } = useText();
  if (changes.length === 0) return <p className="quiet">{say.noHistory}</p>;
  return (
    <ol className="story">
      {changes.map((one) => (
        <li key={one.id}>
          <span>{say.moved(words.household[one.from], words.household[one.to])}</span>
          {one.otherParty && <span>{say.takenOver(one.otherParty)}{one.contactOn && `, ${sayExactDay(one.contactOn, time)}`}</span>}
          {one.reason && <span className="preserve">{one.reason}</span>}
          <span className="small quiet"><When date={one.at} /> · {one.by}{one.period > 1 && ` · ${say.period(one.period)}`}</span>
        </li>
      ))}
    </ol>
  );
}

function Closure({ one }: { one: CaseCourse['closures'][number] }) {
  const { caseWords: say } = useText();
  const judgement = one.familyJudgement === null ? null : say.judgements[String(one.familyJudgement) as keyof typeof say.judgements];
  return (
    <article className="stack-s">
      <p className="quiet small">{one.closedBy}, <When date={one.closedAt} /></p>
      <Facts facts={[[say.planEvaluation, one.planEvaluation], [say.familyWords, one.familyWords], [say.judgement, judgement], [say.madeTheDifference, one.madeTheDifference], [say.agreed, one.agreed]]} />
    </article>
  );
}
