import { Injectable } from '@nestjs/common';
import { type Actor, addDays, assertAllowed, DomainError, localDateOf, newId } from '#kernel';
import { householdNotFound } from '#households';
import { Audit, type Transaction, UnitOfWork } from '#platform';
import { remindAt } from '#privacy';
import { contactSettings, mayWriteContact } from '../domain/index.js';
import { holdFamily } from './contact-family.js';

/** As typed: nothing of it is checked before it becomes a note. */
export interface DraftContent {
  readonly kind: string;
  readonly moment: string;
  readonly memberIds: readonly string[];
  readonly others: string;
  readonly discussed: string;
  readonly nextStep: string;
  readonly remind: string;
}

export interface ContactDraft {
  readonly content: DraftContent;
  readonly savedAt: string;
  readonly version: number;
}

export interface SavedDraft {
  readonly savedAt: string;
  readonly version: number;
}

const FIND = {
  name: 'own-contact-draft',
  text: `SELECT d.content, d.saved_at AS "savedAt", d.version FROM household h LEFT JOIN contact_draft d ON d.household_id = h.id AND d.user_id = $2
    WHERE h.id = $1 AND EXISTS (SELECT FROM household_access a WHERE a.household_id = h.id AND a.user_id = $2 AND a.reason <> 'break-glass')`,
};
const BEGIN = `INSERT INTO contact_draft (id, household_id, municipality_id, user_id, content, saved_at) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (household_id, user_id) DO NOTHING RETURNING version`;
const SAVE = `UPDATE contact_draft SET content = $3, saved_at = $4, version = version + 1 WHERE household_id = $1 AND user_id = $2 AND version = $5 RETURNING version`;
const DROP = 'DELETE FROM contact_draft WHERE household_id = $1 AND user_id = $2 AND version = $3 RETURNING id';
const OLD = 'DELETE FROM contact_draft WHERE municipality_id = $1 AND saved_at < $2';
const SETTINGS = 'SELECT settings FROM municipality WHERE id = $1';

const stale = (): DomainError => new DomainError('contact-draft.stale', 'In een ander venster is dit concept verder geschreven. Vergelijk de twee.', { kind: 'stale' });

/** What somebody is still writing, so that a closed browser loses nothing. One per person and family, for that person only. */
@Injectable()
export class ContactDraftsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  /** The own draft; null when there is none. Throws `not-found` for who has no task in the family. */
  async find(actor: Actor, householdId: string): Promise<ContactDraft | null> {
    const [row] = await this.work.read<{ content: DraftContent | null; savedAt: Date | null; version: number | null }>(actor, FIND, [householdId, actor.userId]);
    if (!row) throw householdNotFound();
    const { content, savedAt, version } = row;
    return content && savedAt && version ? { content, savedAt: savedAt.toISOString(), version } : null;
  }

  /** `version` 0 begins one. Throws `stale` when another tab was first: neither overwrites the other. */
  save(actor: Actor, householdId: string, content: DraftContent, version: number): Promise<SavedDraft> {
    return this.work.run(actor, async (tx) => {
      const { relation } = await holdFamily(tx, actor, householdId);
      assertAllowed(mayWriteContact(actor, relation), 'contact.write');
      const saved = version === 0 ? await this.begin(tx, householdId, content) : await tx.query<{ version: number }>(SAVE, [householdId, actor.userId, content, tx.now, version]);
      const [draft] = saved;
      if (!draft) throw stale();
      return { savedAt: tx.now.toISOString(), version: draft.version };
    });
  }

  /** The writer does not want it any more. */
  drop(actor: Actor, householdId: string, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const { relation } = await holdFamily(tx, actor, householdId);
      assertAllowed(mayWriteContact(actor, relation), 'contact.write');
      const [gone] = await tx.query<{ id: string }>(DROP, [householdId, actor.userId, version]);
      if (!gone) throw stale();
      await this.audit.record(tx, { action: 'contact-draft.dropped', subjectKind: 'contact-draft', subjectId: gone.id, householdId });
    });
  }

  /** What nobody touched for the days that the municipality chose. For the job that tidies. */
  async forgetOld(tx: Transaction): Promise<void> {
    const [municipality] = await tx.query<{ settings: unknown }>(SETTINGS, [tx.actor.municipalityId]);
    const { draftDays } = contactSettings(municipality?.settings);
    await tx.query(OLD, [tx.actor.municipalityId, remindAt(addDays(localDateOf(tx.now), -draftDays))]);
  }

  // One line when somebody begins; a line for every pause in typing would hide the others.
  private async begin(tx: Transaction, householdId: string, content: DraftContent): Promise<{ version: number }[]> {
    const id = newId();
    const saved = await tx.query<{ version: number }>(BEGIN, [id, householdId, tx.actor.municipalityId, tx.actor.userId, content, tx.now]);
    if (saved.length > 0) await this.audit.record(tx, { action: 'contact-draft.begun', subjectKind: 'contact-draft', subjectId: id, householdId });
    return saved;
  }
}
