import type pg from 'pg';
import { addWorkingDays, newId } from '#kernel';
import type { DemoBook } from './book.js';
import type { DemoFamily } from './family.js';

interface Wish {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly reason: string;
  readonly talkInDays: number;
  readonly accepted: boolean;
}

// The trigger on `handover` sets the assignment to 'handover-planned', as in real life.
const ADD = `INSERT INTO handover (id, household_id, municipality_id, assignment_id, regisseur_id, successor_id, state, reason, talk_on, planned_by, planned_at, answered_by, answered_at, version)
  SELECT $1, household_id, municipality_id, id, regisseur_id, $3, CASE WHEN $4 THEN 'accepted' ELSE 'proposed' END, $5, $6, regisseur_id, $7::timestamptz,
    CASE WHEN $4 THEN $3::uuid END, CASE WHEN $4 THEN $7::timestamptz + interval '5 hours' END, CASE WHEN $4 THEN 2 ELSE 1 END
  FROM regisseur_assignment WHERE household_id = $2 AND state = 'active'`;
const TELL = `INSERT INTO household_event (id, household_id, municipality_id, at, kind, text, by_user_id)
  SELECT uuidv7(), v.household_id, v.municipality_id, e.at, e.kind, e.text, e.by_user_id FROM handover v CROSS JOIN LATERAL (VALUES
    (v.planned_at, 'handover.planned', 'Een overdracht naar een andere regisseur is gepland.', v.regisseur_id),
    (v.answered_at, 'handover.answered', 'De nieuwe regisseur heeft ja gezegd tegen de overdracht.', v.successor_id)) AS e (at, kind, text, by_user_id)
  WHERE v.id = $1 AND e.at IS NOT NULL`;
const NOTIFY = `INSERT INTO inbox_item (id, municipality_id, user_id, kind, text, link, cause, created_at)
  SELECT uuidv7(), municipality_id, successor_id, 'handover-planned', 'Er is een overdracht gepland.', '/gezinnen/' || household_id || '/overdracht', 'handover-planned:' || id, planned_at
  FROM handover WHERE id = $1 AND state = 'proposed'`;

/** Two hand-overs under way: one that persona `regisseur` gives away, and one that they are asked for. */
export async function writeHandovers(db: pg.ClientBase, book: DemoBook, families: readonly DemoFamily[]): Promise<void> {
  const { user, regisseurs } = book.people;
  const wishes: readonly Wish[] = [
    { from: user['regisseur'], to: user['regisseur-zuid'], reason: 'Het gezin is verhuisd naar de andere kant van de stad.', talkInDays: 3, accepted: true },
    { from: regisseurs[1], to: user['regisseur'], reason: 'Esra gaat minder uren werken.', talkInDays: 6, accepted: false },
  ];
  const plannedAt = book.during(book.daysAgo(2));
  for (const { from, to, reason, talkInDays, accepted } of wishes) {
    // The last of theirs: the first ones are looked at for other things.
    const family = families.findLast(({ state, regisseurId }) => state === 'active' && regisseurId === from);
    if (!family) continue;
    const id = newId();
    await db.query(ADD, [id, family.id, to, accepted, reason, addWorkingDays(book.today, talkInDays), plannedAt]);
    await db.query(TELL, [id]);
    await db.query(NOTIFY, [id]);
  }
}
