import { Injectable } from '@nestjs/common';
import { localDateOf } from '#kernel';
import { Audit, Outbox, type Transaction } from '#platform';
import type { Notice, SystemReminder } from '#reminders';
import { isLate, type LadderRung, type LadderStep, nextRung } from './domain/index.js';
import { type HeldReferral, holdReferral, sharingStands } from './held-referral.js';
import { ReferralMoves } from './referral-moves.service.js';

/** Who must hear what; the caller tells them in the same transaction. */
export interface LadderNews {
  readonly notices: readonly Notice[];
  readonly reminders: readonly SystemReminder[];
}

const NOTHING: LadderNews = { notices: [], reminders: [] };

const STILL_OPEN = `SELECT threatening FROM referral WHERE id = $1 AND state = 'requested'`;

const PARTNERS = `SELECT u.id FROM referral r JOIN app_user u ON u.organisation_id = r.to_organisation_id AND u.active
  JOIN user_role p ON p.user_id = u.id AND p.municipality_id = r.municipality_id AND p.role = 'partner-worker' WHERE r.id = $1 ORDER BY u.id`;

const TEAM_LEADS = `SELECT DISTINCT u.id FROM referral r JOIN household h ON h.id = r.household_id
  JOIN user_role l ON l.team_id = h.team_id AND l.municipality_id = r.municipality_id AND l.role = 'team-lead'
  JOIN app_user u ON u.id = l.user_id AND u.active WHERE r.id = $1`;

/** No answer: remind the partner, tell the regisseur, tell the team lead, let it expire (domain.md). Nobody is left waiting. */
@Injectable()
export class AnswerLadder {
  constructor(
    private readonly moves: ReferralMoves,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Sets the alarm of one step; setting it twice is one alarm. */
  async arm(tx: Transaction, referralId: string, { step, at }: LadderRung): Promise<void> {
    await this.outbox.add(tx, {
      kind: 'referral.answer-due', payload: { referralId, step }, runAt: at, dedupeKey: `answer:${referralId}:${step}`,
    });
  }

  /** The alarm of a step rang. Does nothing when an answer came meanwhile; else takes the step and arms the next one. */
  async climb(tx: Transaction, referralId: string, step: LadderStep): Promise<LadderNews> {
    const [open] = await tx.query<{ threatening: boolean }>(STILL_OPEN, [referralId]);
    if (!open) return NOTHING;
    const held = await holdReferral(tx, referralId);
    // Answered while we waited for the lock.
    if (held.state !== 'requested' || !held.requestedAt) return NOTHING;
    const rung = nextRung({ requestedOn: localDateOf(held.requestedAt), threatening: open.threatening, step, takenAt: tx.now });
    if (rung) await this.arm(tx, referralId, rung);
    return this.take(tx, held, step);
  }

  private async take(tx: Transaction, held: HeldReferral, step: LadderStep): Promise<LadderNews> {
    if (step === 'expire') return this.expire(tx, held);
    await this.audit.record(tx, { action: `referral.${step}`, subjectKind: 'referral', subjectId: held.id, householdId: held.householdId });
    if (step === 'remind-partner') return { ...NOTHING, notices: await this.to(tx, PARTNERS, held, 'referral-answer-due', `/verwijzingen/${held.id}`) };
    // A team lead sees which family it is, not what is asked.
    if (step === 'tell-team-lead') return { ...NOTHING, notices: await this.to(tx, TEAM_LEADS, held, 'referral-late', `/gezinnen/${held.householdId}`) };
    return { ...NOTHING, reminders: [reminder(held, 'referral-late', 'Nog geen antwoord op een verwijzing. Bel de partner.')] };
  }

  private async expire(tx: Transaction, held: HeldReferral): Promise<LadderNews> {
    const today = localDateOf(tx.now);
    await this.moves.write(tx, held, 'expire', {
      kind: 'expired', text: `${held.partnerName} heeft niet geantwoord. De verwijzing is verlopen.`, news: 'referral.expired',
      facts: { answerTermOver: isLate(held, today) },
    }, sharingStands(held, today));
    return { ...NOTHING, reminders: [reminder(held, 'referral-expired', 'Er kwam geen antwoord op een verwijzing. Vraag een andere partner.')] };
  }

  private async to(tx: Transaction, people: string, { id }: HeldReferral, kind: Notice['kind'], link: string): Promise<Notice[]> {
    const found = await tx.query<{ id: string }>(people, [id]);
    return found.map((person) => ({ userId: person.id, kind, link, cause: `${kind}:${id}` }));
  }
}

const reminder = ({ id, householdId, regisseurId }: HeldReferral, kind: SystemReminder['kind'], title: string): SystemReminder => ({
  householdId, userId: regisseurId, kind, subjectId: id, title, link: `/verwijzingen/${id}`,
});
