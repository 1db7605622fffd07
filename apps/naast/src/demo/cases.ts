import type pg from 'pg';
import { addMonths, type LocalDate, localDateOf, shiftToWorkingDay } from '#kernel';
import { CASE_DEFAULTS } from '#regie';
import type { DemoBook } from './book.js';

/** What a family says it wants, for whose plan nothing more is written in this demo. */
const GOAL = 'Wij willen rust in huis en weten waar we aan toe zijn.';

// The steps as the story tells them, so that both say the same.
const HISTORY = `
  INSERT INTO case_change (id, household_id, municipality_id, period, at, from_state, to_state, by_user_id)
  SELECT uuidv7(e.at - now()), e.household_id, e.municipality_id, 1, e.at, m.from_state, m.to_state, e.by_user_id
  FROM household_event e JOIN (VALUES ('household.plan-started', 'intake', 'draft-plan'), ('household.activated', 'draft-plan', 'active'), ('household.scaled-up', 'active', 'scaled-up'),
    ('household.aftercare-started', 'active', 'aftercare'), ('household.closed', 'aftercare', 'closed'), ('household.declined-help', 'intake', 'declined-help'),
    ('household.moved-away', 'intake', 'moved-away')) AS m(kind, from_state, to_state) ON m.kind = e.kind`;

const WITHOUT_PLAN = `FROM household h WHERE h.state IN ('active', 'scaled-up', 'aftercare', 'closed') AND NOT EXISTS (SELECT FROM family_plan p WHERE p.household_id = h.id)`;
const PLANS = `
  WITH goals AS (
    INSERT INTO plan_goal (id, household_id, municipality_id, life_domain, words, state, position)
    SELECT uuidv7(), h.id, h.municipality_id, 'finances', $1, CASE h.state WHEN 'closed' THEN 'reached' WHEN 'aftercare' THEN 'reached' ELSE 'open' END, 1 ${WITHOUT_PLAN}
    RETURNING id, household_id, municipality_id, life_domain, words),
  agreed AS (
    INSERT INTO plan_version (id, household_id, municipality_id, number, snapshot, agreed_by, agreed_on, how, recorded_by)
    SELECT uuidv7(), g.household_id, g.municipality_id, 1, jsonb_build_object('goals', jsonb_build_array(jsonb_build_object('id', g.id, 'lifeDomain', g.life_domain,
        'words', g.words, 'why', '', 'state', 'open', 'stateReason', NULL)), 'actions', '[]'::jsonb),
      '[]', h.reported_on + 60, 'talk', coalesce((SELECT r.regisseur_id FROM regisseur_assignment r WHERE r.household_id = h.id LIMIT 1), h.safety_checked_by)
    FROM goals g JOIN household h ON h.id = g.household_id)
  INSERT INTO family_plan (id, household_id, municipality_id, agreed_version, started_at) SELECT uuidv7(), household_id, municipality_id, 1, $2::timestamptz - interval '60 days' FROM goals`;

// Families in help whose partners are all still to come lean on what the municipality itself has to do.
const GROUNDS = `
  INSERT INTO legal_basis (id, household_id, municipality_id, member_id, type, article, purpose, data_categories, from_organisation_id, to_organisation_id, valid_from, valid_until, proof, state, recorded_by, catalogue_code)
  SELECT uuidv7(), h.id, h.municipality_id, m.id, 'statutory-task', 'Wmo 2015 art. 5.1.1', 'Ondersteuning van het gezin', '{name,contact}', u.organisation_id, u.organisation_id,
    $1::date - 60, $1::date + 300, 'conversation', 'active', u.id, 'wmo'
  FROM household h JOIN household_member m ON m.household_id = h.id AND m.role = 'main' JOIN regisseur_assignment r ON r.household_id = h.id AND r.state = 'active' JOIN app_user u ON u.id = r.regisseur_id
  WHERE h.state = 'active' AND NOT EXISTS (SELECT FROM legal_basis b WHERE b.household_id = h.id AND b.state = 'active')`;

/** The course of every family of the demo, so that each stands in a state that the rules allow. After everything else. */
export async function writeCases(db: pg.ClientBase, book: DemoBook): Promise<void> {
  await db.query(HISTORY);
  await db.query(PLANS, [GOAL, book.now]);
  await db.query(GROUNDS, [book.today]);
  await writeEscalations(db, book);
  await writeAftercare(db, book);
  await db.query(CLOSURES);
}

const ASKED = [
  ['De corporatie geeft geen voorrang en de ontruiming is over vier weken.', 'Drie keer gebeld en een brief gestuurd.', 'Wil jij met de directeur van de corporatie praten?'],
  ['Twee afdelingen wijzen naar elkaar. De uitkering ligt stil.', 'Samen met het gezin langs beide balies geweest.', 'Wie van de twee betaalt het voorschot?'],
  ['Er is geen plek op een school die past.', 'Vier scholen gevraagd, en de leerplicht.', 'Kun jij de school vragen om te beginnen met halve dagen?'],
] as const;

