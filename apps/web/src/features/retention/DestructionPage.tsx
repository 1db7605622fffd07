import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import { usePages } from '../../api/pages.js';
import { Button } from '../../components/amsterdam.js';
import { useAnnounce } from '../../components/Announcer.js';
import { DataTable, type Column } from '../../components/DataTable.js';
import { Empty } from '../../components/Empty.js';
import { Loaded } from '../../components/Loaded.js';
import { LoadMore } from '../../components/LoadMore.js';
import { Page } from '../../components/Page.js';
import { Problem } from '../../components/Problem.js';
import { Word } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import type { DestructionList } from './types.js';

export function DestructionPage() {
  const { retention, privacy } = useText();
  const say = retention.lists;
  const pages = usePages(['destruction-lists'], (cursor) => dataOf(api.GET('/v1/destruction-lists', { params: { query: { cursor, limit: 25 } } })));
  return (
    <Page wide title={say.title} lead={say.lead} back={<Link to="/privacy">{`← ${privacy.title}`}</Link>} action={<MakeList />}>
      <Loaded query={pages}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={say.emptyTitle}>
              <p>{say.empty}</p>
            </Empty>
          ) : (
            <ListsTable lists={items} />
          )
        }
      </Loaded>
      <LoadMore pages={pages} />
      <ul className="bulleted">
        <li>
          <Link to="/privacy/vernietiging/vastgezet">{say.toHolds}</Link>
        </li>
        <li>
          <Link to="/privacy/bewaartermijnen">{say.toRules}</Link>
        </li>
      </ul>
    </Page>
  );
}

function MakeList() {
  const say = useText().retention.lists;
  const navigate = useNavigate();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  const making = useMutation({
    mutationFn: () => dataOf(api.POST('/v1/destruction-lists', { params: { header: once('destruction-list') } })),
    onSuccess: ({ id }) => {
      announce(say.made);
      void navigate({ to: '/privacy/vernietiging/$id', params: { id } });
    },
  });
  return (
    <>
      <Button type="button" disabled={making.isPending} onClick={() => making.mutate()}>
        {say.make}
      </Button>
      {making.error && <Problem error={making.error} />}
    </>
  );
}

function ListsTable({ lists }: { lists: readonly DestructionList[] }) {
  const say = useText().retention.lists;
  const columns: Column<DestructionList>[] = [
    {
      label: say.listName,
      cell: ({ id, number }) => (
        <Link to="/privacy/vernietiging/$id" params={{ id }}>
          {say.list(number)}
        </Link>
      ),
    },
    { label: say.madeOn, cell: ({ madeAt, madeBy }) => <><When date={madeAt} /> {madeBy ? say.by(madeBy.name) : say.byCalendar}</> },
    { label: say.state, cell: ({ state }) => <Word tone={state === 'proposed' ? 'warm' : 'plain'}>{say.states[state]}</Word> },
    { label: say.records, cell: ({ total }) => say.total(total) },
  ];
  return <DataTable caption={say.title} columns={columns} rows={lists} keyOf={({ id }) => id} />;
}
