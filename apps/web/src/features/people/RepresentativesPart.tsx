import { Link } from '@tanstack/react-router';
import type { FamilyPeople, FamilyRepresentative } from '../../api/types.js';
import { useText } from '../../i18n/index.js';
import { today } from '../../time/now.js';
import { sayExactDay } from '../../time/when.js';

export function RepresentativesPart({ family }: { family: FamilyPeople }) {
  const { people: say } = useText();
  const { household: { id }, representatives, allowedActions } = family;
  return (
    <section className="stack" aria-labelledby="vertegenwoordigers">
      <h2 id="vertegenwoordigers">{say.representation}</h2>
      <p className="quiet">{representatives.length > 0 ? say.representationHelp : say.representationNone}</p>
      {representatives.length > 0 && <ul className="lines">{representatives.map((one) => <Line key={one.id} family={family} one={one} />)}</ul>}
      {allowedActions.includes('keep-people') && (
        <p className="no-print">
          <Link to="/gezinnen/$id/mensen/vertegenwoordiger" params={{ id }}>
            {say.addRepresentative}
          </Link>
        </p>
      )}
    </section>
  );
}

function Line({ family, one }: { family: FamilyPeople; one: FamilyRepresentative }) {
  const { people: say, time } = useText();
  const forWhom = family.members.find(({ id }) => id === one.memberId)?.name;
  const period = [`${say.since.toLowerCase()} ${sayExactDay(one.since, time)}`, one.until && `${say.until.toLowerCase()} ${sayExactDay(one.until, time)}`].filter(Boolean).join(', ');
  return (
    <li>
      <div className="line__main">
        <span className="line__title">{`${say.representatives[one.kind]}: ${one.name}`}</span>
        {!one.holdsToday && <span className="word">{one.since > today() ? say.notYet : say.over}</span>}
      </div>
      <p className="small quiet">{[forWhom, one.organisation, one.phone, one.email, period].filter(Boolean).join(' · ')}</p>
      {family.allowedActions.includes('keep-people') && (
        <p className="small no-print">
          <Link to="/gezinnen/$id/mensen/vertegenwoordiger" params={{ id: family.household.id }} search={{ persoon: one.id }}>
            {say.edit}
            <span className="visually-hidden">: {one.name}</span>
          </Link>
        </p>
      )}
    </li>
  );
}
