import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import type { EarlySignal } from '../../api/types.js';
import { DataTable, type Column } from '../../components/DataTable.js';
import { Facts } from '../../components/Facts.js';
import { Fold } from '../../components/Fold.js';
import { LoadedPage } from '../../components/Loaded.js';
import { PrimaryLink } from '../../components/links.js';
import { writeEuro } from '../../components/money.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { sayExactDay } from '../../time/when.js';
import { When } from '../../time/When.js';
import { addressOf } from './SignalTable.js';
import { StepForm } from './StepForm.js';
import { VisitForm } from './VisitForm.js';

const route = getRouteApi('/in/wachtlijst/signalen/$id');

export function SignalPage() {
  const { id } = route.useParams();
  const query = useQuery({ queryKey: ['early-signal', id], queryFn: () => dataOf(api.GET('/v1/early-signals/{id}', { params: { path: { id } } })) });
  return <LoadedPage query={query}>{(signal) => <Signal signal={signal} />}</LoadedPage>;
}

function Signal({ signal }: { signal: EarlySignal }) {
  const { signals, common } = useText();
  const { allowedActions: may, steps } = signal;
  return (
    <Page
      title={signal.name}
      tabTitle={signals.tab}
      lead={signals.states[signal.state]}
      back={<Link to="/wachtlijst/signalen">{`← ${common.back}: ${signals.title}`}</Link>}
      action={may.includes('accept-help') && <PrimaryLink to="/wachtlijst/nieuw" search={{ signaal: signal.id }}>{signals.accept}</PrimaryLink>}
    >
      <SignalFacts signal={signal} />
      <Creditors signal={signal} />
      <section className="stack" aria-labelledby="gedaan">
        <h2 id="gedaan">{signals.steps}</h2>
        {steps.length === 0 ? <p className="quiet">{signals.noSteps}</p> : <Steps steps={steps} />}
      </section>
      <div className="folds">
        {may.length > 0 && (
          <Fold title={signals.stepTitle} open>
            <StepForm signal={signal} />
          </Fold>
        )}
        {may.includes('plan-visit') && (
          <Fold title={signals.visitTitle} open={signal.state === 'new'}>
            <VisitForm signal={signal} />
          </Fold>
        )}
      </div>
    </Page>
  );
}

function SignalFacts({ signal }: { signal: EarlySignal }) {
  const { signals, common } = useText();
  const { knownHere, householdId, visitOn, visitor } = signal;
  const family = householdId ?? knownHere?.id;
  return (
    <Facts
      facts={[
        [signals.address, addressOf(signal)],
        [signals.received, <When key="r" date={signal.receivedOn} />],
        [signals.talkBy, <When key="t" date={signal.firstTalkBy} late={signal.talkOverdue} />],
        [signals.arrears, writeEuro(signal.amountCents)],
        [signals.threatening, signal.threatening && common.yes],
        [signals.visit, visitOn && <><When date={visitOn} /> ({visitor})</>],
        [signals.toFamily, family && <Link to="/gezinnen/$id" params={{ id: family }}>{knownHere ? signals.knownHere(knownHere.caseNumber) : signals.toFamily}</Link>],
      ]}
    />
  );
}

function Creditors({ signal }: { signal: EarlySignal }) {
  const { signals } = useText();
  const columns: Column<EarlySignal['signals'][number]>[] = [
    { label: signals.creditor, cell: (row) => `${row.creditor} (${signals.kinds[row.creditorKind]})` },
    { label: signals.amount, numeric: true, cell: (row) => writeEuro(row.amountCents) },
    { label: signals.months, numeric: true, cell: (row) => row.months },
    { label: signals.signalledOn, cell: (row) => <When date={row.signalledOn} /> },
  ];
  return (
    <section className="stack" aria-labelledby="signalen">
      <h2 id="signalen">{signals.creditors}</h2>
      <DataTable caption={signals.creditors} columns={columns} rows={signal.signals} keyOf={(row) => `${row.creditor} ${row.signalledOn}`} />
    </section>
  );
}

function Steps({ steps }: { steps: EarlySignal['steps'] }) {
  const { signals, waiting, time } = useText();
  return (
    <ul className="lines">
      {steps.map(({ at, by, action, visitOn, note }) => (
        <li key={`${at} ${action}`}>
          <span className="line__title">
            {signals.actions[action]} {visitOn && `(${sayExactDay(visitOn, time)})`}
          </span>
          {note && <p className="preserve">{note}</p>}
          <p className="small quiet">
            <When date={at} /> {waiting.by(by)}
          </p>
        </li>
      ))}
    </ul>
  );
}
