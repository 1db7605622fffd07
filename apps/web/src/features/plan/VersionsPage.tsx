import { getRouteApi, Link } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import type { PlanVersion } from '../../api/types.js';
import { Empty } from '../../components/Empty.js';
import { Facts } from '../../components/Facts.js';
import { Fold } from '../../components/Fold.js';
import { Loaded } from '../../components/Loaded.js';
import { LoadMore } from '../../components/LoadMore.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { sayExactDay } from '../../time/when.js';

const route = getRouteApi('/in/gezinnen/$id/plan/versies');

/** What the family said yes to, each time, and what changed in between. */
export function VersionsPage() {
  const { plan: say } = useText();
  const { id } = route.useParams();
  const pages = usePages(['household', id, 'plan-versions'], (cursor) => dataOf(api.GET('/v1/households/{id}/plan-versions', { params: { path: { id }, query: { cursor, limit: 10 } } })));
  return (
    <Page title={say.versions.title} back={<Link to="/gezinnen/$id/plan" params={{ id }}>{`← ${say.back}`}</Link>}>
      <Loaded query={pages}>
        {({ items }) => (items.length === 0 ? <Empty title={say.versions.none} /> : items.map((version) => <Version key={version.number} version={version} />))}
      </Loaded>
      <LoadMore pages={pages} />
    </Page>
  );
}

function Version({ version }: { version: PlanVersion }) {
  const { plan: { versions: say, agreement }, time } = useText();
  const { number, agreedOn, agreedBy, how, reservations, recordedBy, changes, snapshot } = version;
  return (
    <section className="sheet" aria-labelledby={`versie-${number}`}>
      <h2 id={`versie-${number}`}>
        {say.version(number)} <span className="quiet">{sayExactDay(agreedOn, time)}</span>
      </h2>
      <Facts facts={[[agreement.by, agreedBy.join('\n')], [agreement.howAsk, agreement.how[how]], [agreement.said, reservations], [agreement.recorded, recordedBy]]} />
      <h3>{say.changes}</h3>
      {changes.length > 0 ? <ul className="bulleted">{changes.map((change) => <li key={change}>{change}</li>)}</ul> : <p className="quiet">{number === 1 ? say.first : say.same}</p>}
      <Fold title={say.whole}>
        <Snapshot snapshot={snapshot} />
      </Fold>
    </section>
  );
}

function Snapshot({ snapshot: { goals, actions } }: { snapshot: PlanVersion['snapshot'] }) {
  const { plan: say, lifeDomains, time } = useText();
  const of = (goalId: string | null) => actions.filter((action) => action.goalId === goalId);
  const list = (goalId: string | null) => (
    <ul className="bulleted">
      {of(goalId).map(({ id, what, owner, dueOn, state }) => (
        <li key={id}>
          {what} ({owner}, {say.before} {sayExactDay(dueOn, time)}; {say.actionState[state].toLowerCase()})
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {goals.map(({ id, words, lifeDomain, why, state }) => (
        <div key={id} className="stack-s">
          <h3>
            {words} <span className="quiet">({lifeDomains[lifeDomain]}; {say.goalState[state].toLowerCase()})</span>
          </h3>
          {why && <p className="quiet">{say.why} {why}</p>}
          {list(id)}
        </div>
      ))}
      {of(null).length > 0 && (
        <div className="stack-s">
          <h3>{say.loose}</h3>
          {list(null)}
        </div>
      )}
    </>
  );
}
