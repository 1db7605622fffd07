import { Link } from '@tanstack/react-router';
import type { FamilyPeople, FamilyPerson } from '../../api/types.js';
import { Facts } from '../../components/Facts.js';
import { useText } from '../../i18n/index.js';
import { sayExactDay } from '../../time/when.js';

export function MemberLine({ family, member }: { family: FamilyPeople; member: FamilyPerson }) {
  const { dossier, people: say, words, time } = useText();
  const { leftOn, leftReason } = member;
  return (
    <li>
      <div className="line__main">
        <span className="line__title">{member.name}</span>
        <span className="quiet">{words.member[member.role]}</span>
      </div>
      <p className="small quiet">
        <span title={sayExactDay(member.birthDate, time)}>{dossier.age(member.age)}</span>
        {leftOn && leftReason && ` · ${say.goneSince(say.leaving[leftReason], sayExactDay(leftOn, time))}`}
      </p>
      {!leftOn && <Facts facts={factsOf(member, say, (day) => sayExactDay(day, time))} />}
      {family.allowedActions.includes('keep-people') && <Ways id={family.household.id} member={member} />}
    </li>
  );
}

type Say = ReturnType<typeof useText>['people'];

const factsOf = (member: FamilyPerson, say: Say, day: (date: string) => string): [string, string | null][] => [
  [say.phone, member.phone],
  [say.email, member.email],
  [say.preferred, member.preferredChannel && say.channels[member.preferredChannel]],
  [say.language, member.language && say.languages[member.language]],
  [say.interpreter, member.interpreterNeeded ? say.interpreterNeeded : null],
  [say.noCalls, member.noCallsFrom && member.noCallsUntil && say.between(member.noCallsFrom, member.noCallsUntil)],
  [say.remark, member.contactRemark],
  [say.elsewhere, member.livesElsewhere ? (member.elsewhereAgreement ?? say.elsewhereYes) : null],
  [say.protectedMember, member.protectedAddress ? say.yes : null],
  [say.joined, member.joinedOn && day(member.joinedOn)],
];

function Ways({ id, member }: { id: string; member: FamilyPerson }) {
  const { people: say } = useText();
  return (
    <p className="actions small no-print">
      {!member.leftOn && (
        <>
          <Link to="/gezinnen/$id/mensen/$lid" params={{ id, lid: member.id }}>
            {say.contact}
            <span className="visually-hidden">: {member.name}</span>
          </Link>
          <Link to="/gezinnen/$id/gegevens" params={{ id }} search={{ lid: member.id }}>
            {say.correct}
            <span className="visually-hidden">: {member.name}</span>
          </Link>
        </>
      )}
      {member.role !== 'main' && (
        <Link to="/gezinnen/$id/mensen/$lid/plek" params={{ id, lid: member.id }}>
          {member.leftOn ? say.comesBack : say.belonging}
          <span className="visually-hidden">: {member.name}</span>
        </Link>
      )}
    </p>
  );
}