const ESCALATED = `
  INSERT INTO escalation (id, household_id, municipality_id, reason, tried, asked, answer_by, raised_by, raised_at, state, answer, answered_by, answered_at)
  SELECT uuidv7(), h.id, h.municipality_id, ($2::text[])[k], ($3::text[])[k], ($4::text[])[k], $1::date - 2 + (3 * n)::int, r.regisseur_id, (SELECT max(c.at) FROM case_change c WHERE c.household_id = h.id AND c.to_state = 'scaled-up'),
    CASE WHEN n = 3 THEN 'answered' ELSE 'open' END, CASE WHEN n = 3 THEN 'Ik heb de wethouder gesproken. Je hoort het morgen.' END,
    CASE WHEN n = 3 THEN $6::uuid END, CASE WHEN n = 3 THEN $5::timestamptz - interval '1 day' END
  FROM (SELECT h.*, row_number() OVER (ORDER BY h.case_number) AS n, 1 + (row_number() OVER (ORDER BY h.case_number) % 3) AS k FROM household h WHERE h.state = 'scaled-up') h
  JOIN regisseur_assignment r ON r.household_id = h.id AND r.state = 'active'`;
const OVERRIDDEN = `
  INSERT INTO overriding_decision (id, escalation_id, household_id, municipality_id, decided, against, refusal, legal_room, decided_by, decided_at)
  SELECT uuidv7(), e.id, e.household_id, e.municipality_id, 'Het gezin blijft wonen tot er een ander huis is.', 'Afdeling Wonen', 'Geen uitstel: de huurschuld is te hoog.',
    'Awb 4:84: de beleidsregel pakt hier onevenredig uit, er zijn kinderen.', $1, e.answered_at FROM escalation e WHERE e.state = 'answered'`;

async function writeEscalations(db: pg.ClientBase, { people, today, now }: DemoBook): Promise<void> {
  const column = (at: 0 | 1 | 2): string[] => ASKED.map((one) => one[at]);
  await db.query(ESCALATED, [today, column(0), column(1), column(2), now, people.user['team-lead']]);
  await db.query(OVERRIDDEN, [people.user['team-lead']]);
}

const STARTED = `SELECT h.id, h.municipality_id AS "municipalityId", r.regisseur_id AS "regisseurId", max(c.at) AS at
  FROM household h JOIN regisseur_assignment r ON r.household_id = h.id AND r.state = 'active' JOIN case_change c ON c.household_id = h.id AND c.to_state = 'aftercare'
  WHERE h.state = 'aftercare' GROUP BY h.id, h.municipality_id, r.regisseur_id ORDER BY h.id`;
const CONTACT = `INSERT INTO aftercare_contact (id, household_id, municipality_id, period, months, planned_on, next_attempt_on, attempts, state, held_on, going, words, recorded_by)
  VALUES (uuidv7(), $1, $2, 1, $3, $4::date, $4::date, $5, $6, $7::date, $8, $9, $10) RETURNING id`;
const REMIND = `WITH later AS (
    INSERT INTO reminder (id, household_id, municipality_id, user_id, origin, kind, subject_id, title, due_at, state)
    VALUES (uuidv7(), $1, $2, $3, 'system', 'aftercare-due', $4, $5, ($6::date + time '09:00') AT TIME ZONE 'Europe/Amsterdam', 'scheduled') RETURNING id, municipality_id, due_at)
  INSERT INTO outbox (id, municipality_id, kind, payload, run_at, dedupe_key)
  SELECT uuidv7(), municipality_id, 'reminder.due', jsonb_build_object('reminderId', id), due_at, 'reminder:' || id FROM later`;

interface InAftercare {
  readonly id: string;
  readonly municipalityId: string;
  readonly regisseurId: string;
  readonly at: Date;
}

async function writeAftercare(db: pg.ClientBase, { today }: DemoBook): Promise<void> {
  const { rows } = await db.query<InAftercare>(STARTED);
  for (const family of rows) {
    for (const months of CASE_DEFAULTS.aftercare.months) await writeContact(db, family, months, shiftToWorkingDay(addMonths(localDateOf(family.at), months)), today);
  }
}

async function writeContact(db: pg.ClientBase, { id, municipalityId, regisseurId }: InAftercare, months: number, on: LocalDate, today: LocalDate): Promise<void> {
  const held = on < today;
  const how = held ? [1, 'held', on, 'well', 'De brieven worden weer geopend. De kinderen slapen beter.', regisseurId] : [0, 'planned', null, null, null, null];
  const { rows } = await db.query<{ id: string }>(CONTACT, [id, municipalityId, months, on, ...how]);
  if (!held) await db.query(REMIND, [id, municipalityId, regisseurId, rows[0]?.id, `Nazorg: vraag hoe het gaat na ${months} maanden.`, on]);
}

const CLOSURES = `
  INSERT INTO case_closure (id, household_id, municipality_id, period, goals_reached, goals_dropped, plan_evaluation, family_words, family_judgement, made_the_difference, agreed, closed_by, closed_at)
  SELECT uuidv7(), h.id, h.municipality_id, 1, 1, 0, 'De schulden zijn geregeld. De rust is er weer.', 'Eindelijk iemand die bleef.', 4, 'Eén vast gezicht.',
    'Bij een brief die ze niet begrijpen bellen ze het spreekuur.', r.regisseur_id, h.ended_at
  FROM household h JOIN regisseur_assignment r ON r.household_id = h.id WHERE h.state = 'closed'`;
