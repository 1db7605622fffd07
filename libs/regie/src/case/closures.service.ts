import { Injectable } from '@nestjs/common';
import { type Actor, newId } from '#kernel';
import { UnitOfWork } from '#platform';
import { CaseMoves, type CaseProgress } from './case-moves.service.js';

export interface ClosureInput {
  readonly planEvaluation: string;
  readonly familyWords: string;
  readonly familyJudgement?: number;
  readonly madeTheDifference: string;
  readonly agreed: string;
}

// The goals as they are now, a later period may have others; a trigger counts them, also for who does not see them.
const CLOSE = `INSERT INTO case_closure (id, household_id, municipality_id, period, goals_reached, goals_dropped, plan_evaluation, family_words, family_judgement,
    made_the_difference, agreed, closed_by, closed_at)
  VALUES ($1, $2, $3, access.case_period($2), 0, 0, $4, $5, $6, $7, $8, $9, $10)`;

/** A case ends together with the family: what was reached, what they say of it, and what was agreed. */
@Injectable()
export class ClosuresService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly moves: CaseMoves,
  ) {}

  /** Throws `refused` with everything that is still open. Reminders, assignment and access end by what follows in the database. */
  close(actor: Actor, householdId: string, input: ClosureInput, version: number): Promise<CaseProgress> {
    return this.work.run(actor, async (tx) => {
      const held = await this.moves.take(tx, householdId, 'close', version);
      return this.moves.move(tx, held, 'close', {
        also: () => tx.query(CLOSE, [
          newId(), householdId, held.municipalityId, input.planEvaluation, input.familyWords, input.familyJudgement ?? null, input.madeTheDifference, input.agreed, actor.userId, tx.now,
        ]),
        details: { judged: input.familyJudgement !== undefined },
      });
    });
  }
}
