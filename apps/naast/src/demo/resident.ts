import type pg from 'pg';
import { normaliseName } from '#kernel';
import type { DemoBook } from './book.js';
import { type DemoFamily, mainOf } from './family.js';

const RESIDENT = { firstName: 'Anna', lastName: 'Dijkstra' };
const DESK = 'web 10.20.30.41';

/** Who looked, on which day before today, and what is said about it in the log. */
const LOOKS: readonly (readonly [daysAgo: number, persona: string, roles: string, action: string, details: object])[] = [
  [21, 'team-lead', 'team-lead', 'household.read', { view: 'head', reasons: [] }],
  [20, 'regisseur', 'regisseur', 'household.read', { view: 'proposed', reasons: [] }],
  [20, 'regisseur', 'regisseur', 'assignment.accepted', {}],
  [14, 'regisseur', 'regisseur', 'household.read', { view: 'involved', reasons: ['regisseur'] }],
  [13, 'regisseur', 'regisseur', 'household.read', { view: 'involved', reasons: ['regisseur'] }],
  [13, 'regisseur', 'regisseur', 'sharing.previewed', {}],
  [6, 'regisseur', 'regisseur', 'household.read', { view: 'involved', reasons: ['regisseur'] }],
  [6, 'regisseur', 'regisseur', 'household.read', { view: 'involved', reasons: ['regisseur'] }],
  [1, 'regisseur', 'regisseur', 'household.read', { view: 'involved', reasons: ['regisseur'] }],
];

/** The family in which persona `resident` is the mother: one of persona `regisseur`, with a child for whom she may look as well. */
export async function writeResident(db: pg.ClientBase, book: DemoBook, families: readonly DemoFamily[]): Promise<void> {
  await db.query('UPDATE household_member m SET known_since = h.created_at FROM household h WHERE h.id = m.household_id');
  const { people } = book;
  const mine = families.find((family) => family.regisseurId === people.regisseurs[0] && family.state === 'active' && child(family) !== undefined && !family.protectedAddress);
  if (!mine) return;
  await rename(db, mine);
  await account(db, book, mine);
  // In the order in which it happened: numbers follow time in a log.
  await work(db, mine);
  await looked(db, book, mine);
}

const child = ({ members }: DemoFamily): string | undefined => members.find(({ role, age }) => role === 'child' && age < 16)?.id;

async function rename(db: pg.ClientBase, family: DemoFamily): Promise<void> {
  const { firstName, lastName } = RESIDENT;
  await db.query('UPDATE household SET name = $2 WHERE id = $1', [family.id, `Familie ${lastName}`]);
  for (const member of family.members.filter((one) => one.lastName === mainOf(family).lastName)) {
    const first = member.role === 'main' ? firstName : member.firstName;
    await db.query('UPDATE household_member SET first_name = $2, infix = NULL, last_name = $3, normalised_name = $4 WHERE id = $1', [
      member.id, first, lastName, normaliseName(`${first} ${lastName}`)]);
  }
}

async function account(db: pg.ClientBase, { people }: DemoBook, family: DemoFamily): Promise<void> {
  for (const [member, capacity] of [[mainOf(family).id, 'self'], [child(family), 'representative']]) {
    await db.query('INSERT INTO resident_account (user_id, municipality_id, member_id, capacity) VALUES ($1, $2, $3, $4)', [people.user['resident'], family.municipalityId, member, capacity]);
  }
}

async function looked(db: pg.ClientBase, book: DemoBook, family: DemoFamily): Promise<void> {
  const looks = LOOKS.map(([daysAgo, ...look]) => [book.during(book.daysAgo(daysAgo)), ...look] as const).toSorted(([a], [b]) => a.getTime() - b.getTime());
  for (const [at, persona, roles, action, details] of looks) {
    await db.query(
      `INSERT INTO audit_event (at, municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, details, request_id, origin, roles)
       SELECT $1, $2, u.id, u.organisation_id, $4, 'household', $5, $5, $6, gen_random_uuid(), $7, $8 FROM app_user u WHERE u.id = $3`,
      [at, family.municipalityId, book.people.user[persona], action, family.id, details, DESK, roles]);
  }
}

/** What the colleagues did, in the log. */
async function work(db: pg.ClientBase, mine: DemoFamily): Promise<void> {
  await db.query(
    `INSERT INTO audit_event (at, municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, details, request_id, origin, roles)
     SELECT a.active_since + interval '3 hours', a.municipality_id, u.id, u.organisation_id, 'household.read', 'household', a.household_id, a.household_id,
       '{"view": "involved", "reasons": ["regisseur"]}', gen_random_uuid(), $1, 'regisseur'
     FROM regisseur_assignment a JOIN app_user u ON u.id = a.regisseur_id WHERE a.state = 'active' AND a.household_id <> $2 AND a.active_since < now() - interval '1 day' ORDER BY a.active_since LIMIT 40`, [DESK, mine.id]);
}
