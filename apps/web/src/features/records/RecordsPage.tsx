import { useQueries } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { dossierQuery } from '../../api/household.js';
import { basesQuery, helpQuery, releasesQuery } from '../../api/records.js';
import type { Dossier, HelpAgreement, LegalBasis, Member, SecrecyRelease, WhoDecides } from '../../api/types.js';
import { Loaded } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { together } from '../../components/together.js';
import { useText } from '../../i18n/index.js';
import { BasisRecord } from './BasisRecord.js';
import { HelpRecord, ReleaseRecord } from './OtherRecords.js';
import { RecordList } from './RecordList.js';

const route = getRouteApi('/in/gezinnen/$id/toestemming');

/** Per person the three records, each apart: what it is, since when, until when, who agreed, and what is next. */
export function RecordsPage() {
  const { records: say, common } = useText();
  const { id } = route.useParams();
  const [dossier, bases, releases, help] = useQueries({ queries: [dossierQuery(id), basesQuery(id), releasesQuery(id), helpQuery(id)] });
  return (
    <Page title={say.title} lead={say.lead} back={<Link to="/gezinnen/$id" params={{ id }}>{`← ${common.back}`}</Link>}>
      <Loaded query={together(together(dossier, bases), together(releases, help))}>
        {([[household, allBases], [allReleases, agreements]]) =>
          household.members.map((member) => (
            <OfMember
              key={member.id}
              household={household}
              member={member}
              decides={agreements.whoDecides.find(({ memberId }) => memberId === member.id)}
              bases={allBases.filter(({ memberId }) => memberId === member.id)}
              releases={allReleases.filter(({ memberId }) => memberId === member.id)}
              help={agreements.items.filter(({ memberId }) => memberId === member.id)}
            />
          ))
        }
      </Loaded>
    </Page>
  );
}

interface OfMemberProps {
  household: Dossier;
  member: Member;
  decides: WhoDecides | undefined;
  bases: readonly LegalBasis[];
  releases: readonly SecrecyRelease[];
  help: readonly HelpAgreement[];
}

function OfMember({ household, member, decides, bases, releases, help }: OfMemberProps) {
  const { records: say, words } = useText();
  const heading = `lid-${member.id}`;
  const mayRecord = household.allowedActions.includes('record-legal-basis');
  const to = { params: { id: household.id }, search: { lid: member.id } };
  return (
    <section className="stack" aria-labelledby={heading}>
      <h2 id={heading}>{member.name}</h2>
      <p className="quiet">
        {words.member[member.role]}, {say.age(member.age)}. {decides?.helpText}
      </p>
      <RecordList title={say.bases} of={member.name} items={bases} isLive={isLive} add={mayRecord && <Link to="/gezinnen/$id/grondslag" {...to}>{say.addBasis}</Link>}>
        {(basis) => <BasisRecord household={household} basis={basis} />}
      </RecordList>
      <RecordList title={say.releases} of={member.name} items={releases} isLive={isLive} add={mayRecord && <Link to="/gezinnen/$id/toestemming/beroepsgeheim" {...to}>{say.addRelease}</Link>}>
        {(release) => <ReleaseRecord household={household} release={release} />}
      </RecordList>
      <RecordList title={say.help} of={member.name} items={help} isLive={isLive} add={mayRecord && <Link to="/gezinnen/$id/toestemming/hulp" {...to}>{say.addHelp}</Link>}>
        {(agreement) => <HelpRecord household={household} agreement={agreement} />}
      </RecordList>
    </section>
  );
}

const isLive = ({ state }: { state: string }): boolean => state === 'active' || state === 'proposed';
