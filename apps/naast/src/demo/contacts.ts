import type pg from 'pg';
import { addDays, newId } from '#kernel';
import type { DemoBook } from './book.js';
import { writeCaseReview } from './case-review.js';
import { AGENDA, CONTACTS } from './contact-texts.js';
import { type DemoFamily, isRunning, mainOf } from './family.js';

const NOTE = `INSERT INTO contact_note (id, household_id, municipality_id, kind, contact_at, member_ids, others, discussed, next_step, written_by, written_at)
  SELECT x.id, x.household_id, x.municipality_id, x.kind, x.at, x.member_ids, x.others, x.discussed, x.next_step, x.written_by, x.at
  FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, household_id uuid, municipality_id uuid, kind text, at timestamptz, member_ids uuid[], others text, discussed text, next_step text, written_by uuid)`;

/** What people said with the families, an overleg that was and one that comes, and a casuïstiek. */
export async function writeContacts(db: pg.ClientBase, book: DemoBook, families: readonly DemoFamily[]): Promise<void> {
  const running = families.filter((family) => isRunning(family) && family.regisseurId && family.acceptedOn);
  const mine = running.filter(({ regisseurId }) => regisseurId === book.people.regisseurs[0]);
  const others = running.filter((family) => !mine.includes(family));
  await db.query(NOTE, [JSON.stringify([...mine, ...others.slice(0, 20)].flatMap((family) => notesOf(book, family)))]);
  await writeMinutes(db, book);
  // The text speaks of school.
  await writeCaseReview(db, book, mine.find(({ members }) => members.some(({ role, age }) => role === 'child' && age >= 6)));
}

function notesOf(book: DemoBook, family: DemoFamily): object[] {
  const { random, today } = book;
  return random.shuffled(CONTACTS).slice(0, random.between(2, CONTACTS.length)).flatMap(({ nextStep, ...text }, index) => {
    const day = addDays(today, -1 - index * random.between(3, 9));
    if (day < family.reportedOn) return [];
    const at = book.during(day);
    return [{ ...text, id: book.idAt(at), household_id: family.id, municipality_id: family.municipalityId, at, member_ids: [mainOf(family).id], next_step: nextStep, written_by: family.regisseurId }];
  });
}

const POINTS = `INSERT INTO meeting_point (id, meeting_id, household_id, municipality_id, position, title, brought_by, discussed)
  SELECT uuidv7(), c.id, c.household_id, c.municipality_id, x.position - 1, x.point->>0, x.point->>1, CASE WHEN c.state = 'closed' THEN x.point->>2 END
  FROM coordination_meeting c, jsonb_array_elements($1::jsonb) WITH ORDINALITY AS x(point, position)`;
// The same people as those who come together next week were there two weeks ago.
const EARLIER = `WITH earlier AS (
    INSERT INTO coordination_meeting (id, household_id, municipality_id, case_number, organised_by, planned_at, subject, state, readable_until, held_at, closed_at, closed_by)
    SELECT $1, household_id, municipality_id, case_number, organised_by, planned_at - interval '3 weeks', 'Wie doet wat voor dit gezin?', 'closed', (planned_at - interval '2 weeks')::date,
      planned_at - interval '3 weeks', planned_at - interval '20 days', organised_by
    FROM coordination_meeting ORDER BY case_number LIMIT 1 RETURNING household_id)
  INSERT INTO meeting_invitation (meeting_id, organisation_id, household_id, municipality_id, attended)
    SELECT $1, i.organisation_id, i.household_id, i.municipality_id, true FROM meeting_invitation i JOIN earlier e ON e.household_id = i.household_id`;
const PLAN = `INSERT INTO family_plan (id, household_id, municipality_id, started_at) SELECT uuidv7(), household_id, municipality_id, held_at FROM coordination_meeting WHERE id = $1
  ON CONFLICT (household_id) DO NOTHING`;
const DECISION = `WITH action AS (
    INSERT INTO plan_action (id, household_id, municipality_id, what, due_on, origin, origin_id, owner_kind, owner_user_id, created_at)
    SELECT $2, household_id, municipality_id, 'Een overzicht van de vaste lasten maken', $3, 'meeting', id, 'user', organised_by, held_at FROM coordination_meeting WHERE id = $1)
  INSERT INTO meeting_decision (id, meeting_id, point_id, household_id, municipality_id, what, owner_kind, owner, due_on, action_id, recorded_by, recorded_at)
    SELECT uuidv7(), c.id, p.id, c.household_id, c.municipality_id, 'Een overzicht van de vaste lasten maken', 'user', u.name, $3, $2, c.organised_by, c.held_at
    FROM coordination_meeting c JOIN meeting_point p ON p.meeting_id = c.id AND p.position = 2 JOIN app_user u ON u.id = c.organised_by WHERE c.id = $1`;

async function writeMinutes(db: pg.ClientBase, book: DemoBook): Promise<void> {
  const [meeting, action] = [newId(), newId()];
  await db.query(EARLIER, [meeting]);
  await db.query(POINTS, [JSON.stringify(AGENDA)]);
  await db.query(PLAN, [meeting]);
  await db.query(DECISION, [meeting, action, addDays(book.today, 10)]);
}
