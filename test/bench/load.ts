import pg from 'pg';
import { loadPeople } from '../../apps/naast/src/demo/people.js';

export interface Loaded {
  /** Families of persona `regisseur`. */
  readonly families: string[];
  readonly seconds: number;
}

/** A caseload, and how many people share the work at this size. */
const CASELOAD = 50;
const PEOPLE = `
  INSERT INTO team SELECT gen_random_uuid(), m.id, o.id, 'Team ' || n FROM generate_series(1, 100) n, municipality m, organisation o
    WHERE m.name = 'Groningen' AND o.name = 'WIJ Groningen';
  CREATE TEMP TABLE crew AS SELECT uuidv7() AS id, n, (SELECT array_agg(id ORDER BY name) FROM team WHERE name LIKE 'Team %') AS teams
    FROM generate_series(1, $count / ${CASELOAD}) n;
  UPDATE crew SET id = (SELECT id FROM app_user WHERE subject = 'regisseur') WHERE n = 1;
  INSERT INTO app_user SELECT c.id, o.id, 'Regisseur ' || c.n, 'r' || c.n || '@wij.example', 'bench-' || c.n FROM crew c, organisation o
    WHERE o.name = 'WIJ Groningen' AND c.n > 1;
  INSERT INTO user_role SELECT c.id, m.id, 'regisseur', c.teams[1 + c.n % 100] FROM crew c, municipality m WHERE m.name = 'Groningen' AND c.n > 1;`;

// Different enough that three letters find some families and not all.
const NAMES = ['Jansen', 'Bakker', 'Visser', 'Özdemir', 'Hoekstra', 'Dijkstra', 'Meijer', 'Bouzid', 'Nowak', 'Postma', 'Veenstra', 'Wolters', 'Kuiper', 'Smit', 'Brouwer',
  'Haan', 'Vries', 'Peters', 'Yilmaz', 'Kowalski', 'Groot', 'Mulder', 'Prins', 'Linden'];
const LAST_NAME = `(ARRAY[${NAMES.map((name) => `'${name}'`).join(', ')}])[1 + n % ${NAMES.length}] || ' ' || n`;

// Nine in ten have a regisseur; one in ten waits. Everything else hangs on the family's number, so the mix is always the same.
const FAMILIES = `
  CREATE TEMP TABLE family AS
    SELECT i AS n, uuidv7() AS id, m.id AS municipality_id, i % 10 = 0 AND i > ${CASELOAD * 2} AS waits, c.id AS regisseur_id,
      CASE WHEN c.n = 1 OR i % 50 = 0 THEN north.id ELSE c.teams[1 + c.n % 100] END AS team_id
    FROM generate_series(1, $count) i JOIN crew c ON c.n = 1 + (i - 1) / ${CASELOAD}
    JOIN municipality m ON m.name = 'Groningen' JOIN team north ON north.name = 'WIJ Noord';
  CREATE UNIQUE INDEX ON family (n);
  INSERT INTO household (id, municipality_id, team_id, case_number, name, state, urgency, urgency_reason, reported_on, source, life_domains, note,
      postcode, house_number, city, neighbourhood, member_count, child_count, safety_checked_at, waiting_since)
    SELECT id, municipality_id, team_id, next_case_number(2026), 'Familie ' || ${LAST_NAME}, CASE WHEN waits THEN 'waiting-list' ELSE 'active' END,
      (ARRAY['spoed', 'hoog', 'normaal', 'laag'])[1 + n % 4], 'Er is een huurachterstand.', current_date - n % 300, 'spreekuur', '{finances,housing}', 'Belt liever zelf.',
      '97' || (10 + n % 40) || 'AB', (n % 900)::text, 'Groningen', 'De Hoogte', 1 + n % 4, n % 3, now(), current_date - n % 300 FROM family;
  -- Without the trigger that makes a member their own person.
  INSERT INTO household_member (id, person_id, household_id, municipality_id, role, first_name, last_name, normalised_name, birth_date, phone, email)
    SELECT member.id, member.id, family.id, municipality_id, (ARRAY['main', 'partner', 'child', 'child'])[k], 'Voornaam' || k, ${LAST_NAME}, lower('voornaam' || k || ' ' || ${LAST_NAME}),
      current_date - CASE WHEN k < 3 THEN 12000 ELSE 3000 END - n % 900, '+31612345678', 'bench@voorbeeld.nl' FROM family CROSS JOIN LATERAL generate_series(1, 1 + n % 4) k CROSS JOIN LATERAL (SELECT uuidv7() AS id WHERE k > 0) member;
  INSERT INTO regisseur_assignment (id, household_id, municipality_id, regisseur_id, state, proposed_by, active_since)
    SELECT uuidv7(), id, municipality_id, regisseur_id, 'active', regisseur_id, now() FROM family WHERE NOT waits;
  -- What the trigger on assignments does.
  INSERT INTO household_access (user_id, household_id, municipality_id, reason, since)
    SELECT regisseur_id, id, municipality_id, 'regisseur', now() FROM family WHERE NOT waits;
  INSERT INTO household_event (id, household_id, municipality_id, at, kind, text, by_user_id)
    SELECT uuidv7(), id, municipality_id, now() - k * interval '9 days', 'contact.phone', 'Gebeld. De afspraak met de woningcorporatie ging goed.', regisseur_id
    FROM family, generate_series(1, 5) k;`;

