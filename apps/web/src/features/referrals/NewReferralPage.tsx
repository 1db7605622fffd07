import { useQueries } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { dossierQuery, partnersQuery } from '../../api/household.js';
import { Loaded } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { together } from '../../components/together.js';
import { useText } from '../../i18n/index.js';
import { NewReferralForm } from './NewReferralForm.js';

const route = getRouteApi('/in/gezinnen/$id/verwijzing');

export function NewReferralPage() {
  const { referralNew, common } = useText();
  const { id } = route.useParams();
  const [dossier, partners] = useQueries({ queries: [dossierQuery(id), partnersQuery] });
  return (
    <Page title={referralNew.title} lead={referralNew.lead} back={<Link to="/gezinnen/$id" params={{ id }}>{`← ${common.back}`}</Link>}>
      <Loaded query={together(dossier, partners)}>
        {([household, organisations]) => <NewReferralForm household={household} organisations={organisations} />}
      </Loaded>
    </Page>
  );
}
