import type pg from 'pg';
import { addDays, newId } from '#kernel';
import { displayName } from '#households';
import { DEFAULT_SCHEMES, LIFE_PLAN, PLAIN, type PlanSnapshot, type SnapshotAction, type SnapshotGoal } from '#regie';
import type { DemoBook } from './book.js';
import { type DemoFamily, isRunning, mainOf } from './family.js';
import { DEMO_GOALS, DEMO_RESERVATIONS, type DemoGoal, type DemoStep } from './family-plan-texts.js';

type Row = Readonly<Record<string, unknown>>;
const TABLES = ['family_plan', 'plan_goal', 'plan_action', 'plan_version', 'plan_phase', 'plan_scheme'] as const;
type Rows = Record<(typeof TABLES)[number], Row[]>;

interface Names {
  readonly book: DemoBook;
  /** How colleagues are called, by id. */
  readonly names: ReadonlyMap<string, string>;
}

const SETTINGS = `UPDATE municipality m SET settings = settings || jsonb_build_object('plan', coalesce(settings -> 'plan', '{}') || $2::jsonb) WHERE id = $1`;
const PHONES = `SELECT jsonb_object_agg(id, '050 555 01 0' || n) AS phones FROM (SELECT id, row_number() OVER (ORDER BY name) AS n FROM team WHERE municipality_id = $1) t`;
// With the alarm beside each, as the application does it.
const REMIND = `WITH due AS (
    SELECT a.household_id, a.municipality_id, a.owner_user_id AS user_id, 'plan-action-due' AS kind, a.id AS subject_id, 'Plan: ' || a.what AS title, a.due_on AS day
    FROM plan_action a WHERE a.owner_user_id IS NOT NULL AND a.state = 'open'
    UNION ALL SELECT p.household_id, p.municipality_id, r.regisseur_id, 'plan-review-due', p.id, 'Bespreek met het gezin hoe het plan loopt.', p.review_on
    FROM family_plan p JOIN regisseur_assignment r ON r.household_id = p.household_id AND r.state = 'active' WHERE p.review_on IS NOT NULL),
  later AS (
    INSERT INTO reminder (id, household_id, municipality_id, user_id, origin, kind, subject_id, title, due_at, state)
    SELECT uuidv7(), household_id, municipality_id, user_id, 'system', kind, subject_id, title, (day + time '09:00') AT TIME ZONE 'Europe/Amsterdam', 'scheduled' FROM due
    RETURNING id, municipality_id, due_at)
  INSERT INTO outbox (id, municipality_id, kind, payload, run_at, dedupe_key)
  SELECT uuidv7(), municipality_id, 'reminder.due', jsonb_build_object('reminderId', id), due_at, 'reminder:' || id FROM later`;

