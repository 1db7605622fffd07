import type pg from 'pg';
import { type LocalDate, newId } from '#kernel';
import type { DemoBook } from './book.js';
import type { DemoFamily } from './family.js';

// The database noted that all of them began to wait while the demo was loaded; they did so when they were reported.
const BEGAN = `UPDATE waiting_period p SET started_on = h.reported_on FROM household h WHERE h.id = p.household_id`;
const EARLIER = `INSERT INTO waiting_period (household_id, municipality_id, team_id, waiting_since, started_on, ended_on)
  SELECT h.id, h.municipality_id, h.team_id, h.reported_on, h.reported_on, f.until FROM jsonb_to_recordset($1) AS f(id uuid, until date) JOIN household h ON h.id = f.id`;
const CALL = `INSERT INTO waiting_contact (id, household_id, municipality_id, called_on, called_by, outcome, note, noted_at) VALUES ($1, $2, $3, $4::date, $5, $6, $7, $4::date + time '11:00')`;
const CHANGE = `INSERT INTO urgency_change (id, household_id, municipality_id, from_urgency, to_urgency, reason, changed_by, changed_at)
  SELECT $1, id, municipality_id, 'normaal', urgency, $3, $4, $5::date + time '10:00' FROM household WHERE id = $2`;

const CALLS: readonly (readonly [outcome: string, note: string | null])[] = [
  ['reached', 'Het gaat nog. Ze weten dat het lang duurt.'], ['voicemail', null], ['not-reached', 'Bel liever na vier uur.'], ['reached', null],
];

/** When families waited, who was called, and why some have more haste now. */
export async function writeWaiting(db: pg.ClientBase, book: DemoBook, families: readonly DemoFamily[]): Promise<void> {
  const { people } = book;
  await db.query(BEGAN);
  const placed = families.flatMap(({ id, acceptedOn }) => (acceptedOn ? [{ id, until: acceptedOn }] : []));
  await db.query(EARLIER, [JSON.stringify(placed)]);
  const waiting = families.filter(({ state, team }) => state === 'waiting-list' && team === 'WIJ Noord');
  for (const [at, family] of waiting.entries()) {
    if (at % 3 === 2) continue;
    const [outcome, note] = CALLS[at % CALLS.length] ?? ['reached', null];
    await db.query(CALL, [newId(), family.id, family.municipalityId, laterOf(book.daysAgo(2 + (at % 30)), family.reportedOn), people.user[at % 2 ? 'case-worker' : 'team-lead'], outcome, note]);
  }
  for (const { id, reportedOn } of waiting.filter(({ urgency }) => urgency === 'hoog').slice(0, 3)) {
    await db.query(CHANGE, [newId(), id, 'De energieleverancier kondigt afsluiting aan.', people.user['team-lead'], laterOf(book.daysAgo(6), reportedOn)]);
  }
}

const laterOf = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);
