import { getRouteApi, Link } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { useHasRole } from '../../api/session.js';
import type { ReferralState, ReferralSummary } from '../../api/types.js';
import { Empty } from '../../components/Empty.js';
import { FilterLinks } from '../../components/FilterLinks.js';
import { Loaded } from '../../components/Loaded.js';
import { LoadMore } from '../../components/LoadMore.js';
import { Page } from '../../components/Page.js';
import { ReferralWord, Word } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import { TakeReferralsOut } from './TakeReferralsOut.js';

const route = getRouteApi('/in/verwijzingen');
const states = ['requested', 'accepted', 'in-progress', 'completed', 'rejected'] as const satisfies readonly ReferralState[];

export function ReferralsPage() {
  const { referrals: say } = useText();
  const { status } = route.useSearch();
  const box = useHasRole('partner-worker') ? 'received' : 'sent';
  const pages = usePages(['referrals', box, status], (cursor) =>
    dataOf(api.GET('/v1/referrals', { params: { query: { box, state: status, cursor, limit: 25 } } })),
  );
  const received = box === 'received';
  return (
    <Page title={say.titleReceived} lead={received ? say.leadReceived : say.leadSent}>
      {received && <TakeReferralsOut />}
      <StateFilter />
      <Loaded query={pages}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={say.emptyTitle}>
              <p>{status ? say.emptyFilter : received ? say.emptyReceived : say.emptySent}</p>
            </Empty>
          ) : (
            <ul className="lines">
              {items.map((referral) => (
                <ReferralLine key={referral.id} referral={referral} received={received} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <LoadMore pages={pages} />
    </Page>
  );
}

function StateFilter() {
  const { referrals: say, words, common } = useText();
  return (
    <FilterLinks label={say.state}>
      <Link to="/verwijzingen" search={{}} activeOptions={{ exact: true }}>
        {common.all}
      </Link>
      {states.map((state) => (
        <Link key={state} to="/verwijzingen" search={{ status: state }} activeOptions={{ exact: true }}>
          {words.referral[state]}
        </Link>
      ))}
    </FilterLinks>
  );
}

function ReferralLine({ referral, received }: { referral: ReferralSummary; received: boolean }) {
  const { referrals: say } = useText();
  const other = received ? `${say.from} ${referral.fromOrganisation.name}` : `${say.to} ${referral.toOrganisation.name}`;
  const due =
    referral.state === 'requested'
      ? ([referral.late ? say.answerWas : say.answerBy, referral.answerBy] as const)
      : referral.state === 'accepted'
        ? ([referral.late ? say.contactWas : say.contactBy, referral.firstContactBy] as const)
        : undefined;
  return (
    <li>
      <div className="line__main">
        <Link className="line__title" to="/verwijzingen/$id" params={{ id: referral.id }}>
          {referral.householdName ? `${referral.householdName}: ${referral.question}` : referral.question}
        </Link>
        <span className="row">
          {referral.threatening && <Word tone="alarm">{say.threatening}</Word>}
          <ReferralWord state={referral.state} />
        </span>
      </div>
      <p className="small quiet">
        {other} · {referral.caseNumber}
        {due?.[1] && (
          <>
            {' '}
            · {due[0]} <When date={due[1]} late={referral.late} />
          </>
        )}
      </p>
    </li>
  );
}
