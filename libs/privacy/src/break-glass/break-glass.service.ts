import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, newId } from '#kernel';
import { HouseholdStory } from '#households';
import { Audit, Outbox, type Transaction, UnitOfWork } from '#platform';
import {
  type BreakGlassOutcome, breakGlassSettings, breakGlassStateAt, mayBreakGlass, mayCloseBreakGlass, mayReviewBreakGlass, reviewDueAt,
  transitionBreakGlass,
} from '../domain/break-glass/index.js';
import { holdBreakGlass } from './held-break-glass.js';

export interface OpenedBreakGlass {
  readonly id: string;
  readonly householdId: string;
  readonly endsAt: Date;
}

// The same words for a number that nobody has and for a number of another municipality: only the own one is looked in.
const unknownNumber = (): DomainError => {
  const message = 'In jouw gemeente is geen gezin met dit nummer. Kijk het nummer na.';
  return new DomainError('break-glass.unknown', message, { kind: 'refused', fields: [{ name: 'caseNumber', message }] });
};
const alreadyIn = (): DomainError =>
  new DomainError('break-glass.already-in', 'Je kunt dit dossier al openen. Noodtoegang is niet nodig.', { kind: 'conflict' });
const stale = (): DomainError => new DomainError('break-glass.stale', 'Iemand anders heeft dit net nagekeken. Lees het opnieuw.', { kind: 'stale' });

const ADD = `INSERT INTO break_glass (id, household_id, municipality_id, user_id, case_number, reason, ends_at)
  VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(mins => $7)) RETURNING ends_at AS "endsAt"`;

/** Into a dossier without being involved: with a reason, for a short while, seen by others at once and judged afterwards. */
@Injectable()
export class BreakGlassService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Throws `forbidden` for partners, `refused` for an unknown number, `conflict` for who is in the dossier already. */
  open(actor: Actor, { caseNumber, reason }: { caseNumber: string; reason: string }): Promise<OpenedBreakGlass> {
    return this.work.run(actor, async (tx) => {
      const [place] = await tx.query<{ atPartner: boolean }>('SELECT access.at_a_partner() AS "atPartner"');
      assertAllowed(mayBreakGlass(actor, place?.atPartner ?? true), 'break-glass.open');
      const number = caseNumber.trim();
      const householdId = await this.find(tx, number);
      const { minutes, reviewWorkingDays } = await settingsOf(tx);
      const id = newId();
      const [added] = await tx.query<{ endsAt: Date }>(ADD, [id, householdId, actor.municipalityId, actor.userId, number, reason.trim(), minutes]);
      if (!added) throw new Error('break-glass was not written');
      await this.story.tell(tx, householdId, 'break-glass.opened', 'Een collega heeft dit dossier geopend met noodtoegang.');
      await this.audit.record(tx, { action: 'break-glass.opened', subjectKind: 'break-glass', subjectId: id, householdId, details: { minutes } });
      await this.outbox.add(tx, { kind: 'break-glass.opened', payload: { breakGlassId: id } });
      await this.outbox.add(tx, { kind: 'break-glass.review-due', payload: { breakGlassId: id, round: '1' }, runAt: reviewDueAt(tx.now, reviewWorkingDays) });
      return { id, householdId, endsAt: added.endsAt };
    });
  }

  /** Done before the time is over; what the regisseur should know goes into the story of the family. */
  close(actor: Actor, id: string, note: string | undefined): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const glass = await holdBreakGlass(tx, id);
      assertAllowed(mayCloseBreakGlass(actor, glass), 'break-glass.close');
      transitionBreakGlass(breakGlassStateAt(glass, glass.now), 'close', { noteGiven: true });
      if (note?.trim()) await this.story.tell(tx, glass.householdId, 'break-glass.note', note.trim());
      await tx.query('UPDATE break_glass SET ended_at = $2, version = version + 1 WHERE id = $1', [id, tx.now]);
      await this.audit.record(tx, { action: 'break-glass.closed', subjectKind: 'break-glass', subjectId: id, householdId: glass.householdId });
    });
  }

  /** Was it needed? Somebody else says so, and a window that is still open closes. */
  review(actor: Actor, id: string, { outcome, note }: { outcome: BreakGlassOutcome; note: string }, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const glass = await holdBreakGlass(tx, id);
      assertAllowed(mayReviewBreakGlass(actor, glass), 'break-glass.review');
      if (glass.version !== version) throw stale();
      const state = breakGlassStateAt(glass, glass.now);
      transitionBreakGlass(state, 'review', { noteGiven: note.trim() !== '' });
      const endedAt = state === 'running' ? tx.now : glass.endedAt;
      await tx.query(
        `UPDATE break_glass SET ended_at = $2, outcome = $3, review_note = $4, reviewed_by = $5, reviewed_at = $6, version = version + 1 WHERE id = $1`,
        [id, endedAt, outcome, note.trim(), actor.userId, tx.now],
      );
      await this.audit.record(tx, { action: 'break-glass.reviewed', subjectKind: 'break-glass', subjectId: id, householdId: glass.householdId, details: { outcome } });
      await this.outbox.add(tx, { kind: 'break-glass.reviewed', payload: { breakGlassId: id } });
    });
  }

  private async find(tx: Transaction, caseNumber: string): Promise<string> {
    // Two clicks at once are one emergency.
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('naast-break-glass'), hashtext($1))`, [tx.actor.userId]);
    const [family] = await tx.query<{ household_id: string; involved: boolean }>('SELECT household_id, involved FROM access.family_behind_glass($1)', [caseNumber]);
    if (!family) throw unknownNumber();
    if (family.involved) throw alreadyIn();
    return family.household_id;
  }
}

export async function settingsOf(tx: Transaction): Promise<ReturnType<typeof breakGlassSettings>> {
  const [row] = await tx.query<{ settings: unknown }>('SELECT settings FROM municipality WHERE id = $1', [tx.actor.municipalityId]);
  return breakGlassSettings(row?.settings);
}
