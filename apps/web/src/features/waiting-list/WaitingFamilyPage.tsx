import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import type { WaitingDetail } from '../../api/types.js';
import { Facts } from '../../components/Facts.js';
import { Fold } from '../../components/Fold.js';
import { PrimaryLink } from '../../components/links.js';
import { LoadedPage } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { UrgencyWord } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import { CallForm } from './CallForm.js';
import { Calls } from './Calls.js';
import { UrgencyForm } from './UrgencyForm.js';
import { LastCalled, Waits } from './WaitingTable.js';

const route = getRouteApi('/in/wachtlijst/$id');

export function WaitingFamilyPage() {
  const { id } = route.useParams();
  const query = useQuery({ queryKey: ['waiting', id], queryFn: () => dataOf(api.GET('/v1/households/{id}/waiting', { params: { path: { id } } })) });
  return <LoadedPage query={query}>{(family) => <Family family={family} />}</LoadedPage>;
}

function Family({ family }: { family: WaitingDetail }) {
  const { waiting, waitingList, common } = useText();
  const { household, allowedActions } = family;
  return (
    <Page
      title={household.name}
      tabTitle={waiting.familyTab}
      lead={household.caseNumber}
      back={<Link to="/wachtlijst">{`← ${common.back}: ${waitingList.title}`}</Link>}
      action={allowedActions.includes('propose-regisseur') && <PrimaryLink to="/wachtlijst/$id/regisseur" params={{ id: household.id }}>{waitingList.propose}</PrimaryLink>}
    >
      <section className="next" aria-labelledby="waarom">
        <h2 id="waarom" className="next__label">
          {waiting.why}
        </h2>
        <p className="next__text">{family.why}</p>
        <p className="small">{waiting.whyMore}</p>
      </section>
      <Facts
        facts={[
          [waitingList.urgency, <UrgencyWord key="u" urgency={family.urgency} />],
          [waiting.urgencyReason, family.urgencyReason],
          [waiting.since, <When key="s" date={family.waitingSince} />],
          [waiting.waits, <Waits key="w" row={family} />],
          [waiting.lastCalled, <LastCalled key="l" row={family} />],
        ]}
      />
      <p>
        <Link to="/gezinnen/$id" params={{ id: household.id }}>
          {waiting.toDossier}
        </Link>
      </p>
      <Calls family={family} />
      <div className="folds">
        {allowedActions.includes('note-call') && (
          <Fold title={waiting.callTitle} open>
            <CallForm id={household.id} />
          </Fold>
        )}
        {allowedActions.includes('change-urgency') && (
          <Fold title={waiting.urgencyTitle}>
            <UrgencyForm family={family} />
          </Fold>
        )}
        {family.urgencyHistory.length > 0 && (
          <Fold title={waiting.history} count={family.urgencyHistory.length}>
            <History history={family.urgencyHistory} />
          </Fold>
        )}
      </div>
    </Page>
  );
}

function History({ history }: { history: WaitingDetail['urgencyHistory'] }) {
  const { waiting, words } = useText();
  return (
    <ul className="lines">
      {history.map(({ at, by, from, to, reason }) => (
        <li key={at}>
          <span className="line__title">{waiting.changed(words.urgency[from], words.urgency[to])}</span>
          <p>{reason}</p>
          <p className="small quiet">
            <When date={at} /> {waiting.by(by)}
          </p>
        </li>
      ))}
    </ul>
  );
}
