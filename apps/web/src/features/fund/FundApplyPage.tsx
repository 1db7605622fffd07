import { useQueries } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { dossierQuery, fundsQuery } from '../../api/household.js';
import { Empty } from '../../components/Empty.js';
import { Loaded } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { together } from '../../components/together.js';
import { useText } from '../../i18n/index.js';
import { FundApplyForm } from './FundApplyForm.js';

const route = getRouteApi('/in/gezinnen/$id/fondsaanvraag');

export function FundApplyPage() {
  const { fundApply: say, common, canvas } = useText();
  const { id } = route.useParams();
  const [dossier, funds] = useQueries({ queries: [dossierQuery(id), fundsQuery] });
  return (
    <Page title={say.title} lead={say.lead} back={<Link to="/gezinnen/$id" params={{ id }}>{`← ${common.back}`}</Link>}>
      <Loaded query={together(dossier, funds)}>
        {([household, open]) =>
          household.canvases.length === 0 ? (
            <Empty title={say.noCanvas}>
              <Link to="/gezinnen/$id/doorbraak" params={{ id }}>
                {canvas.titleNew}
              </Link>
            </Empty>
          ) : (
            <FundApplyForm household={household} funds={open} />
          )
        }
      </Loaded>
    </Page>
  );
}
