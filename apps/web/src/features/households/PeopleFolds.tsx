import { Link } from '@tanstack/react-router';
import type { Dossier, Member } from '../../api/types.js';
import { Facts } from '../../components/Facts.js';
import { Fold } from '../../components/Fold.js';
import { UrgencyWord } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import { sayExactDay } from '../../time/when.js';
import { MemberBsn } from './MemberBsn.js';

export function MembersFold({ dossier }: { dossier: Dossier }) {
  const { dossier: say, people } = useText();
  return (
    <Fold title={say.members} count={dossier.members.length}>
      <ul className="lines">
        {dossier.members.map((member) => (
          <MemberLine key={member.id} dossier={dossier} member={member} />
        ))}
      </ul>
      <Facts facts={[[say.address, <AddressText key="address" address={dossier.address} />]]} />
      <p>
        <Link to="/gezinnen/$id/mensen" params={{ id: dossier.id }}>
          {people.toPage}
        </Link>
      </p>
    </Fold>
  );
}

function MemberLine({ dossier, member }: { dossier: Dossier; member: Member }) {
  const { dossier: say, words, time } = useText();
  const contact = [member.phone, member.email].filter(Boolean).join(' · ');
  return (
    <li>
      <div className="line__main">
        <span className="line__title">{member.name}</span>
        <span className="quiet">{words.member[member.role]}</span>
      </div>
      <p className="small quiet">
        <span title={sayExactDay(member.birthDate, time)}>{say.age(member.age)}</span> · {contact || say.noContact}
      </p>
      <MemberBsn dossier={dossier} member={member} />
    </li>
  );
}

function AddressText({ address }: { address: Dossier['address'] }) {
  const { dossier: say } = useText();
  if (!address) return null;
  if (!address.postcode) return <span>{say.addressProtected}</span>;
  return (
    <span>
      {address.postcode} {address.houseNumber}
      {address.suffix ?? ''}, {address.city}
      {address.neighbourhood && ` (${address.neighbourhood})`}
      {address.protected && ` – ${say.addressProtected}`}
    </span>
  );
}

export function IntakeFold({ dossier, open }: { dossier: Dossier; open: boolean }) {
  const { dossier: say, lifeDomains, waitingList } = useText();
  return (
    <Fold title={say.intake} open={open}>
      <Facts
        facts={[
          [say.urgency, <UrgencyWord key="urgency" urgency={dossier.urgency} />],
          [say.reason, dossier.urgencyReason],
          [say.size, waitingList.people(dossier.memberCount, dossier.childCount)],
          [say.reportedOn, <When key="reported" date={dossier.reportedOn} />],
          [say.source, dossier.source],
          [say.lifeDomains, dossier.lifeDomains.map((domain) => lifeDomains[domain] ?? domain).join(', ')],
          [say.note, dossier.note],
        ]}
      />
    </Fold>
  );
}
