import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import type { DataCategory } from '../../api/types.js';
import { Facts } from '../../components/Facts.js';
import { Fold } from '../../components/Fold.js';
import { LoadedPage } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import { NotFoundPage } from '../../routes/EdgePages.js';
import { Standing } from './AgreementsPage.js';
import { ConfirmForm } from './AgreementForms.js';
import { EndForm } from './EndForm.js';
import type { Agreement } from './types.js';

const route = getRouteApi('/in/privacy/overeenkomsten/$id');

export function AgreementPage() {
  const { id } = route.useParams();
  const query = useQuery({
    queryKey: ['agreement', id],
    queryFn: () => dataOf(api.GET('/v1/data-sharing-agreements', { params: { query: { limit: 100 } } })),
    select: ({ items }) => items.find((one) => one.id === id) ?? null,
  });
  return <LoadedPage query={query}>{(agreement) => (agreement ? <OneAgreement agreement={agreement} /> : <NotFoundPage />)}</LoadedPage>;
}

function OneAgreement({ agreement }: { agreement: Agreement }) {
  const { agreements: say } = useText();
  const may = (action: string) => agreement.allowedActions.includes(action);
  return (
    <Page title={agreement.organisation.name} lead={agreement.title} back={<Link to="/privacy/overeenkomsten">{`← ${say.title}`}</Link>}>
      <AgreementFacts agreement={agreement} />
      {may('confirm') && (
        <section className="stack" aria-labelledby="confirm">
          <h2 id="confirm">{say.confirmTitle}</h2>
          <p>{agreement.state === 'taken-over' ? say.confirmTakenOver : say.confirmProposed}</p>
          <ConfirmForm agreement={agreement} />
        </section>
      )}
      {may('end') && (
        <div className="folds">
          <Fold title={say.endTitle}>
            <EndForm agreement={agreement} />
          </Fold>
        </div>
      )}
    </Page>
  );
}

function AgreementFacts({ agreement }: { agreement: Agreement }) {
  const { agreements: say, words } = useText();
  return (
    <Facts
      facts={[
        [say.standing, <Standing key="standing" agreement={agreement} />],
        [say.reference, agreement.reference],
        [say.signedOn, agreement.signedOn && <When key="signed" date={agreement.signedOn} />],
        [say.period, <span key="period"><When date={agreement.validFrom} /> – <When date={agreement.validUntil} /></span>],
        [say.categories, agreement.categories.map((category) => words.category[category as DataCategory]).join(', ')],
        [say.document, agreement.documentReference],
        [say.openReferrals, agreement.openReferrals],
        [say.endReason, agreement.endReason],
      ]}
    />
  );
}
