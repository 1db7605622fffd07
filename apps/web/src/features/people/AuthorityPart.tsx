import { Link } from '@tanstack/react-router';
import type { FamilyPeople, FamilyPerson } from '../../api/types.js';
import { useText } from '../../i18n/index.js';

const ADULT = 18;
export const childrenOf = (family: FamilyPeople): FamilyPerson[] => family.members.filter(({ age, leftOn }) => age < ADULT && !leftOn);
/** Also a parent who left the family: authority does not end with that. */
export const adultsOf = (family: FamilyPeople): FamilyPerson[] => family.members.filter(({ age, leftReason }) => age >= ADULT && leftReason !== 'deceased');

export function AuthorityPart({ family }: { family: FamilyPeople }) {
  const { people: say } = useText();
  const children = childrenOf(family);
  const { id } = family.household;
  return (
    <section className="stack" aria-labelledby="gezag">
      <h2 id="gezag">{say.authority}</h2>
      <p className="quiet">{children.length > 0 ? say.authorityHelp : say.noChildren}</p>
      {children.length > 0 && <ul className="lines">{children.map((child) => <Child key={child.id} family={family} child={child} />)}</ul>}
      {children.length > 0 && family.allowedActions.includes('keep-people') && (
        <p className="no-print">
          <Link to="/gezinnen/$id/mensen/gezag" params={{ id }}>
            {say.recordAuthority}
          </Link>
        </p>
      )}
    </section>
  );
}

function Child({ family, child }: { family: FamilyPeople; child: FamilyPerson }) {
  const { people: say } = useText();
  const known = family.authority.filter(({ childId }) => childId === child.id);
  const nameOf = (id: string): string => family.members.find((member) => member.id === id)?.name ?? '';
  return (
    <li>
      <span className="line__title">{child.name}</span>
      {known.length === 0 && <p className="quiet small">{say.authorityUnknown}</p>}
      {known.map(({ adultId, hasAuthority, source }) => (
        <p key={adultId} className="small">
          {hasAuthority ? say.has(nameOf(adultId)) : say.hasNot(nameOf(adultId))} <span className="quiet">({say.sources[source]})</span>
        </p>
      ))}
    </li>
  );
}