/** A plan for every family that has got so far: some still a draft, most agreed to, some changed since. */
export async function writeFamilyPlans(db: pg.ClientBase, book: DemoBook, families: readonly DemoFamily[]): Promise<void> {
  const { people } = book;
  const [{ phones } = { phones: {} }] = (await db.query<{ phones: object }>(PHONES, [people.municipality.Groningen])).rows;
  await db.query(SETTINGS, [people.municipality.Groningen, { teamPhones: phones }]);
  await db.query(SETTINGS, [people.municipality.Hoogeveen, { phases: LIFE_PLAN.code }]);
  const named = await db.query<{ id: string; name: string }>('SELECT id, name FROM app_user');
  const names = new Map(named.rows.map(({ id, name }) => [id, name]));
  const rows: Rows = { family_plan: [], plan_goal: [], plan_action: [], plan_version: [], plan_phase: [], plan_scheme: [] };
  // An intake has no plan yet, and of the plans in the making some still have to begin.
  for (const [at, family] of families.filter((one) => isRunning(one) && one.state !== 'intake').entries()) {
    if (family.state !== 'draft-plan' || at % 3 > 0) addPlan({ book, names }, rows, family, at);
  }
  for (const table of TABLES) {
    const columns = Object.keys(rows[table][0] ?? {}).join(', ');
    await db.query(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`, [JSON.stringify(rows[table])]);
  }
  await db.query(REMIND);
}

function addPlan({ book, names }: Names, rows: Rows, family: DemoFamily, at: number): void {
  const { id: household_id, municipalityId: municipality_id, state, regisseurId, acceptedOn, reportedOn } = family;
  const of = { household_id, municipality_id };
  const agreed = state !== 'draft-plan';
  const begun = addDays(acceptedOn ?? reportedOn, 14);
  const goals = [0, 1, 2].slice(0, 1 + (at % 3)).map((n) => DEMO_GOALS[(at + n * 2) % DEMO_GOALS.length]!);
  const now = snapshotOf({ book, names }, family, goals);
  rows.family_plan.push({ id: newId(), ...of, agreed_version: agreed ? 1 : null, review_on: agreed ? addDays(book.today, 15 + (at % 60)) : null, started_at: book.during(begun), version: 1 });
  for (const [position, { id, lifeDomain, words, why, state: stands }] of now.goals.entries()) {
    rows.plan_goal.push({ id, ...of, life_domain: lifeDomain, words, why, state: stands, position: position + 1, created_at: book.during(begun), version: 1 });
  }
  for (const action of now.actions) rows.plan_action.push({ ...actionRow(family, action), ...of, created_at: book.during(begun) });
  if (agreed) {
    rows.plan_version.push({
      id: newId(), ...of, number: 1, snapshot: asItWas(now), agreed_by: yesesOf(family), agreed_on: addDays(begun, 7), how: at % 4 === 0 ? 'paper' : 'talk',
      reservations: DEMO_RESERVATIONS[at % DEMO_RESERVATIONS.length] ?? null, recorded_by: regisseurId, recorded_at: book.during(addDays(begun, 7)),
    });
  }
  addPhase(book, rows, family);
  for (const [n, stands] of (['requested', 'granted', 'not-applicable', 'used'] as const).entries()) {
    const scheme = DEFAULT_SCHEMES[(at + n) % DEFAULT_SCHEMES.length]!;
    const reason = stands === 'not-applicable' ? 'Het inkomen is net te hoog.' : null;
    if (municipality_id === book.people.municipality.Groningen) rows.plan_scheme.push({ id: newId(), ...of, scheme: scheme.code, state: stands, since: stands === 'not-applicable' ? null : begun, reason, updated_by: regisseurId, version: 1 });
  }
}

function addPhase(book: DemoBook, rows: Rows, { id, municipalityId, state, regisseurId, acceptedOn, reportedOn }: DemoFamily): void {
  const model = municipalityId === book.people.municipality.Hoogeveen ? LIFE_PLAN : PLAIN;
  const [first, second = first] = model.phases;
  const phase = state === 'aftercare' ? (model.phases.at(-1) ?? first) : state === 'draft-plan' ? first : second;
  const since = addDays(acceptedOn ?? reportedOn, 14);
  rows.plan_phase.push({
    id: newId(), household_id: id, municipality_id: municipalityId, number: 1, model: model.code, phase: phase.code, name: phase.name, since,
    reason: 'Zo afgesproken met het gezin.', moved_by: regisseurId, moved_at: book.during(since),
  });
}

function snapshotOf({ book, names }: Names, family: DemoFamily, goals: readonly DemoGoal[]): PlanSnapshot {
  const inAftercare = family.state === 'aftercare';
  const ownerOf = ({ by, role }: DemoStep): string => (by === 'network' ? (role ?? '') : by === 'member' ? displayName(mainOf(family)) : (names.get(family.regisseurId ?? '') ?? ''));
  const made = goals.map(({ lifeDomain, words, why }): SnapshotGoal => ({ id: newId(), lifeDomain, words, why, state: inAftercare ? 'reached' : 'open', stateReason: null }));
  const actions = goals.flatMap(({ steps }, at) => steps.map((step): SnapshotAction => ({
    id: newId(), goalId: made[at]?.id ?? null, what: step.what, ownerKind: step.by, owner: ownerOf(step),
    dueOn: addDays(book.today, step.days), state: inAftercare || step.done ? 'done' : 'open', stateReason: null,
  })));
  return { goals: made, actions };
}

/** When they agreed nothing was done yet. */
const asItWas = ({ goals, actions }: PlanSnapshot): PlanSnapshot =>
  ({ goals: goals.map((goal) => ({ ...goal, state: 'open' })), actions: actions.map((action) => ({ ...action, state: 'open' })) });

const actionRow = (family: DemoFamily, { id, goalId, what, ownerKind, owner, dueOn, state }: SnapshotAction): Row => ({
  id, goal_id: goalId, what, owner_kind: ownerKind, owner_user_id: ownerKind === 'user' ? family.regisseurId : null, owner_member_id: ownerKind === 'member' ? mainOf(family).id : null,
  owner_role: ownerKind === 'network' ? owner : null, due_on: dueOn, state, origin: 'plan', version: 1,
});

function yesesOf(family: DemoFamily): object[] {
  const main = mainOf(family);
  return family.members.flatMap(({ id, age }) => {
    const self = { forMemberId: id, memberId: id, capacity: 'self' };
    const parent = { forMemberId: id, memberId: main.id, capacity: 'parent-with-authority' };
    return age >= 16 ? [self] : age >= 12 ? [self, parent] : [parent];
  });
}
