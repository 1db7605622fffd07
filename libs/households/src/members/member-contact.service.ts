import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, refuseInvalid } from '#kernel';
import { Audit, type Transaction, UnitOfWork } from '#platform';
import { type ContactDetails, contactProblems, isPresent, maySeeProtectedAddress, tidyReach } from '../domain/index.js';
import { HouseholdStory } from '../household-story.service.js';
import { type HeldMember, holdFamily, memberOf } from './held-family.js';
import { keepHistory, type MemberChange } from './member-history.js';
import type { ChangedMember } from './members.service.js';

const SAVE = `UPDATE household_member SET phone = $2, email = $3, preferred_channel = $4, language = $5, interpreter_needed = $6, no_calls_from = $7, no_calls_until = $8,
  contact_remark = $9, lives_elsewhere = $10, elsewhere_agreement = $11, protected_address = $12, version = version + 1 WHERE id = $1`;

const gone = (): DomainError => new DomainError('member.left', 'Dit gezinslid hoort niet meer bij dit gezin.', { kind: 'conflict' });
const says = (yes: boolean): string => (yes ? 'ja' : 'nee');

/** How somebody wants to be reached, in which language, and where they live. What was wrong goes by the way of a correction (AVG 16). */
@Injectable()
export class MemberContactService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
  ) {}

  /** Replaces all of it. Throws `invalid` with everything that is wrong. A protected address of one person protects that of the family (migration 23). */
  change(actor: Actor, householdId: string, memberId: string, input: ContactDetails, version: number): Promise<ChangedMember> {
    return this.work.run(actor, async (tx) => {
      const family = await holdFamily(tx, actor, householdId, 'member.change-contact');
      const member = memberOf(family, memberId, version);
      if (!isPresent(member)) throw gone();
      // Who may not see a protected address does not open it to others either.
      if (member.protectedAddress && !input.protectedAddress) assertAllowed(maySeeProtectedAddress(family.reasons), 'member.unprotect');
      refuseInvalid('member.invalid', contactProblems(input));
      await this.save(tx, householdId, member, input);
      await this.story.tell(tx, householdId, 'member.contact-changed', 'Hoe een gezinslid te bereiken is, is bijgewerkt.');
      await this.audit.record(tx, {
        action: 'member.contact-changed', subjectKind: 'member', subjectId: memberId, householdId, details: { memberId, protected: input.protectedAddress },
      });
      return { id: memberId, version: version + 1 };
    });
  }

  private async save(tx: Transaction, householdId: string, member: HeldMember, input: ContactDetails): Promise<void> {
    const { phone, email } = tidyReach(input);
    await tx.query(SAVE, [
      member.id, phone, email, input.preferredChannel ?? null, input.language ?? null, input.interpreterNeeded, input.noCallsFrom || null, input.noCallsUntil || null,
      input.contactRemark?.trim() || null, input.livesElsewhere, input.elsewhereAgreement?.trim() || null, input.protectedAddress,
    ]);
    await keepHistory(tx, householdId, member.id, changesOf(member, { ...input, phone, email }), 'Bijgewerkt met het gezin');
  }
}

const changesOf = (member: HeldMember, input: ContactDetails & { readonly phone: string | null; readonly email: string | null }): readonly MemberChange[] => [
  { field: 'phone', from: member.phone, to: input.phone },
  { field: 'email', from: member.email, to: input.email },
  { field: 'livesElsewhere', from: says(member.livesElsewhere), to: says(input.livesElsewhere) },
  { field: 'protectedAddress', from: says(member.protectedAddress), to: says(input.protectedAddress) },
];
