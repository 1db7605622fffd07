import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#kernel';
import { displayName, type HouseholdState, isEnded } from '#households';
import { UnitOfWork } from '#platform';
import { CONTACT_JSON, type ContactRow, type ContactView, contactView, READS_FAMILY, REASONS, VERSION_JSON } from './contact-view.js';

export type EarlierContact = Omit<ContactView, 'id' | 'correctedBy' | 'correctedAt' | 'correctionReason' | 'allowedActions'>;

export interface ContactWithHistory {
  readonly household: { readonly id: string; readonly caseNumber: string; readonly name: string; readonly state: HouseholdState };
  readonly note: ContactView;
  /** Newest first. */
  readonly earlier: readonly EarlierContact[];
  readonly version: number;
}

interface Row {
  readonly household: ContactWithHistory['household'];
  readonly reasons: readonly string[];
  readonly note: ContactRow;
  readonly earlier: readonly Omit<ContactRow, 'id' | 'writerId'>[];
}

const ONE = {
  name: 'contact-note',
  text: `WITH one AS (SELECT jsonb_build_object('id', h.id, 'caseNumber', h.case_number, 'name', h.name, 'state', h.state) AS household, h.id AS household_id, h.municipality_id,
      n.id AS note_id, ${REASONS} AS reasons, ${CONTACT_JSON} AS note,
      coalesce((SELECT jsonb_agg(${VERSION_JSON} ORDER BY v.version DESC) FROM contact_note_version v WHERE v.note_id = n.id), '[]') AS earlier
    FROM household h JOIN contact_note n ON n.household_id = h.id AND n.id = $2 WHERE h.id = $1 AND ${READS_FAMILY}),
  seen AS (INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, request_id)
    SELECT one.municipality_id, access.user_id(), access.organisation(), 'contact.read', 'contact-note', one.note_id, one.household_id, $3 FROM one)
  SELECT household, reasons, note, earlier FROM one`,
};

/** One note with everything that stood there before. */
@Injectable()
export class ContactNotesQueries {
  constructor(private readonly work: UnitOfWork) {}

  async get(actor: Actor, householdId: string, noteId: string): Promise<ContactWithHistory> {
    const [row] = await this.work.read<Row>(actor, ONE, [householdId, noteId, actor.requestId ?? null]);
    if (!row) throw new DomainError('contact.not-found', 'Dit verslag bestaat niet, of je mag het niet zien.', { kind: 'not-found' });
    const note = contactView(row.note, actor, row.reasons, isEnded(row.household.state));
    const earlier = row.earlier.map((version) => ({ ...version, with: version.with.map((person) => ({ id: person.id, name: displayName(person) })) }));
    return { household: row.household, note, earlier, version: note.version };
  }
}
