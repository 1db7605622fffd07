import { Link } from '@tanstack/react-router';
import { useHasRole } from '../../api/session.js';
import type { FundRequest } from '../../api/types.js';
import { Facts } from '../../components/Facts.js';
import { writeEuro } from '../../components/money.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';

export function RequestFacts({ request }: { request: FundRequest }) {
  const { fund: say, words } = useText();
  const { household, fund } = request;
  return (
    <Facts
      facts={[
        [say.amount, <strong key="amount">{writeEuro(request.amountCents)}</strong>],
        [say.domain, words.fundDomain[request.domain]],
        [say.purpose, request.purpose],
        [say.whyNoScheme, request.whyNoScheme],
        [
          say.household,
          household && (
            <HouseholdName key="household" household={household} />
          ),
        ],
        [say.fund, fund.name],
        [say.availableNow, typeof fund.availableCents === 'number' && writeEuro(fund.availableCents)],
        [say.askedFor, request.missing],
        [say.remedy, request.remedyUntil && <When key="remedy" date={request.remedyUntil} />],
        [say.supplements, request.supplements.map(({ note }) => note).join('\n')],
        [say.meeting, request.meetingOn && <When key="meeting" date={request.meetingOn} />],
        [say.submittedOn, request.submittedOn && <When key="submitted" date={request.submittedOn} />],
      ]}
    />
  );
}

/** Who decides knows whose request it is; the dossier itself is for who helps the family. */
function HouseholdName({ household }: { household: NonNullable<FundRequest['household']> }) {
  const { id, name } = household;
  if (!useHasRole('regisseur')) return name;
  return (
    <Link to="/gezinnen/$id" params={{ id }}>
      {name}
    </Link>
  );
}

export function AdviceList({ advice }: { advice: FundRequest['advice'] }) {
  const { fund: say } = useText();
  if (advice.length === 0) return <p className="quiet">{say.noAdvice}</p>;
  return (
    <ul className="lines">
      {advice.map((one) => (
        <li key={one.by + one.at}>
          <div className="line__main">
            <span className="line__title">
              {say.advices[one.advice]}, {writeEuro(one.amountCents)}
            </span>
            <span className="small quiet">
              {one.by}, <When date={one.at} />
            </span>
          </div>
          <p className="preserve">{one.reasons}</p>
        </li>
      ))}
    </ul>
  );
}

export function DecisionText({ decision }: { decision: NonNullable<FundRequest['decision']> }) {
  const { fund: say, words } = useText();
  return (
    <section className="sheet" aria-labelledby="decision">
      <h2 id="decision">
        {say.decision}: {words.fund[decision.outcome].toLowerCase()}
      </h2>
      <Facts
        facts={[
          [say.amount, writeEuro(decision.amountCents)],
          [say.reasons, decision.reasons],
          [say.departure, decision.departureReasons],
          [
            say.decidedBy,
            <span key="by">
              {decision.decidedBy}, <When date={decision.at} />
            </span>,
          ],
        ]}
      />
    </section>
  );
}
