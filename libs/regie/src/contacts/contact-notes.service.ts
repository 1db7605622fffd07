import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, isFilled, newId, refuseInvalid } from '#kernel';
import { HouseholdStory } from '#households';
import { Audit, type Transaction, UnitOfWork } from '#platform';
import { remindAt } from '#privacy';
import { RemindersService } from '#reminders';
import { CONTACT_KINDS, type ContactContent, contactProblems, mayCorrectContact, mayWriteContact } from '../domain/index.js';
import { holdFamily } from './contact-family.js';

export interface Correction extends ContactContent {
  /** Why it changes; stays with the note. */
  readonly reason: string;
}

const ADD = `INSERT INTO contact_note (id, household_id, municipality_id, kind, contact_at, member_ids, others, discussed, next_step, written_by, written_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;
const HOLD = `SELECT version, written_by AS "writtenBy" FROM contact_note WHERE id = $1 AND household_id = $2 FOR UPDATE`;
// What stood there before is kept by a trigger, in the same statement.
const CORRECT = `UPDATE contact_note SET kind = $2, contact_at = $3, member_ids = $4, others = $5, discussed = $6, next_step = $7,
  corrected_by = $8, corrected_at = $9, correction_reason = $10, version = version + 1 WHERE id = $1`;
const DROP_DRAFT = 'DELETE FROM contact_draft WHERE household_id = $1 AND user_id = $2';

const notFound = (): DomainError => new DomainError('contact.not-found', 'Dit verslag bestaat niet, of je mag het niet zien.', { kind: 'not-found' });
const stale = (): DomainError => new DomainError('contact.stale', 'Iemand anders heeft dit verslag net verbeterd. Vergelijk de twee.', { kind: 'stale' });

const tidy = (text: string | null | undefined): string | null => (isFilled(text) ? text.trim() : null);
const columns = ({ kind, contactAt, memberIds, others, discussed, nextStep }: ContactContent): unknown[] =>
  [kind, contactAt, [...new Set(memberIds)], tidy(others), discussed, tidy(nextStep)];

/** What people said with the family. Never deleted and never overwritten: retention takes it with the record. */
@Injectable()
export class ContactNotesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly story: HouseholdStory,
    private readonly reminders: RemindersService,
    private readonly audit: Audit,
  ) {}

  /** The draft of the writer became this note, so it goes. */
  add(actor: Actor, householdId: string, input: ContactContent): Promise<{ id: string }> {
    return this.work.run(actor, async (tx) => {
      const { facts, relation } = await holdFamily(tx, actor, householdId);
      assertAllowed(mayWriteContact(actor, relation), 'contact.write');
      refuseInvalid('contact.invalid', contactProblems(input, facts, tx.now));
      const id = newId();
      await tx.query(ADD, [id, householdId, actor.municipalityId, ...columns(input), actor.userId, tx.now]);
      await tx.query(DROP_DRAFT, [householdId, actor.userId]);
      await this.remind(tx, householdId, id, input);
      await this.story.tell(tx, householdId, 'contact.noted', `Verslag geschreven van een contact: ${CONTACT_KINDS[input.kind]}.`);
      await this.audit.record(tx, { action: 'contact.noted', subjectKind: 'contact-note', subjectId: id, householdId, details: { kind: input.kind } });
      return { id };
    });
  }

  /** A new version; the old one stays readable. */
  correct(actor: Actor, householdId: string, noteId: string, { reason, ...content }: Correction, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const { facts, relation } = await holdFamily(tx, actor, householdId);
      const [held] = await tx.query<{ version: number; writtenBy: string }>(HOLD, [noteId, householdId]);
      if (!held) throw notFound();
      assertAllowed(mayCorrectContact(actor, relation, held.writtenBy), 'contact.correct');
      if (held.version !== version) throw stale();
      refuseInvalid('contact.invalid', contactProblems(content, facts, tx.now));
      await tx.query(CORRECT, [noteId, ...columns(content), actor.userId, tx.now, reason.trim()]);
      if (content.remindOn) await this.remind(tx, householdId, noteId, content);
      await this.story.tell(tx, householdId, 'contact.corrected', 'Een verslag van een contact is verbeterd.');
      await this.audit.record(tx, { action: 'contact.corrected', subjectKind: 'contact-note', subjectId: noteId, householdId, details: { version: version + 1 } });
    });
  }

  private async remind(tx: Transaction, householdId: string, noteId: string, { nextStep, remindOn }: ContactContent): Promise<void> {
    if (!remindOn || !isFilled(nextStep)) return;
    await this.reminders.dropAbout(tx, noteId, 'contact-next-step');
    await this.reminders.remindLater(tx, {
      householdId, userId: tx.actor.userId, kind: 'contact-next-step', subjectId: noteId, title: nextStep.trim().slice(0, 200), dueAt: remindAt(remindOn),
    });
  }
}
