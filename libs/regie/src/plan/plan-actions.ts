import { Injectable } from '@nestjs/common';
import { DomainError, type LocalDate, localDateOf, newId, refuseInvalid } from '#kernel';
import { householdNotFound, type HouseholdState, isEnded } from '#households';
import { Audit, type Transaction } from '#platform';
import { refuseClosedInText, remindAt } from '#privacy';
import { RemindersService } from '#reminders';
import { type ActionContent, actionProblems, type ActionOwner, type PlanActionOrigin, shortened } from '../domain/index.js';
import { ownerColumns, ownerFacts, requireOpenFor } from './action-owners.js';

export interface NewPlanAction extends ActionContent {
  readonly householdId: string;
  /** The goal it serves; left out: not placed yet. */
  readonly goalId?: string | null;
  readonly origin?: PlanActionOrigin;
  /** The meeting or life event it comes from. */
  readonly originId?: string | null;
}

const HOLD_FAMILY = 'SELECT state FROM household WHERE id = $1 FOR NO KEY UPDATE';
const BEGIN = `INSERT INTO family_plan (id, household_id, municipality_id, started_at)
  SELECT $2, h.id, h.municipality_id, $3 FROM household h WHERE h.id = $1 AND NOT EXISTS (SELECT FROM family_plan p WHERE p.household_id = h.id)`;
const ADD = `INSERT INTO plan_action (id, household_id, municipality_id, goal_id, what, due_on, origin, origin_id, created_at,
    owner_kind, owner_user_id, owner_member_id, owner_organisation_id, owner_role)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;

export const planOfEndedCase = (): DomainError =>
  new DomainError('plan.case-ended', 'Dit gezin is afgesloten. Het plan verandert niet meer. Heropen het gezin eerst.', { kind: 'conflict' });

/**
 * Actions in the plan of a family, for every room: in the transaction of the caller, who has checked that the actor may do so.
 * A colleague who owns one is reminded on the day.
 */
@Injectable()
export class PlanActions {
  constructor(
    private readonly reminders: RemindersService,
    private readonly audit: Audit,
  ) {}

  /**
   * Throws `invalid` on the fields `what`, `dueOn`, `ownerUserId`, `ownerMemberId`, `ownerRole`; `refused` (422) when the
   * organisation may not see the family; `conflict` when its case is over. The plan begins with its first action.
   */
  async add(tx: Transaction, { householdId, goalId = null, origin = 'plan', originId = null, ...content }: NewPlanAction): Promise<{ id: string }> {
    await this.begin(tx, householdId);
    await this.check(tx, householdId, content, null);
    const id = newId();
    await tx.query(ADD, [id, householdId, tx.actor.municipalityId, goalId, content.what.trim(), content.dueOn, origin, originId, tx.now, ...ownerColumns(content.owner)]);
    await this.remind(tx, householdId, id, content);
    await this.audit.record(tx, { action: 'plan-action.added', subjectKind: 'plan-action', subjectId: id, householdId, details: { origin, owner: content.owner.kind } });
    return { id };
  }

  /** Holds the family and makes sure that it has a plan. Throws `not-found`, or `conflict` for a case that is over. */
  async begin(tx: Transaction, householdId: string): Promise<void> {
    const [household] = await tx.query<{ state: HouseholdState }>(HOLD_FAMILY, [householdId]);
    if (!household) throw householdNotFound();
    if (isEnded(household.state)) throw planOfEndedCase();
    await tx.query(BEGIN, [householdId, newId(), tx.now]);
  }

  async check(tx: Transaction, householdId: string, content: ActionContent, heldDueOn: LocalDate | null): Promise<void> {
    const today = localDateOf(tx.now);
    refuseInvalid('plan-action.invalid', actionProblems(content, await ownerFacts(tx, householdId), today, heldDueOn));
    if (content.owner.kind !== 'organisation') return;
    const reader = await requireOpenFor(tx, householdId, content.owner.id, today);
    await refuseClosedInText(tx, householdId, { field: 'what', text: content.what }, [reader]);
  }

  /** Sets the reminder of an open action anew: for another owner or another day the old one is gone. */
  async remind(tx: Transaction, householdId: string, id: string, { what, owner, dueOn }: { what: string; owner: ActionOwner; dueOn: LocalDate }): Promise<void> {
    await this.dropReminder(tx, id);
    if (owner.kind !== 'user') return;
    await this.reminders.remindLater(tx, { householdId, userId: owner.id, kind: 'plan-action-due', subjectId: id, title: `Plan: ${shortened(what, 150)}`, dueAt: remindAt(dueOn) });
  }

  dropReminder(tx: Transaction, id: string): Promise<void> {
    return this.reminders.dropAbout(tx, id, 'plan-action-due');
  }
}
