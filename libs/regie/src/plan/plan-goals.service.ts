import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, newId, refuseInvalid } from '#kernel';
import { HouseholdStory } from '#households';
import { Audit, type Transaction, UnitOfWork } from '#platform';
import { goal, type GoalContent, type GoalMove, goalProblems, type GoalState } from '../domain/index.js';
import { holdForWriting, holdPlan, stalePlan } from './held-plan.js';
import { PlanActions } from './plan-actions.js';

const ADD = `INSERT INTO plan_goal (id, household_id, municipality_id, life_domain, words, why, position, created_at)
  SELECT $1, $2, $3, $4, $5, $6, coalesce(max(position), 0) + 1, $7 FROM plan_goal WHERE household_id = $2`;
const HOLD = 'SELECT state, version FROM plan_goal WHERE id = $1 AND household_id = $2 FOR UPDATE';
const REVISE = 'UPDATE plan_goal SET life_domain = $2, words = $3, why = $4, version = version + 1 WHERE id = $1';
const MOVE = 'UPDATE plan_goal SET state = $2, state_reason = $3, state_since = $4, version = version + 1 WHERE id = $1';
const ORDER = `UPDATE plan_goal g SET position = o.at FROM unnest($2::uuid[]) WITH ORDINALITY AS o(id, at)
  WHERE g.id = o.id AND g.household_id = $1 AND g.position <> o.at`;

const TOLD: Readonly<Record<GoalMove, string>> = {
  reach: 'Een doel uit het gezinsplan is bereikt.',
  drop: 'Een doel uit het gezinsplan is gestopt.',
  'take-up': 'Een doel uit het gezinsplan is weer opgepakt.',
};

const notFound = (): DomainError => new DomainError('plan-goal.not-found', 'Dit doel bestaat niet, of je mag het niet zien.', { kind: 'not-found' });
const stale = (): DomainError => new DomainError('plan-goal.stale', 'Iemand anders heeft dit doel net gewijzigd. Lees het opnieuw.', { kind: 'stale' });

/** The goals of a family, in their own words. */
@Injectable()
export class PlanGoalsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly actions: PlanActions,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
  ) {}

  /** The plan begins with its first goal. Throws `invalid` for a goal without an area of life. */
  add(actor: Actor, householdId: string, input: GoalContent): Promise<{ id: string }> {
    return this.work.run(actor, async (tx) => {
      await holdForWriting(tx, householdId);
      refuseInvalid('plan-goal.invalid', goalProblems(input));
      await this.actions.begin(tx, householdId);
      const id = newId();
      await tx.query(ADD, [id, householdId, actor.municipalityId, input.lifeDomain, input.words.trim(), input.why.trim(), tx.now]);
      await this.note(tx, householdId, 'added', id, 'Er is een doel in het gezinsplan gezet.');
      return { id };
    });
  }

  revise(actor: Actor, householdId: string, goalId: string, input: GoalContent, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      await holdForWriting(tx, householdId);
      refuseInvalid('plan-goal.invalid', goalProblems(input));
      await this.hold(tx, householdId, goalId, version);
      await tx.query(REVISE, [goalId, input.lifeDomain, input.words.trim(), input.why.trim()]);
      await this.note(tx, householdId, 'revised', goalId, 'Een doel in het gezinsplan is aangepast.');
    });
  }

  /** Reached, stopped (with the reason) or taken up again. */
  move(actor: Actor, householdId: string, goalId: string, move: GoalMove, reason: string | null, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      await holdForWriting(tx, householdId);
      const state = await this.hold(tx, householdId, goalId, version);
      const next = goal.transition(state, move, { reason });
      await tx.query(MOVE, [goalId, next, next === 'open' ? null : reason, tx.now]);
      await this.note(tx, householdId, next, goalId, TOLD[move]);
    });
  }

  /** The order in which the family wants to see its goals; goals that are not named stay behind. */
  order(actor: Actor, householdId: string, goalIds: readonly string[], version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const { id } = await holdPlan(tx, householdId, version);
      const known = await tx.query<{ id: string }>('SELECT id FROM plan_goal WHERE household_id = $1 ORDER BY position, id', [householdId]);
      const ids = known.map((one) => one.id);
      if (goalIds.some((one) => !ids.includes(one))) throw stalePlan();
      await tx.query(ORDER, [householdId, [...new Set([...goalIds, ...ids])]]);
      await this.audit.record(tx, { action: 'plan.ordered', subjectKind: 'family-plan', subjectId: id, householdId });
    });
  }

  private async hold(tx: Transaction, householdId: string, goalId: string, version: number): Promise<GoalState> {
    const [held] = await tx.query<{ state: GoalState; version: number }>(HOLD, [goalId, householdId]);
    if (!held) throw notFound();
    if (held.version !== version) throw stale();
    return held.state;
  }

  private async note(tx: Transaction, householdId: string, what: string, goalId: string, told: string): Promise<void> {
    await this.story.tell(tx, householdId, `plan.goal-${what}`, told);
    await this.audit.record(tx, { action: `plan-goal.${what}`, subjectKind: 'plan-goal', subjectId: goalId, householdId });
  }
}
