import type pg from 'pg';
import { newId } from '#kernel';
import type { DemoBook } from './book.js';
import { type DemoFamily, isRunning } from './family.js';

const NETWORK = `INSERT INTO network_person (id, household_id, municipality_id, member_id, kind, relation, name, phone, agreement, agreed_on, since, backup_user_id, recorded_by, recorded_at)
  SELECT n.id, n.household_id, n.municipality_id, n.member_id, n.kind, n.relation, n.name, n.phone, n.agreement, n.since, n.since, n.backup_user_id, n.recorded_by, $2
  FROM jsonb_populate_recordset(NULL::network_person, $1) AS n`;
const LANGUAGE = `UPDATE household_member SET language = $2, interpreter_needed = $2 <> 'nl', preferred_channel = 'phone', no_calls_from = '09:00', no_calls_until = '15:00',
  contact_remark = $3 WHERE id = $1`;
const TWO_HOMES = `UPDATE household_member SET lives_elsewhere = true, elsewhere_agreement = 'Om de week bij papa, van vrijdag tot vrijdag. Zo hebben we het samen afgesproken.' WHERE id = $1`;
const LEFT = `UPDATE household_member SET left_on = $2, left_reason = 'own-home' WHERE id = $1`;
const COUNTS = 'UPDATE household SET member_count = member_count - 1 WHERE id = $1';
const ADMINISTRATOR = `INSERT INTO legal_representative (id, household_id, municipality_id, member_id, kind, name, organisation, phone, since, recorded_by)
  VALUES ($1, $2, $3, $4, 'administrator', 'M. van Wijk', 'Bewind Noord', '0501234567', $5, $6)`;
const AUTHORITY = `INSERT INTO parental_authority (child_id, adult_id, household_id, municipality_id, has_authority, source, recorded_by)
  VALUES ($1, $2, $3, $4, true, 'told', $5) ON CONFLICT DO NOTHING`;

// By turns; a buddy has a colleague to fall back on.
const AROUND = [
  { kind: 'buddy', relation: 'buddy van het gezin', name: 'Loes Prins', phone: '0612340001', agreement: 'yes', since: 320 },
  { kind: 'neighbour', relation: 'buurvrouw van de overkant', name: null, phone: null, agreement: 'not-asked', since: 60 },
  { kind: 'jim-mentor', relation: 'JIM: oom Sietse', name: 'Sietse Veldman', phone: '0612340002', agreement: 'yes', since: 140 },
  { kind: 'family', relation: 'oma', name: 'Trijntje Bos', phone: '0612340003', agreement: 'yes', since: 200 },
] as const;

const BUDDIES = ['Loes Prins', 'Ruben Haan', 'Wilma Oosting'] as const;

/** People around the families of persona `regisseur`: who helps, who decides with them, and who lives in two homes. */
export async function writePeopleBeside(db: pg.ClientBase, book: DemoBook, families: readonly DemoFamily[]): Promise<void> {
  const regisseur = book.people.user['regisseur'];
  const mine = families.filter((family) => family.regisseurId === regisseur && isRunning(family));
  await db.query(NETWORK, [JSON.stringify(mine.filter((_, at) => at % 2 === 0).map((family, at) => inNetwork(book, family, at))), book.during(book.daysAgo(20))]);
  for (const [at, family] of mine.slice(0, 12).entries()) await tellOf(db, book, family, at);
}

function inNetwork(book: DemoBook, family: DemoFamily, at: number): object {
  const { since, ...person } = AROUND[at % AROUND.length] ?? AROUND[0];
  const name = person.kind === 'buddy' ? BUDDIES[Math.floor(at / AROUND.length) % BUDDIES.length] : person.name;
  const backup = person.kind === 'buddy' ? book.people.user['case-worker'] : null;
  const child = family.members.find(({ role }) => role === 'child');
  return {
    ...person, name, id: newId(), household_id: family.id, municipality_id: family.municipalityId, member_id: person.kind === 'jim-mentor' ? (child?.id ?? null) : null,
    since: book.daysAgo(since), backup_user_id: backup, recorded_by: family.regisseurId,
  };
}

async function tellOf(db: pg.ClientBase, book: DemoBook, family: DemoFamily, at: number): Promise<void> {
  const [main, partner] = family.members;
  const child = family.members.find(({ role, age }) => role === 'child' && age < 18);
  const keys = [family.id, family.municipalityId] as const;
  if (main && at % 3 === 0) await db.query(LANGUAGE, [main.id, at % 2 === 0 ? 'ti' : 'ar', 'Bel alleen op de eigen telefoon. Spreek niets in.']);
  if (child && at % 4 === 1) await db.query(TWO_HOMES, [child.id]);
  if (main && child) await db.query(AUTHORITY, [child.id, main.id, ...keys, family.regisseurId]);
  if (main && at === 2) await db.query(ADMINISTRATOR, [newId(), ...keys, main.id, book.daysAgo(400), family.regisseurId]);
  if (partner?.role === 'partner' && at === 4) {
    await db.query(LEFT, [partner.id, book.daysAgo(30)]);
    await db.query(COUNTS, [family.id]);
  }
}
