import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, allowIf, DomainError, type LocalDate, localDateOf, newId, refuseInvalid } from '#kernel';
import { Audit, BsnVault, refuseOnConstraint, type Transaction, UnitOfWork } from '#platform';
import { formerMainRole, isPresent, joiningProblems, type MemberRole, type PersonName, reachProblems, roleProblems, tidyReach } from '../domain/index.js';
import { normalisedNameOf } from '../domain/intake-export/index.js';
import { HouseholdStory } from '../household-story.service.js';
import { recount } from './family-count.js';
import { type HeldFamily, type HeldMember, holdFamily, memberOf } from './held-family.js';
import { keepHistory } from './member-history.js';

// Also for a correction of the birth date, which is in another room.
refuseOnConstraint('member_not_gone_before_birth', 'member.before-birth', 'De geboortedatum ligt na de dag waarop deze persoon in het gezin kwam of eruit ging.');

export interface NewMember extends PersonName {
  readonly role: MemberRole;
  readonly birthDate: LocalDate;
  readonly joinedOn: LocalDate;
  readonly phone?: string | null;
  readonly email?: string | null;
  readonly bsn?: string | null;
  readonly protectedAddress: boolean;
}

export interface ChangedMember {
  readonly id: string;
  readonly version: number;
}

// No version of the row comes back with RETURNING: reading it needs the policies, and the caller knows it.
const INSERT = `INSERT INTO household_member (id, household_id, municipality_id, role, first_name, infix, last_name, normalised_name, birth_date, joined_on,
    phone, email, protected_address, bsn_sealed, bsn_index)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`;
const ROLE = 'UPDATE household_member SET role = $2, version = version + 1 WHERE id = $1';

/** Who belongs to a family, and as what. */
@Injectable()
export class MembersService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly story: HouseholdStory,
    private readonly vault: BsnVault,
    private readonly audit: Audit,
  ) {}

  /** Throws `invalid` with everything that is wrong, `conflict` for who is in this family already. That somebody is in another family is not told (decision 13). */
  add(actor: Actor, householdId: string, input: NewMember): Promise<ChangedMember> {
    return this.work.run(actor, async (tx) => {
      const family = await holdFamily(tx, actor, householdId, 'member.add');
      assertAllowed(allowIf(!input.bsn || actor.seesBsn === true, 'Je mag hier geen BSN invullen.'), 'member.add-bsn');
      refuseInvalid('member.invalid', [...joiningProblems(input, family.members, localDateOf(tx.now)), ...reachProblems(input)]);
      refuseTwin(family, input);
      const id = newId();
      await this.insert(tx, family, id, input);
      await recount(tx, family, [...family.members, { id, role: input.role, birthDate: input.birthDate, leftOn: null }]);
      await this.tell(tx, family, id, 'member.joined', 'Er is een gezinslid bij gekomen.');
      return { id, version: 1 };
    });
  }

  /** Another place in the family; who was the main person makes room for a new one. */
  changeRole(actor: Actor, householdId: string, memberId: string, role: MemberRole, version: number): Promise<ChangedMember> {
    return this.work.run(actor, async (tx) => {
      const family = await holdFamily(tx, actor, householdId, 'member.change-role');
      const member = memberOf(family, memberId, version);
      refuseInvalid('member.invalid', roleProblems(member, role, family.members, localDateOf(tx.now)));
      if (member.role === role) throw new DomainError('member.unchanged', 'Er is niets veranderd.', { kind: 'conflict' });
      const main = family.members.find((other) => other.role === 'main' && isPresent(other));
      if (role === 'main' && main) await this.give(tx, family, main, formerMainRole(member.role));
      await this.give(tx, family, member, role);
      await this.tell(tx, family, memberId, 'member.role-changed', 'De plek van een gezinslid in het gezin is gewijzigd.');
      return { id: memberId, version: version + 1 };
    });
  }

  private async give(tx: Transaction, family: HeldFamily, member: HeldMember, role: MemberRole): Promise<void> {
    await tx.query(ROLE, [member.id, role]);
    await keepHistory(tx, family.id, member.id, [{ field: 'role', from: member.role, to: role }], 'Andere plek in het gezin');
  }

  private async insert(tx: Transaction, family: HeldFamily, id: string, person: NewMember): Promise<void> {
    const { phone, email } = tidyReach(person);
    const bsn = person.bsn ? this.vault.seal(person.bsn) : undefined;
    await tx.query(INSERT, [
      id, family.id, tx.actor.municipalityId, person.role, person.firstName, person.infix || null, person.lastName, normalisedNameOf(person),
      person.birthDate, person.joinedOn, phone, email, person.protectedAddress, bsn?.sealed ?? null, bsn?.index ?? null,
    ]);
  }

  private async tell(tx: Transaction, family: HeldFamily, memberId: string, action: string, text: string): Promise<void> {
    await this.story.tell(tx, family.id, action, text);
    await this.audit.record(tx, { action, subjectKind: 'member', subjectId: memberId, householdId: family.id, details: { memberId } });
  }
}

function refuseTwin({ members }: HeldFamily, person: NewMember): void {
  const twin = members.find((member) => member.birthDate === person.birthDate && normalisedNameOf(member) === normalisedNameOf(person));
  if (!twin) return;
  const message = isPresent(twin) ? 'Deze persoon hoort al bij dit gezin.' : 'Deze persoon hoorde eerder bij dit gezin. Leg vast dat die terug is.';
  throw new DomainError('member.known', message, { kind: 'conflict', fields: [{ name: 'lastName', message }] });
}
