import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { FamilyPeople } from '../../api/types.js';
import { FamilyPage } from '../../components/FamilyPage.js';
import { Fold } from '../../components/Fold.js';
import { PrimaryLink } from '../../components/links.js';
import { LoadedPage } from '../../components/Loaded.js';
import { useText } from '../../i18n/index.js';
import { AddressPart } from './AddressPart.js';
import { AuthorityPart } from './AuthorityPart.js';
import { MemberLine } from './MemberLine.js';
import { NetworkPart } from './NetworkPart.js';
import { RepresentativesPart } from './RepresentativesPart.js';
import { peopleQuery } from './queries.js';

const route = getRouteApi('/in/gezinnen/$id/mensen');

/** Who belongs to the family, how to reach them, who decides with them, and who stands beside them. */
export function PeoplePage() {
  const { id } = route.useParams();
  return <LoadedPage query={useQuery(peopleQuery(id))}>{(family) => <People family={family} />}</LoadedPage>;
}

function People({ family }: { family: FamilyPeople }) {
  const { people: say } = useText();
  const { id, name } = family.household;
  const here = family.members.filter(({ leftOn }) => leftOn === null);
  const gone = family.members.filter(({ leftOn }) => leftOn !== null);
  const add = family.allowedActions.includes('keep-people') && (
    <PrimaryLink to="/gezinnen/$id/mensen/nieuw" params={{ id }}>
      {say.add}
    </PrimaryLink>
  );
  return (
    <FamilyPage id={id} title={say.title} lead={name} action={add}>
      <section className="stack" aria-labelledby="gezin">
        <h2 id="gezin">{say.members}</h2>
        <ul className="lines">{here.map((member) => <MemberLine key={member.id} family={family} member={member} />)}</ul>
      </section>
      <AddressPart family={family} />
      <AuthorityPart family={family} />
      <RepresentativesPart family={family} />
      <NetworkPart family={family} />
      {gone.length > 0 && (
        <Fold title={say.gone} count={gone.length}>
          <ul className="lines">{gone.map((member) => <MemberLine key={member.id} family={family} member={member} />)}</ul>
        </Fold>
      )}
    </FamilyPage>
  );
}
