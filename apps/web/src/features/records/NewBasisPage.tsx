import { useQueries } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { dossierQuery, partnersQuery } from '../../api/household.js';
import { catalogueQuery, helpQuery } from '../../api/records.js';
import { Loaded } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { together } from '../../components/together.js';
import { useText } from '../../i18n/index.js';
import { BasisForm } from './BasisForm.js';

const route = getRouteApi('/in/gezinnen/$id/grondslag');

export function NewBasisPage() {
  const { basis, common } = useText();
  const { id } = route.useParams();
  const [dossier, partners, rules, help] = useQueries({ queries: [dossierQuery(id), partnersQuery, catalogueQuery, helpQuery(id)] });
  return (
    <Page title={basis.title} lead={basis.lead} back={<Link to="/gezinnen/$id" params={{ id }}>{`← ${common.back}`}</Link>}>
      <Loaded query={together(together(dossier, partners), together(rules, help))}>
        {([[household, organisations], [catalogue, { whoDecides }]]) => (
          <BasisForm household={household} organisations={organisations} rules={catalogue} whoDecides={whoDecides} />
        )}
      </Loaded>
    </Page>
  );
}
