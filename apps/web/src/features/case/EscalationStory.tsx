import type { Escalation } from '../../api/types.js';
import { Facts } from '../../components/Facts.js';
import { Word } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { sayExactDay } from '../../time/when.js';
import { When } from '../../time/When.js';

export function EscalationStory({ one }: { one: Escalation }) {
  const { caseWords: say, time } = useText();
  const { overridingDecisions: decisions } = one;
  return (
    <article className="stack-s">
      <p className="row">
        <Word tone={one.late ? 'alarm' : one.state === 'open' ? 'warm' : 'plain'}>{one.late ? say.late : say.escalationStates[one.state]}</Word>
        <span className="quiet small">{say.raised(one.raisedBy)}, <When date={one.raisedAt} /></span>
      </p>
      <Facts facts={[
        [say.stuck, one.reason], [say.tried, one.tried], [say.asked, one.asked], [say.answerBy, sayExactDay(one.answerBy, time)],
        [one.answeredBy ? say.answeredBy(one.answeredBy) : say.answer, one.answer], [say.outcome, one.outcome],
      ]} />
      {decisions.map((decision) => (
        <div key={decision.id} className="stack-s">
          <h3>{say.overriding}</h3>
          <p className="quiet small">{decision.decidedBy}, <When date={decision.decidedAt} /></p>
          <Facts facts={[[say.decided, decision.decided], [say.against, decision.against], [say.refusal, decision.refusal], [say.legalRoom, decision.legalRoom]]} />
        </div>
      ))}
    </article>
  );
}
