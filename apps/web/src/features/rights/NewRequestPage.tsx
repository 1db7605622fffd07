import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { dossierQuery } from '../../api/household.js';
import type { Option } from '../../components/form/index.js';
import { Loaded } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { RecordForm } from './RecordForm.js';

const route = getRouteApi('/in/gezinnen/$id/verzoek');

/** At the kitchen table: of a family one works with. */
export function NewRequestPage() {
  const { rights: say, common, words } = useText();
  const { id } = route.useParams();
  return (
    <Page title={say.newTitle} lead={say.newLead} back={<Link to="/gezinnen/$id" params={{ id }}>{`← ${common.back}`}</Link>}>
      <Loaded query={useQuery(dossierQuery(id))}>
        {({ members }) => (
          <RecordForm draftKey={`verzoek.${id}`} people={members.map((member): Option => [member.id, member.name, words.member[member.role].toLowerCase()])} />
        )}
      </Loaded>
    </Page>
  );
}
