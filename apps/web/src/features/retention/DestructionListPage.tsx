import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import { Facts } from '../../components/Facts.js';
import { LoadedPage } from '../../components/Loaded.js';
import { NextStep } from '../../components/NextStep.js';
import { Page } from '../../components/Page.js';
import { useText, type Messages } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import { DestructionItems } from './DestructionItems.js';
import { ListActions } from './ListActions.js';
import type { DestructionList } from './types.js';

const route = getRouteApi('/in/privacy/vernietiging/$id');
const LOOK_AGAIN_MS = 2_000;
const isRunning = (list: DestructionList | undefined): boolean => list?.state === 'approved' || (list?.state === 'carrying-out' && list.toDestroy > 0);

export function DestructionListPage() {
  const { id } = route.useParams();
  const query = useQuery({
    queryKey: ['destruction-list', id],
    queryFn: () => dataOf(api.GET('/v1/destruction-lists/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (isRunning(state.data) ? LOOK_AGAIN_MS : false),
  });
  return <LoadedPage query={query}>{(list) => <OneList list={list} />}</LoadedPage>;
}

function OneList({ list }: { list: DestructionList }) {
  const { retention } = useText();
  const say = retention.list;
  return (
    <Page wide title={retention.lists.list(list.number)} lead={retention.lists.states[list.state]} back={<Link to="/privacy/vernietiging">{`← ${say.back}`}</Link>}>
      <NextStep step={stepOf(list, say)}>
        {isRunning(list) && <Progress list={list} />}
        <ListActions list={list} />
      </NextStep>
      {list.state === 'done' && <Declaration list={list} />}
      <DestructionItems list={list} />
      <ListFacts list={list} />
    </Page>
  );
}

/** What is next, and whose turn it is. */
function stepOf(list: DestructionList, { next, who }: Messages['retention']['list']): { text: string; who: string } {
  if (list.state === 'proposed') return list.whyNotApprove ? { text: next.notYou, who: who.other } : { text: next.proposed, who: who.you };
  if (list.state === 'carrying-out' && list.failed > 0 && list.toDestroy === 0) return { text: next.failed, who: who.you };
  return { text: next[list.state], who: list.state === 'done' ? who.you : list.state === 'withdrawn' ? who.nobody : who.naast };
}

function Progress({ list }: { list: DestructionList }) {
  const say = useText().retention.list;
  const done = list.total - list.toDestroy;
  return (
    <p role="status">
      <progress value={done} max={list.total} aria-label={say.progress(done, list.total)} /> {say.progress(done, list.total)}
    </p>
  );
}

function Declaration({ list: { id } }: { list: DestructionList }) {
  const say = useText().retention.list;
  return (
    <section className="stack" aria-labelledby="declaration">
      <h2 id="declaration">{say.declaration}</h2>
      <p>{say.declarationText}</p>
      <p className="row">
        <a className="button" href={`/v1/destruction-lists/${id}/declaration.pdf`} download>
          {say.pdf}
        </a>
        <a className="button" href={`/v1/destruction-lists/${id}/declaration.csv`} download>
          {say.csv}
        </a>
      </p>
    </section>
  );
}

function ListFacts({ list }: { list: DestructionList }) {
  const { lists, list: say } = useText().retention;
  const at = (date: string | null, by?: { name: string } | null) => date && <><When date={date} />{by && ` ${lists.by(by.name)}`}</>;
  return (
    <Facts
      facts={[
        [say.facts.made, <span key="made"><When date={list.madeAt} /> {list.madeBy ? lists.by(list.madeBy.name) : lists.byCalendar}</span>],
        [say.facts.approved, at(list.approvedAt, list.approvedBy)],
        [say.facts.done, at(list.doneAt)],
        [say.facts.withdrawn, at(list.withdrawnAt)],
        [say.facts.why, list.withdrawalReason],
        [say.facts.toDestroy, String(list.toDestroy)],
        [say.facts.kept, String(list.kept)],
        [say.facts.destroyed, String(list.destroyed)],
        [say.facts.failed, list.failed > 0 && String(list.failed)],
      ]}
    />
  );
}
