import { Injectable } from '@nestjs/common';
import { type Actor, localDateOf, refuseInvalid } from '#kernel';
import { type Transaction, UnitOfWork } from '#platform';
import { type CaseStepInput, stepProblems } from '../domain/index.js';
import { AftercareService } from './aftercare.service.js';
import { type CaseMove, CaseMoves, type CaseProgress, type HeldCase } from './case-moves.service.js';

/** The moves of a case that need no form of their own. */
@Injectable()
export class CaseStepsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly moves: CaseMoves,
    private readonly aftercare: AftercareService,
  ) {}

  /** Throws `invalid` for what was not filled in, `conflict` for the wrong state, `refused` with what is missing. */
  step(actor: Actor, householdId: string, input: CaseStepInput, version: number): Promise<CaseProgress> {
    return this.work.run(actor, async (tx) => {
      const held = await this.moves.take(tx, householdId, input.action, version);
      refuseInvalid('household-case.invalid', stepProblems(input, held.state, localDateOf(tx.now)));
      return this.moves.move(tx, held, input.action, this.partsOf(tx, held, input));
    });
  }

  private partsOf(tx: Transaction, held: HeldCase, { action, reason, safetyChecked, otherParty, contactOn }: CaseStepInput): CaseMove {
    const note = { reason: reason?.trim() || undefined };
    switch (action) {
      case 'place-on-waiting-list': return { note, facts: { safetyChecked: held.facts.safetyChecked || safetyChecked === true } };
      case 'refer-elsewhere': return { note: { ...note, otherParty: otherParty?.trim(), contactOn }, facts: { warmHandoverDone: contactOn !== undefined } };
      case 'start-aftercare': return { note, also: () => this.aftercare.plan(tx, held) };
      default: return { note };
    }
  }
}
