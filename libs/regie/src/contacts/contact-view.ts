import type { Actor } from '#kernel';
import { displayName, type PersonName } from '#households';
import { involvementOf } from '#privacy';
import { type ContactKind, type ContactRelation, mayCorrectContact } from '../domain/index.js';

export interface ContactView {
  readonly id: string;
  readonly kind: ContactKind;
  readonly contactAt: string;
  readonly with: readonly { readonly id: string; readonly name: string }[];
  readonly others: string | null;
  readonly discussed: string;
  readonly nextStep: string | null;
  readonly writtenBy: string;
  readonly writtenAt: string;
  readonly correctedBy: string | null;
  readonly correctedAt: string | null;
  readonly correctionReason: string | null;
  readonly version: number;
  readonly allowedActions: readonly string[];
}

/** As the database hands it over. */
export interface ContactRow extends Omit<ContactView, 'with' | 'allowedActions'> {
  readonly writerId: string;
  readonly with: readonly (PersonName & { readonly id: string })[];
}

const iso = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const nameOfUser = (column: string): string => `(SELECT u.name FROM app_user u WHERE u.id = ${column})`;
const people = (note: string): string => `coalesce((SELECT jsonb_agg(jsonb_build_object('id', m.id, 'firstName', m.first_name, 'infix', m.infix, 'lastName', m.last_name) ORDER BY m.birth_date, m.id)
  FROM household_member m WHERE m.household_id = ${note}.household_id AND m.id = ANY (${note}.member_ids)), '[]')`;
const CONTENT = (note: string): string => `'kind', ${note}.kind, 'contactAt', ${iso(`${note}.contact_at`)}, 'with', ${people(note)}, 'others', ${note}.others,
  'discussed', ${note}.discussed, 'nextStep', ${note}.next_step, 'writtenAt', ${iso(`${note}.written_at`)}, 'version', ${note}.version`;

/** One note as JSON, from `n`. */
export const CONTACT_JSON = `jsonb_build_object('id', n.id, 'writerId', n.written_by, 'writtenBy', ${nameOfUser('n.written_by')}, 'correctedBy', ${nameOfUser('n.corrected_by')},
  'correctedAt', ${iso('n.corrected_at')}, 'correctionReason', n.correction_reason, ${CONTENT('n')})`;

/** One earlier version as JSON, from `v`. */
export const VERSION_JSON = `jsonb_build_object('writtenBy', ${nameOfUser('v.written_by')}, ${CONTENT('v')})`;

/** Why the reader is there: `m.reasons` of a family `h`. */
export const REASONS = `ARRAY(SELECT a.reason FROM household_access a WHERE a.household_id = h.id AND a.user_id = access.user_id())`;
/** Who reads notes and story of `h`; which rows there are is up to the policies. */
export const READS_FAMILY = `(EXISTS (SELECT FROM household_access a WHERE a.household_id = h.id AND a.user_id = access.user_id())
  OR (access.has_role('team-lead') AND h.state = 'scaled-up' AND h.team_id = ANY (access.teams())))`;

export const relationOf = (actor: Actor, reasons: readonly string[]): ContactRelation => {
  const { hasTask, asRegisseur } = involvementOf(reasons);
  return { municipalityId: actor.municipalityId, hasTask, asRegisseur };
};

export function contactView({ writerId, with: people, ...note }: ContactRow, actor: Actor, reasons: readonly string[], ended: boolean): ContactView {
  const may = !ended && mayCorrectContact(actor, relationOf(actor, reasons), writerId).allowed;
  return { ...note, with: people.map((person) => ({ id: person.id, name: displayName(person) })), allowedActions: may ? ['correct'] : [] };
}