const SHARING = `
  INSERT INTO legal_basis (id, household_id, municipality_id, member_id, type, article, purpose, data_categories, from_organisation_id, to_organisation_id,
      valid_from, valid_until, proof, state, recorded_by)
    SELECT uuidv7(), f.id, f.municipality_id, m.id, 'statutory-task', 'Wgs art. 8', 'Schulden op een rij zetten', '{name,contact}', wij.id, gkb.id,
      current_date - 30, current_date + 300, 'conversation', 'active', f.regisseur_id
    FROM family f JOIN household_member m ON m.household_id = f.id AND m.role = 'main', organisation wij, organisation gkb
    WHERE NOT f.waits AND wij.name = 'WIJ Groningen' AND gkb.name = 'Groningse Kredietbank';
  INSERT INTO referral (id, household_id, municipality_id, case_number, from_organisation_id, to_organisation_id, regisseur_id, question, state, requested_at, answer_by, meeting_by)
    SELECT uuidv7(), b.household_id, b.municipality_id, h.case_number, b.from_organisation_id, b.to_organisation_id, b.recorded_by,
      'Willen jullie de schulden op een rij zetten?', 'requested', now(), current_date + 7, current_date + 14 FROM legal_basis b JOIN household h ON h.id = b.household_id;
  INSERT INTO referral_share SELECT r.id, r.household_id, r.municipality_id, b.member_id, c, b.id
    FROM referral r JOIN legal_basis b ON b.household_id = r.household_id, unnest(b.data_categories) c;
  INSERT INTO referral_event (id, referral_id, household_id, municipality_id, kind, text, by_user_id)
    SELECT uuidv7(), id, household_id, municipality_id, 'requested', 'Er is een verwijzing verstuurd naar Groningse Kredietbank.', regisseur_id FROM referral;
  INSERT INTO reminder (id, household_id, municipality_id, user_id, origin, kind, title, due_at, state)
    SELECT uuidv7(), id, municipality_id, regisseur_id, 'person', 'reminder-due', 'Bel het gezin.', now() + interval '9 days', 'scheduled' FROM family WHERE n % 3 = 0 AND NOT waits;`;

// Families all over the tables, so that a read finds other pages each time and not fifty that are always at hand.
const SPREAD = `
  INSERT INTO household_access (user_id, household_id, municipality_id, reason, since)
    SELECT u.id, f.id, f.municipality_id, 'substitute', now() FROM family f, app_user u
    WHERE u.subject = 'regisseur' AND NOT f.waits AND f.regisseur_id <> u.id ORDER BY md5(f.n::text) LIMIT $spread;`;

const FILLED = ['household', 'household_member', 'regisseur_assignment'];

/** This many households with everything that a dossier shows, in whole statements. As superuser, so that no foreign key is checked row by row. */
export async function load(superuserUrl: string, count: number, spread = 0): Promise<Loaded> {
  const started = performance.now();
  const db = new pg.Client({ connectionString: Object.assign(new URL(superuserUrl), { pathname: '/naast' }).href });
  await db.connect();
  await loadPeople(db);
  await db.query('SET session_replication_role = replica');
  // Also those that fire always: a million rows one by one would take longer than all the rest.
  for (const table of FILLED) await db.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  for (const part of [PEOPLE, FAMILIES, SHARING, ...(spread > 0 ? [SPREAD] : [])]) {
    await db.query(part.replaceAll('$count', String(count)).replaceAll('$spread', String(spread)));
  }
  for (const table of FILLED) await db.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  await db.query('VACUUM ANALYZE');
  const { rows } = await db.query<{ id: string }>(`SELECT household_id AS id FROM household_access WHERE user_id = (SELECT id FROM app_user WHERE subject = 'regisseur')`);
  await db.query('CHECKPOINT');
  await db.end();
  return { families: rows.map(({ id }) => id), seconds: (performance.now() - started) / 1000 };
}
