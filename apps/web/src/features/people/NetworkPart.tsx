import { Link } from '@tanstack/react-router';
import type { FamilyPeople, NetworkPerson } from '../../api/types.js';
import { useText } from '../../i18n/index.js';
import { sayExactDay } from '../../time/when.js';

export function NetworkPart({ family }: { family: FamilyPeople }) {
  const { people: say } = useText();
  const { household: { id }, network, allowedActions } = family;
  return (
    <section className="stack" aria-labelledby="netwerk">
      <h2 id="netwerk">{say.networkTitle}</h2>
      <p className="quiet">{network.length > 0 ? say.networkHelp : say.networkNone}</p>
      {network.length > 0 && <ul className="lines">{network.map((one) => <Line key={one.id} family={family} one={one} />)}</ul>}
      {allowedActions.includes('keep-people') && (
        <p className="no-print">
          <Link to="/gezinnen/$id/mensen/netwerk" params={{ id }}>
            {say.addNetwork}
          </Link>
        </p>
      )}
    </section>
  );
}

function Line({ family, one }: { family: FamilyPeople; one: NetworkPerson }) {
  const { people: say, time } = useText();
  const forWhom = family.members.find(({ id }) => id === one.memberId)?.name ?? say.whole;
  const period = [`${say.since.toLowerCase()} ${sayExactDay(one.since, time)}`, one.until && `${say.until.toLowerCase()} ${sayExactDay(one.until, time)}`].filter(Boolean).join(', ');
  return (
    <li>
      <div className="line__main">
        <span className="line__title">{one.name ? `${one.name}, ${one.relation}` : one.relation}</span>
        <span className="quiet">{say.network[one.kind]}</span>
        {one.isOver && <span className="word">{say.over}</span>}
      </div>
      <p className="small quiet">{[forWhom, one.name ? null : say.nameNotAsked, one.phone, one.email, period].filter(Boolean).join(' · ')}</p>
      {one.backup && <p className="small">{say.backedUpBy(one.backup.name)}</p>}
      {family.allowedActions.includes('keep-people') && (
        <p className="small no-print">
          <Link to="/gezinnen/$id/mensen/netwerk" params={{ id: family.household.id }} search={{ persoon: one.id }}>
            {say.edit}
            <span className="visually-hidden">: {one.relation}</span>
          </Link>
        </p>
      )}
    </li>
  );
}
