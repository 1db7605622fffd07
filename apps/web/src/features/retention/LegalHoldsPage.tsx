import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, dataOf, ifMatch } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { useAnnounce } from '../../components/Announcer.js';
import { DataTable, type Column } from '../../components/DataTable.js';
import { Empty } from '../../components/Empty.js';
import { Fold } from '../../components/Fold.js';
import { Loaded } from '../../components/Loaded.js';
import { LoadMore } from '../../components/LoadMore.js';
import { Page } from '../../components/Page.js';
import { Problem } from '../../components/Problem.js';
import { Word } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import { MarkHelpForm, PlaceHoldForm } from './HoldForms.js';
import type { LegalHold } from './types.js';

export function LegalHoldsPage() {
  const { retention } = useText();
  const say = retention.holds;
  const pages = usePages(['legal-holds'], (cursor) => dataOf(api.GET('/v1/legal-holds', { params: { query: { cursor, limit: 25 } } })));
  return (
    <Page wide title={say.title} lead={say.lead} back={<Link to="/privacy/vernietiging">{`← ${retention.lists.title}`}</Link>}>
      <Loaded query={pages}>{({ items }) => (items.length === 0 ? <Empty title={say.emptyTitle} /> : <Holds holds={items} />)}</Loaded>
      <LoadMore pages={pages} />
      <div className="folds">
        <Fold title={say.place}>
          <PlaceHoldForm />
        </Fold>
        <Fold title={say.mark}>
          <MarkHelpForm />
        </Fold>
      </div>
    </Page>
  );
}

function Holds({ holds }: { holds: readonly LegalHold[] }) {
  const say = useText().retention.holds;
  const columns: Column<LegalHold>[] = [
    { label: say.caseNumber, cell: ({ caseNumber }) => <span className="nowrap">{caseNumber}</span> },
    { label: say.why, cell: ({ kind, reason }) => <span className="stack-s"><span>{say.kinds[kind]}</span><span className="small preserve">{reason}</span></span> },
    { label: say.by, cell: ({ placedBy, placedAt }) => <>{placedBy}, <When date={placedAt} /></> },
    { label: say.until, cell: ({ until }) => (until ? <When date={until} /> : '–') },
    { label: say.state, cell: (hold) => <Standing hold={hold} /> },
  ];
  return <DataTable caption={say.title} columns={columns} rows={holds} keyOf={({ id }) => id} />;
}

function Standing({ hold }: { hold: LegalHold }) {
  const say = useText().retention.holds;
  const announce = useAnnounce();
  const lifting = useMutation({
    mutationFn: () => api.POST('/v1/legal-holds/{id}/lift', { params: { path: { id: hold.id }, header: ifMatch(hold.version) } }),
    onSuccess: () => announce(say.lifted),
  });
  if (!hold.allowedActions.includes('lift')) return <Word>{say.free}</Word>;
  return (
    <span className="stack-s">
      <span>
        <Word tone="warm">{say.held}</Word>
      </span>
      {lifting.error && <Problem error={lifting.error} />}
      <span>
        <button type="button" className="linklike" disabled={lifting.isPending} aria-label={say.liftOne(hold.caseNumber)} onClick={() => lifting.mutate()}>
          {say.lift}
        </button>
      </span>
    </span>
  );
}
