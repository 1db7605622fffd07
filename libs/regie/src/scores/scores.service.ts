import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, localDateOf, newId, refuseInvalid } from '#kernel';
import { HouseholdStory, isEnded } from '#households';
import { Audit, refuseOnConstraint, type Transaction, UnitOfWork } from '#platform';
import { mayMeasure, type Measurement, measurementProblems, scaleOn, type ScoreScale } from '../domain/index.js';
import { type HeldFamily, holdFamily, relationOf, requireMemberOf } from '../held-family.js';
import { SCALES_JSON } from './scale-columns.js';

export interface NewRound extends Measurement {
  /** Left out: about the family as a whole. */
  readonly memberId?: string;
}

export interface Correction extends Measurement {
  readonly correctionReason: string;
}

interface WrongRound {
  readonly memberId: string | null;
  readonly scaleId: string;
  readonly corrected: boolean;
}

const ALREADY = 'Iemand heeft deze meting al verbeterd. Lees haar opnieuw.';
refuseOnConstraint('round_corrected_once', 'score-round.already-corrected', ALREADY);

const WRONG = `SELECT r.member_id AS "memberId", r.scale_id AS "scaleId", EXISTS (SELECT FROM score_round n WHERE n.corrects_id = r.id) AS corrected
  FROM score_round r WHERE r.id = $1 AND r.household_id = $2`;
const ADD = `INSERT INTO score_round (id, household_id, municipality_id, member_id, scale_id, moment, measured_on, view, recorded_by, recorded_at, corrects_id, correction_reason)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;
const ADD_LINES = `INSERT INTO score_line (round_id, household_id, municipality_id, domain, step, reason)
  SELECT $1, $2, $3, * FROM unnest($4::text[], $5::smallint[], $6::text[])`;

const notFound = (): DomainError => new DomainError('score-round.not-found', 'Deze meting bestaat niet, of je mag haar niet zien.', { kind: 'not-found' });
const ended = (): DomainError => new DomainError('household.ended', 'Dit gezin is afgesloten. Heropen het eerst.', { kind: 'conflict' });

/** How it goes per area of life. Only ever added to: what was wrong stays, with the measurement that corrects it. */
@Injectable()
export class ScoresService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
  ) {}

  measure(actor: Actor, householdId: string, input: NewRound): Promise<{ id: string }> {
    return this.work.run(actor, async (tx) => {
      const family = await this.hold(tx, householdId);
      const scale = scaleOn(await scalesOf(tx), input.measuredOn);
      return this.add(tx, family, input, { memberId: input.memberId ?? null, scale });
    });
  }

  /** The same scale and the same person as before; everything else may be written anew. */
  correct(actor: Actor, householdId: string, roundId: string, input: Correction): Promise<{ id: string }> {
    return this.work.run(actor, async (tx) => {
      const family = await this.hold(tx, householdId);
      const [wrong] = await tx.query<WrongRound>(WRONG, [roundId, householdId]);
      if (!wrong) throw notFound();
      if (wrong.corrected) throw new DomainError('score-round.already-corrected', ALREADY, { kind: 'conflict' });
      const scale = (await scalesOf(tx)).find(({ id }) => id === wrong.scaleId);
      return this.add(tx, family, input, { memberId: wrong.memberId, scale, corrects: { id: roundId, reason: input.correctionReason } });
    });
  }

  private async hold(tx: Transaction, householdId: string): Promise<HeldFamily> {
    const family = await holdFamily(tx, householdId);
    assertAllowed(mayMeasure(tx.actor, relationOf(family)), 'score-round.measure');
    if (isEnded(family.state)) throw ended();
    return family;
  }

  private async add(tx: Transaction, family: HeldFamily, input: Measurement, about: About): Promise<{ id: string }> {
    const { memberId, scale, corrects } = about;
    const member = memberId ? requireMemberOf(family, memberId) : null;
    const { reportedOn } = family;
    const context = { today: localDateOf(tx.now), reportedOn, birthDate: member?.birthDate ?? null, leftOn: member?.leftOn ?? null, scale };
    refuseInvalid('score-round.invalid', measurementProblems(input, context));
    const id = newId();
    const { moment, measuredOn, view, scaleId, scores } = input;
    await tx.query(ADD, [id, family.id, family.municipalityId, memberId, scaleId, moment, measuredOn, view, tx.actor.userId, tx.now, corrects?.id ?? null, corrects?.reason ?? null]);
    await tx.query(ADD_LINES, [id, family.id, family.municipalityId, scores.map(({ domain }) => domain), scores.map(({ step }) => step), scores.map(({ reason }) => reason.trim())]);
    const [action, told] = corrects ? (['score-round.corrected', 'Een meting van hoe het gaat is verbeterd.'] as const) : (['score-round.recorded', 'Er is vastgelegd hoe het gaat.'] as const);
    await this.story.tell(tx, family.id, action, told);
    await this.audit.record(tx, { action, subjectKind: 'score-round', subjectId: id, householdId: family.id, details: { ...(memberId && { memberId }), domains: scores.length } });
    return { id };
  }
}

interface About {
  readonly memberId: string | null;
  readonly scale: ScoreScale | undefined;
  readonly corrects?: { readonly id: string; readonly reason: string };
}

async function scalesOf(tx: Transaction): Promise<ScoreScale[]> {
  const [row] = await tx.query<{ scales: ScoreScale[] }>(`SELECT ${SCALES_JSON} AS scales`);
  return row?.scales ?? [];
}
