import { Injectable } from '@nestjs/common';
import { type Actor, isId, type LocalDate } from '#kernel';
import { displayName, householdNotFound, type HouseholdState, isEnded, type PersonName } from '#households';
import { decodeCursor, encodeCursor, UnitOfWork } from '#platform';
import { inAmsterdam } from '#privacy';
import { KNOWN_WORDS, mayWriteContact, type TimelineGroup, timelineGroup, wordsOf } from '../domain/index.js';
import { CONTACT_JSON, type ContactRow, type ContactView, contactView, READS_FAMILY, REASONS, relationOf } from './contact-view.js';

export interface TimelineFilter {
  readonly groups: readonly TimelineGroup[];
  readonly memberId?: string;
  readonly from?: LocalDate;
  /** The last day that counts. */
  readonly until?: LocalDate;
  readonly limit: number;
  readonly cursor?: string;
}

export interface TimelineItem {
  readonly id: string;
  readonly at: string;
  readonly group: TimelineGroup;
  /** One readable line; of a note its kind says it. */
  readonly text: string | null;
  readonly by: string;
  readonly note: ContactView | null;
}

export interface Timeline {
  readonly household: { readonly id: string; readonly caseNumber: string; readonly name: string; readonly state: HouseholdState };
  /** Everybody of the family; who left stays for what was written before. */
  readonly people: readonly { readonly id: string; readonly name: string; readonly present: boolean }[];
  readonly items: readonly TimelineItem[];
  readonly nextCursor: string | null;
  readonly allowedActions: readonly string[];
}

interface Line {
  readonly id: string;
  /** To the microsecond, as text: a Date would lose the place of the next page. */
  readonly at: string;
  readonly kind: string;
  readonly text: string | null;
  readonly by: string | null;
  readonly note: ContactRow | null;
}

interface Row {
  readonly household: Timeline['household'];
  readonly reasons: readonly string[];
  readonly people: readonly (PersonName & { readonly id: string; readonly present: boolean })[];
  readonly lines: readonly Line[];
}

const PERIOD = (at: string, id: string): string => `(${at}, ${id}) < ($2::timestamptz, $3::uuid) AND ${at} >= $4::timestamptz AND ${at} < $5::timestamptz`;
// Each of the two gives a page at most; a line about a note stands in the story of the family page, here the note itself does.
const EVENTS = `SELECT e.at, e.id, e.kind, e.text, e.by_user_id AS by_id FROM household_event e
  WHERE e.household_id = $1 AND ${PERIOD('e.at', 'e.id')} AND $9::uuid IS NULL AND e.kind NOT IN ('contact.noted', 'contact.corrected')
    AND (split_part(e.kind, '.', 1) = ANY ($6::text[]) OR ($7 AND split_part(e.kind, '.', 1) <> ALL ($8::text[])))
  ORDER BY e.at DESC, e.id DESC LIMIT $10`;
const NOTES = `SELECT n.contact_at, n.id, 'contact.noted', NULL, n.written_by FROM contact_note n
  WHERE n.household_id = $1 AND ${PERIOD('n.contact_at', 'n.id')} AND 'contact' = ANY ($6::text[]) AND ($9::uuid IS NULL OR $9::uuid = ANY (n.member_ids))
  ORDER BY n.contact_at DESC, n.id DESC LIMIT $10`;

const STORY = {
  name: 'timeline',
  text: `WITH family AS (SELECT h.*, ${REASONS} AS reasons FROM household h WHERE h.id = $1 AND ${READS_FAMILY}),
    page AS (SELECT * FROM ((${EVENTS}) UNION ALL (${NOTES})) t ORDER BY at DESC, id DESC LIMIT $10),
    seen AS (INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, request_id)
      SELECT f.municipality_id, access.user_id(), access.organisation(), 'timeline.read', 'household', f.id, f.id, $11 FROM family f)
    SELECT jsonb_build_object('id', f.id, 'caseNumber', f.case_number, 'name', f.name, 'state', f.state) AS household, f.reasons,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', m.id, 'firstName', m.first_name, 'infix', m.infix, 'lastName', m.last_name, 'present', m.left_on IS NULL) ORDER BY m.birth_date, m.id)
        FROM household_member m WHERE m.household_id = f.id), '[]') AS people,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', p.id, 'at', to_char(p.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'kind', p.kind, 'text', p.text,
          'by', u.name, 'note', CASE WHEN n.id IS NOT NULL THEN ${CONTACT_JSON} END) ORDER BY p.at DESC, p.id DESC)
        FROM page p LEFT JOIN app_user u ON u.id = p.by_id LEFT JOIN contact_note n ON n.id = p.id AND p.text IS NULL), '[]') AS lines
    FROM family f`,
};

const NEWEST = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;
const isMoment = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/.test(value) && !Number.isNaN(Date.parse(value));

/** One readable story: contacts, decisions, referrals, money, plan and meetings, newest first, in one round trip. */
@Injectable()
export class TimelineQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** Throws `not-found` for who is not in the dossier; a team lead reads it when the family is scaled up. */
  async get(actor: Actor, householdId: string, { groups, memberId, from, until, limit, cursor }: TimelineFilter): Promise<Timeline> {
    const [at, id] = decodeCursor(cursor, [isMoment, isId]) ?? NEWEST;
    const { words, other } = wordsOf(groups);
    const period = [from ? inAmsterdam(from, '00:00') : '-infinity', until ? new Date(inAmsterdam(until, '23:59').getTime() + MINUTE_MS) : 'infinity'];
    const [row] = await this.work.read<Row>(actor, STORY, [householdId, at, id, ...period, words, other, KNOWN_WORDS, memberId ?? null, limit + 1, actor.requestId ?? null]);
    if (!row) throw householdNotFound();
    return timeline(row, actor, limit);
  }
}

const MINUTE_MS = 60_000;

function timeline({ household, reasons, people, lines }: Row, actor: Actor, limit: number): Timeline {
  const ended = isEnded(household.state);
  const [shown, last] = [lines.slice(0, limit), lines[limit - 1]];
  return {
    household,
    people: people.map((person) => ({ id: person.id, name: displayName(person), present: person.present })),
    items: shown.map(({ at, kind, by, note, ...line }) => ({
      ...line, at: `${at.slice(0, 23)}Z`, group: timelineGroup(kind), by: by ?? 'Naast', note: note && contactView(note, actor, reasons, ended),
    })),
    nextCursor: lines.length > limit && last ? encodeCursor([last.at, last.id]) : null,
    allowedActions: !ended && mayWriteContact(actor, relationOf(actor, reasons)).allowed ? ['write-contact'] : [],
  };
}
