import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import type { FundRequest } from '../../api/types.js';
import { LoadedPage } from '../../components/Loaded.js';
import { CanvasText } from '../../components/CanvasText.js';
import { Fold } from '../../components/Fold.js';
import { NextStep } from '../../components/NextStep.js';
import { Page } from '../../components/Page.js';
import { Story } from '../../components/Story.js';
import { FundWord } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import { FundActions, ToTheForm } from './FundActions.js';
import { AdviceList, DecisionText, RequestFacts } from './FundFacts.js';

const route = getRouteApi('/in/fonds/$id');

export function FundRequestPage() {
  const { id } = route.useParams();
  const query = useQuery({
    queryKey: ['fund-request', id],
    queryFn: () => dataOf(api.GET('/v1/fund-requests/{id}', { params: { path: { id } } })),
  });
  return <LoadedPage query={query}>{(request) => <FundRequestView request={request} />}</LoadedPage>;
}

function FundRequestView({ request }: { request: FundRequest }) {
  const { fund: say, common } = useText();
  return (
    <Page
      title={request.title}
      tabTitle={say.detailTitle(request.caseNumber)}
      lead={<Headline request={request} />}
      back={<Link to="/fonds">{`← ${common.back}: ${say.title}`}</Link>}
      action={<ToTheForm request={request} />}
    >
      <NextStep step={request.nextStep} />
      <RequestFacts request={request} />
      {request.canvas && (
        <div className="folds">
          <Fold title={say.canvas}>
            {!request.household && <p className="quiet">{say.canvasHidden}</p>}
            <CanvasText canvas={request.canvas} />
          </Fold>
        </div>
      )}
      <section className="stack" aria-labelledby="advice">
        <h2 id="advice">{say.advice}</h2>
        <AdviceList advice={request.advice} />
      </section>
      <FundActions request={request} />
      {request.decision && <DecisionText decision={request.decision} />}
      <section className="stack" aria-labelledby="story">
        <h2 id="story">{say.story}</h2>
        <Story events={request.events} />
      </section>
    </Page>
  );
}

function Headline({ request }: { request: FundRequest }) {
  const { fund: say } = useText();
  return (
    <span className="row">
      <FundWord state={request.state} />
      {request.decisionDeadline && !request.decision && (
        <span>
          {say.deadline} <When date={request.decisionDeadline} late={(request.daysLeft ?? 0) < 0} />
        </span>
      )}
    </span>
  );
}
