import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useHasRole } from '../../api/session.js';
import type { RightsRequest } from '../../api/types.js';
import { Button } from '../../components/amsterdam.js';
import { LoadedPage } from '../../components/Loaded.js';
import { NextStep } from '../../components/NextStep.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { ExportSection } from './ExportSection.js';
import { requestQuery } from './queries.js';
import { RequestFacts } from './RequestFacts.js';
import { RightsActions } from './RightsActions.js';
import { RightsStateWord, Term } from './RightsWords.js';

const route = getRouteApi('/in/privacy/verzoeken/$id');

export function RightsRequestPage() {
  const { id } = route.useParams();
  return <LoadedPage query={useQuery(requestQuery(id))}>{(request) => <RequestView request={request} />}</LoadedPage>;
}

function RequestView({ request }: { request: RightsRequest }) {
  const { rights: say } = useText();
  return (
    <Page title={say.one(say.kinds[request.kind], request.caseNumber)} back={<Back request={request} />} lead={<Headline request={request} />}>
      <NextStep step={request.nextStep} />
      <section className="stack" aria-labelledby="facts">
        <div className="row row--between">
          <h2 id="facts">{say.facts}</h2>
          <Button variant="tertiary" type="button" className="no-print" onClick={() => window.print()}>
            {say.print}
          </Button>
        </div>
        <RequestFacts request={request} />
      </section>
      <ExportSection request={request} />
      <RightsActions request={request} />
      <AlsoWithdraw request={request} />
    </Page>
  );
}

function Headline({ request }: { request: RightsRequest }) {
  const { rights: say } = useText();
  return (
    <span className="row">
      <RightsStateWord state={request.state} />
      <span>
        {say.term}: <Term request={request} />
      </span>
    </span>
  );
}

/** Who asks about their data may also want to take something back: no second search for it. */
function AlsoWithdraw({ request }: { request: RightsRequest }) {
  const { withdrawing: say } = useText();
  if (!useHasRole('privacy-officer')) return null;
  return (
    <p className="no-print">
      {say.fromRequest}{' '}
      <Link to="/privacy/intrekken" search={{ zaak: request.caseNumber }}>
        {say.fromRequestLink}
      </Link>
    </p>
  );
}

/** The privacy officer comes from the own list, the regisseur from the family. */
function Back({ request }: { request: RightsRequest }) {
  const { common, rights: say } = useText();
  if (useHasRole('privacy-officer')) return <Link to="/privacy/verzoeken">{`← ${common.back}: ${say.title}`}</Link>;
  return <Link to="/gezinnen/$id" params={{ id: request.householdId }}>{`← ${common.back}`}</Link>;
}
