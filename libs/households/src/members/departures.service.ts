import { Injectable } from '@nestjs/common';
import { type Actor, type LocalDate, localDateOf, refuseInvalid } from '#kernel';
import { Audit, type Transaction, UnitOfWork } from '#platform';
import { LEAVING_REASONS, type LeavingReason, leavingProblems, type MemberRole, returnProblems } from '../domain/index.js';
import { HouseholdStory } from '../household-story.service.js';
import { recount } from './family-count.js';
import { type HeldFamily, type HeldMember, holdFamily, memberOf } from './held-family.js';
import { keepHistory } from './member-history.js';
import type { ChangedMember } from './members.service.js';

/** What runs about somebody who leaves or comes back; the room that keeps it decides what becomes of it. */
export interface Mover {
  readonly householdId: string;
  readonly memberId: string;
  readonly on: LocalDate;
}
export interface RunningAbout {
  /** Legal bases, releases of secrecy and agreements to be helped that somebody has to look at again. */
  readonly records: number;
  /** Running referrals in which the person stood; the partner does not see them there any more. */
  readonly referrals: number;
}
export type LookAgain = (tx: Transaction, mover: Mover) => Promise<RunningAbout>;

export interface Departure {
  readonly leftOn: LocalDate;
  readonly reason: LeavingReason;
}
export interface Return {
  readonly on: LocalDate;
  readonly role: MemberRole;
}

const LEAVE = 'UPDATE household_member SET left_on = $2, left_reason = $3, version = version + 1 WHERE id = $1';
const COME_BACK = 'UPDATE household_member SET left_on = NULL, left_reason = NULL, joined_on = $2, role = $3, version = version + 1 WHERE id = $1';

/** Somebody leaves a family and stays in its history; the doors to partners close for them at once (migration 23). */
@Injectable()
export class DeparturesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
  ) {}

  /** Throws `invalid` for a day that can't be and for the main person. Nothing is withdrawn: consent is of the person, and is looked at again. */
  leave(actor: Actor, householdId: string, memberId: string, { leftOn, reason }: Departure, version: number, look: LookAgain): Promise<ChangedMember & RunningAbout> {
    return this.work.run(actor, async (tx) => {
      const family = await holdFamily(tx, actor, householdId, 'member.leave');
      const member = memberOf(family, memberId, version);
      refuseInvalid('member.invalid', leavingProblems(member, leftOn, localDateOf(tx.now)));
      await tx.query(LEAVE, [memberId, leftOn, reason]);
      await this.changed(tx, family, { ...member, leftOn }, member);
      const running = await look(tx, { householdId, memberId, on: leftOn });
      await keepHistory(tx, householdId, memberId, [{ field: 'leftOn', from: null, to: leftOn }], LEAVING_REASONS[reason]);
      await this.tell(tx, family, memberId, 'member.left', 'Een gezinslid hoort niet meer bij het gezin.');
      return { id: memberId, version: version + 1, ...running };
    });
  }

  comeBack(actor: Actor, householdId: string, memberId: string, { on, role }: Return, version: number, look: LookAgain): Promise<ChangedMember & RunningAbout> {
    return this.work.run(actor, async (tx) => {
      const family = await holdFamily(tx, actor, householdId, 'member.return');
      const member = memberOf(family, memberId, version);
      refuseInvalid('member.invalid', returnProblems(member, on, role, family.members, localDateOf(tx.now)));
      await tx.query(COME_BACK, [memberId, on, role]);
      await this.changed(tx, family, { ...member, role, leftOn: null }, member);
      const running = await look(tx, { householdId, memberId, on });
      await keepHistory(tx, householdId, memberId, [{ field: 'leftOn', from: member.leftOn, to: null }, { field: 'role', from: member.role, to: role }], 'Terug in het gezin');
      await this.tell(tx, family, memberId, 'member.returned', 'Een gezinslid is terug in het gezin.');
      return { id: memberId, version: version + 1, ...running };
    });
  }

  private changed(tx: Transaction, family: HeldFamily, now: HeldMember, before: HeldMember): Promise<void> {
    return recount(tx, family, family.members.map((member) => (member === before ? now : member)));
  }

  private async tell(tx: Transaction, family: HeldFamily, memberId: string, action: string, text: string): Promise<void> {
    await this.story.tell(tx, family.id, action, text);
    await this.audit.record(tx, { action, subjectKind: 'member', subjectId: memberId, householdId: family.id, details: { memberId } });
  }
}
