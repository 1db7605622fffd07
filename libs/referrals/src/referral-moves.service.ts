import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, type LocalDate, localDateOf, newId } from '#kernel';
import { HouseholdStory } from '#households';
import { Audit, Outbox, type Transaction, UnitOfWork } from '#platform';
import { isOpenReferral, mayChangeReferral, type ReferralAction, type ReferralFacts, type RefusalCode, transitionReferral } from './domain/index.js';
import { type HeldReferral, holdReferral, partiesOf, sharingStands, staleReferral } from './held-referral.js';
import { allowedSteps, type ReferralProgress, standingOf } from './referral-progress.js';

export interface ReferralStep {
  readonly facts?: Partial<ReferralFacts>;
  readonly kind: string;
  /** The fixed sentence, for the referral and for the family's story. */
  readonly text: string;
  /** What the person wrote. */
  readonly note?: string;
  /** Which news goes round; its processor re-reads the state. */
  readonly news: string;
  readonly firstContactOn?: LocalDate;
  readonly refusal?: { readonly code: RefusalCode; readonly explanation: string; readonly nextStep: string };
}

const FACTS: Omit<ReferralFacts, 'sharingAllowed'> = { questionAsked: true, reasonGiven: true, answerTermOver: false };

const MOVE = `UPDATE referral SET state = $2, version = $3, answered_by = coalesce($4, answered_by), first_contact_on = coalesce($5, first_contact_on),
  refusal_code = $6, refusal_explanation = $7, refusal_next_step = $8, closed_at = $9 WHERE id = $1`;

const TELL = `INSERT INTO referral_event (id, referral_id, household_id, municipality_id, at, kind, text, note, by_user_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, nullif($9, '')::uuid)`;

/** How every step of a referral goes: lock and read, who may, which version, may this state, and then write it all once. */
@Injectable()
export class ReferralMoves {
  constructor(
    private readonly work: UnitOfWork,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Throws `not-found`, `forbidden`, `stale`, `conflict` (wrong state) or `refused` with what is missing. */
  move(actor: Actor, id: string, version: number, action: ReferralAction, stepOf: (held: HeldReferral, today: LocalDate) => ReferralStep): Promise<ReferralProgress> {
    return this.work.run(actor, async (tx) => {
      const held = await holdReferral(tx, id);
      const parties = partiesOf(actor, held);
      assertAllowed(mayChangeReferral(actor, action, parties), `referral.${action}`);
      if (held.version !== version) throw staleReferral();
      const today = localDateOf(tx.now);
      const sharingAllowed = sharingStands(held, today);
      const step = stepOf(held, today);
      const moved = await this.write(tx, held, action, step, sharingAllowed);
      const { caseNumber, answerBy, firstContactBy } = held;
      return {
        id, caseNumber, state: moved.state, answerBy, firstContactBy, version: moved.version,
        ...standingOf(actor, parties, moved, today),
        allowedActions: allowedSteps(actor, parties, moved.state, sharingAllowed),
      };
    });
  }

  /** The part that writes, for who holds the referral already. */
  async write(tx: Transaction, held: HeldReferral, action: ReferralAction, step: ReferralStep, sharingAllowed: boolean): Promise<HeldReferral> {
    const state = transitionReferral(held.state, action, { ...FACTS, sharingAllowed, refusal: step.refusal, ...step.facts });
    const version = held.version + 1;
    const answers = action === 'accept' || action === 'reject';
    await tx.query(MOVE, [
      held.id, state, version, answers ? tx.actor.userId : null, step.firstContactOn ?? null,
      step.refusal?.code ?? null, step.refusal?.explanation ?? null, step.refusal?.nextStep ?? null, isOpenReferral(state) ? null : tx.now,
    ]);
    await this.tell(tx, held, step);
    await this.story.tell(tx, held.householdId, `referral.${step.kind}`, step.text);
    await this.audit.record(tx, { action: `referral.${step.kind}`, subjectKind: 'referral', subjectId: held.id, householdId: held.householdId, details: { from: held.state, to: state } });
    await this.outbox.add(tx, { kind: step.news, payload: { referralId: held.id, version: String(version) } });
    return { ...held, state, version, firstContactOn: step.firstContactOn ?? held.firstContactOn };
  }

  /** One line in the story of the referral, which both sides read. */
  async tell(tx: Transaction, referral: { id: string; householdId: string }, { kind, text, note }: Pick<ReferralStep, 'kind' | 'text' | 'note'>): Promise<void> {
    const { municipalityId, userId } = tx.actor;
    await tx.query(TELL, [newId(), referral.id, referral.householdId, municipalityId, tx.now, kind, text, note ?? null, userId]);
  }
}
