import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { dossierQuery } from '../../api/household.js';
import type { Dossier } from '../../api/types.js';
import { RadioField, type Option } from '../../components/form/index.js';
import { Loaded } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { CorrectionForm, type Now } from './CorrectionForm.js';
import { MemberHistory } from './MemberHistory.js';

const route = getRouteApi('/in/gezinnen/$id/gegevens');

export function CorrectMemberPage() {
  const { rights: say, common } = useText();
  const { id } = route.useParams();
  return (
    <Page title={say.correctTitle} lead={say.correctLead} back={<Link to="/gezinnen/$id" params={{ id }}>{`← ${common.back}`}</Link>}>
      <Loaded query={useQuery(dossierQuery(id))}>{(dossier) => <Choose dossier={dossier} />}</Loaded>
    </Page>
  );
}

/** Whom it is about stands in the address, so that the page can be gone back to. */
function Choose({ dossier }: { dossier: Dossier }) {
  const { rights: say, words } = useText();
  const { lid, verzoek } = route.useSearch();
  const navigate = useNavigate({ from: '/gezinnen/$id/gegevens' });
  const member = dossier.members.find((one) => one.id === lid);
  const options = dossier.members.map((one): Option => [one.id, one.name, words.member[one.role].toLowerCase()]);
  return (
    <div className="stack">
      <RadioField
        name="lid"
        label={say.correctWho}
        options={options}
        value={lid ?? ''}
        error={undefined}
        onChange={(value) => void navigate({ search: { lid: value, verzoek: undefined }, replace: true })}
      />
      {member && (
        <>
          <CorrectionForm key={`${member.id}.${member.version}`} householdId={dossier.id} memberId={member.id} version={member.version} requestId={verzoek} now={nowOf(dossier, member)} />
          <MemberHistory householdId={dossier.id} memberId={member.id} />
        </>
      )}
    </div>
  );
}

function nowOf({ address }: Dossier, member: Dossier['members'][number]): Now {
  const { firstName, infix, lastName, birthDate, phone, email } = member;
  return { firstName, infix, lastName, birthDate, phone, email, postcode: address?.postcode, houseNumber: address?.houseNumber, suffix: address?.suffix, city: address?.city };
}
