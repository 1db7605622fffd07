import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, type LocalDate } from '#kernel';
import { HouseholdStory } from '#households';
import { Audit, type Transaction, UnitOfWork } from '#platform';
import { type ActionContent, type ActionOwner, mayEditPlan, mayTickOff, planAction, type PlanActionMove, type PlanActionState } from '../domain/index.js';
import { ownerColumns } from './action-owners.js';
import { holdFamily, holdForWriting } from './held-plan.js';
import { PlanActions } from './plan-actions.js';

export interface ActionInput extends ActionContent {
  readonly goalId: string | null;
}

interface Held {
  readonly what: string;
  readonly ownerUserId: string | null;
  readonly dueOn: LocalDate;
  readonly state: PlanActionState;
  readonly version: number;
}

const HOLD = `SELECT what, owner_user_id AS "ownerUserId", due_on AS "dueOn", state, version
  FROM plan_action WHERE id = $1 AND household_id = $2`;
const REVISE = `UPDATE plan_action SET goal_id = $2, what = $3, due_on = $4, owner_kind = $5, owner_user_id = $6, owner_member_id = $7,
  owner_organisation_id = $8, owner_role = $9, version = version + 1 WHERE id = $1`;
const MOVE = 'UPDATE plan_action SET state = $2, state_reason = $3, state_since = $4, version = version + 1 WHERE id = $1';

const TOLD: Readonly<Record<PlanActionMove, string>> = {
  finish: 'Een actie uit het gezinsplan is gedaan.',
  drop: 'Een actie uit het gezinsplan gaat niet door.',
  'take-up': 'Een actie uit het gezinsplan staat weer op de lijst.',
};

const notFound = (): DomainError => new DomainError('plan-action.not-found', 'Deze actie bestaat niet, of je mag haar niet zien.', { kind: 'not-found' });
const stale = (): DomainError => new DomainError('plan-action.stale', 'Iemand anders heeft deze actie net gewijzigd. Lees haar opnieuw.', { kind: 'stale' });
const unknownGoal = 'Dit doel staat niet in het plan van dit gezin.';

/** Who does what by when. */
@Injectable()
export class PlanActionListService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly actions: PlanActions,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
  ) {}

  add(actor: Actor, householdId: string, input: ActionInput): Promise<{ id: string }> {
    return this.work.run(actor, async (tx) => {
      await holdForWriting(tx, householdId);
      await this.requireGoal(tx, householdId, input.goalId);
      const added = await this.actions.add(tx, { householdId, ...input });
      await this.story.tell(tx, householdId, 'plan.action-added', 'Er is een actie in het gezinsplan gezet.');
      return added;
    });
  }

  /** Another owner or day moves the reminder along. */
  revise(actor: Actor, householdId: string, id: string, input: ActionInput, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      await holdForWriting(tx, householdId);
      const held = await this.hold(tx, householdId, id, version);
      if (held.state !== 'open') throw new DomainError('plan-action.not-open', 'Deze actie is al klaar. Zet haar eerst weer op de lijst.', { kind: 'conflict' });
      await this.requireGoal(tx, householdId, input.goalId);
      await this.actions.check(tx, householdId, input, held.dueOn);
      await tx.query(REVISE, [id, input.goalId, input.what.trim(), input.dueOn, ...ownerColumns(input.owner)]);
      await this.actions.remind(tx, householdId, id, input);
      await this.note(tx, householdId, 'revised', id, 'Een actie in het gezinsplan is aangepast.');
    });
  }

  /** Done, crossed out (with the reason) or on the list again. */
  move(actor: Actor, householdId: string, id: string, move: PlanActionMove, reason: string | null, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const { relation } = await holdFamily(tx, householdId);
      const held = await this.hold(tx, householdId, id, version);
      const verdict = move === 'drop' ? mayEditPlan(actor, relation) : mayTickOff(actor, relation, held.ownerUserId);
      assertAllowed(verdict, 'plan-action.move');
      const next = planAction.transition(held.state, move, { reason });
      await tx.query(MOVE, [id, next, next === 'open' ? null : reason, tx.now]);
      const owner = ownerWhoIsReminded(held);
      if (next === 'open' && owner) await this.actions.remind(tx, householdId, id, { ...held, owner });
      else await this.actions.dropReminder(tx, id);
      await this.note(tx, householdId, next, id, TOLD[move]);
    });
  }

  private async hold(tx: Transaction, householdId: string, id: string, version: number): Promise<Held> {
    // Without a lock of its own, the family is held: who reads along hears that it may not, and not that it is not there.
    const [held] = await tx.query<Held>(HOLD, [id, householdId]);
    if (!held) throw notFound();
    if (held.version !== version) throw stale();
    return held;
  }

  private async requireGoal(tx: Transaction, householdId: string, goalId: string | null): Promise<void> {
    if (goalId === null) return;
    const [found] = await tx.query('SELECT FROM plan_goal WHERE id = $1 AND household_id = $2', [goalId, householdId]);
    if (!found) throw new DomainError('plan-action.invalid', unknownGoal, { kind: 'invalid', fields: [{ name: 'goalId', message: unknownGoal }] });
  }

  private async note(tx: Transaction, householdId: string, what: string, id: string, told: string): Promise<void> {
    await this.story.tell(tx, householdId, `plan.action-${what}`, told);
    await this.audit.record(tx, { action: `plan-action.${what}`, subjectKind: 'plan-action', subjectId: id, householdId });
  }
}

const ownerWhoIsReminded = ({ ownerUserId }: Held): ActionOwner | null => (ownerUserId ? { kind: 'user', id: ownerUserId } : null);
