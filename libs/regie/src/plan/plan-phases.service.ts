import { Injectable } from '@nestjs/common';
import { type Actor, localDateOf, newId, refuseInvalid } from '#kernel';
import { HouseholdStory } from '#households';
import { Audit, refuseOnConstraint, UnitOfWork } from '#platform';
import { phaseModel, type PhaseMove, phaseProblems } from '../domain/index.js';
import { holdPlan } from './held-plan.js';

refuseOnConstraint('plan_phase_once', 'plan.phase-moved', 'Iemand anders heeft de fase net gewijzigd. Lees het plan opnieuw.');

const LAST = `SELECT number, phase, since FROM plan_phase WHERE household_id = $1 ORDER BY number DESC LIMIT 1`;
const MOVE = `INSERT INTO plan_phase (id, household_id, municipality_id, number, model, phase, name, since, reason, moved_by, moved_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

type Last = Pick<PhaseMove, 'phase' | 'since'> & { readonly number: number };

/** Where the family is on the road of its municipality; what was before stays readable. */
@Injectable()
export class PlanPhasesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
  ) {}

  move(actor: Actor, householdId: string, input: PhaseMove, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const { id: planId, settings } = await holdPlan(tx, householdId, version);
      const model = phaseModel(settings);
      const [last = null] = await tx.query<Last>(LAST, [householdId]);
      refuseInvalid('plan-phase.invalid', phaseProblems(input, model, last, localDateOf(tx.now)));
      const name = model.phases.find(({ code }) => code === input.phase)?.name ?? input.phase;
      await tx.query(MOVE, [newId(), householdId, actor.municipalityId, (last?.number ?? 0) + 1, model.code, input.phase, name, input.since, input.reason.trim(), actor.userId, tx.now]);
      await this.story.tell(tx, householdId, 'plan.phase', `Het gezin is nu in de fase: ${name}.`);
      await this.audit.record(tx, { action: 'plan.phase-moved', subjectKind: 'family-plan', subjectId: planId, householdId, details: { phase: input.phase } });
    });
  }
}
