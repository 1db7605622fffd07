import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Actor, newId, ROLES } from '#kernel';
import { actorSettings, SET_ACTOR } from '#platform';
import { type SpecApi, startApi } from '../support/api.js';
import { aSubmitted } from '../support/funds.js';
import { aHousehold, type HouseholdFixture, organisationId, userId } from '../support/households.js';
import { aReferral } from '../support/referrals.js';
import { actorOf } from './support/app-sql.js';

interface Door {
  readonly oid: number;
  readonly call: string;
  readonly body: string;
  readonly types: string[];
  readonly writes: boolean;
}

/** Functions that run as their owner, past row-level security, and that the application may call. */
const DOORS = `SELECT p.oid::int AS oid, p.oid::regprocedure::text AS call, pg_get_functiondef(p.oid) AS body,
    ARRAY(SELECT format_type(t, NULL) FROM unnest(p.proargtypes) AS t) AS types, p.provolatile = 'v' AS writes
  FROM pg_proc p WHERE p.prosecdef AND p.pronamespace IN ('access'::regnamespace, 'public'::regnamespace)
    AND p.prorettype <> 'trigger'::regtype AND has_function_privilege('naast_app', p.oid, 'EXECUTE') ORDER BY 2`;

let api: SpecApi;
let app: pg.Client;
let doors: Door[];
let family: HouseholdFixture;
let ids: string[];

beforeAll(async () => {
  api = await startApi();
  app = new pg.Client({ connectionString: api.db.appUrl });
  await app.connect();
  await api.db.query(TRY_ALL);
  doors = await api.db.query<Door>(DOORS);
  family = await aHousehold(api.db);
  const referral = await aReferral(api, family, await organisationId(api.db, 'Groningse Kredietbank'));
  const request = await aSubmitted(api);
  ids = [family.id, ...Object.values(family.members), referral.id, ...referral.basisIds, request.id, request.householdId, family.assignmentId ?? '', await userId(api.db, 'regisseur')];
});
afterAll(async () => {
  await app.end();
  await api.close();
});

/** What fits an argument: everything that is known of a family elsewhere, as its type asks. */
function valuesOf(type: string): unknown[] {
  switch (type) {
    case 'uuid': return ids;
    case 'uuid[]': return [ids];
    case 'text': return [family.caseNumber, 'fatima bouzid'];
    case 'text[]': return [[family.caseNumber]];
    case 'date': return ['2026-11-22', '1988-04-12'];
    case 'bigint': return ['9007199254740991'];
    case 'integer': return [100];
    case 'jsonb': return [JSON.stringify([{ household_id: family.id, id: newId(), role: 'other', first_name: 'x', last_name: 'x', normalised_name: 'x', birth_date: '2000-01-01', child: false }])];
    default: return [null];
  }
}

const combinations = (types: readonly string[]): unknown[][] =>
  types.reduce<unknown[][]>((made, type) => made.flatMap((values) => valuesOf(type).map((value) => [...values, value])), [[]]);

/**
 * All these calls of one door as one actor, in one round trip: each is undone before the next. What was told stands beside the number of the
 * call; an error or nothing is silence. Runs as the application, as who calls it.
 */
const TRY_ALL = `CREATE SCHEMA spec; GRANT USAGE ON SCHEMA spec TO naast_app;
  CREATE FUNCTION spec.try_all(question text, calls jsonb) RETURNS TABLE (at integer, said jsonb) LANGUAGE plpgsql AS $$
  DECLARE
    call record;
  BEGIN
    FOR call IN SELECT c.ordinality::int - 1 AS number, ARRAY(SELECT jsonb_array_elements_text(c.value)) AS given FROM jsonb_array_elements(calls) WITH ORDINALITY c LOOP
      at := call.number;
      said := NULL;
      BEGIN
        EXECUTE question INTO said USING call.given;
        RAISE EXCEPTION 'undo it';
      EXCEPTION WHEN OTHERS THEN NULL;
      END;
      IF said IS NOT NULL THEN RETURN NEXT; END IF;
    END LOOP;
  END $$`;

/** What a door told: a row, a yes, a text. */
async function told(actor: Actor, { call, types }: Door, calls: readonly unknown[][]): Promise<{ values: unknown[]; said: string }[]> {
  const name = call.slice(0, call.indexOf('('));
  const given = types.map((type, at) => `($1)[${at + 1}]::${type}`).join(', ');
  const question = `SELECT jsonb_agg(to_jsonb(d)) FILTER (WHERE to_jsonb(d) NOT IN ('null', 'false')) FROM ${name}(${given}) AS d`;
  await app.query('BEGIN');
  try {
    await app.query(SET_ACTOR, actorSettings(actor, 'off'));
    const asText = calls.map((values) => values.map((value) => (Array.isArray(value) ? `{${value.map((one) => `"${one}"`).join(',')}}` : value)));
    const { rows } = await app.query<{ at: number; said: unknown }>('SELECT at, said FROM spec.try_all($1, $2)', [question, JSON.stringify(asText)]);
    return rows.map(({ at, said }) => ({ values: calls[at] ?? [], said: JSON.stringify(said) }));
  } finally {
    await app.query('ROLLBACK');
  }
}

/** What says nothing of a family: whether somebody has a role here, and what the caller is. */
const ABOUT_STAFF = ['access.can_substitute', 'access.works_as_regisseur', 'access.may_see_bsn', 'access.caseloads', 'access.at_a_partner'];
const isAboutStaff = ({ call }: Door): boolean => ABOUT_STAFF.some((name) => call.startsWith(`${name}(`));

describe('the narrow doors past row-level security', () => {
  it('each name the municipality of who asks, or are for jobs only', () => {
    expect(doors.length).toBeGreaterThan(20);
    process.stdout.write(`narrow doors: ${doors.length}\n`);
    expect(doors.filter((door) => !isAboutStaff(door)).filter(({ body }) => !/access\.municipality\(\)|access\.is_(?:system|job)\(/.test(body)).map(({ call }) => call)).toEqual([]);
  });

  it('count no access that has not begun or is over', () => {
    const asking = doors.filter(({ body }) => /household_access/.test(body));
    expect(asking.length).toBeGreaterThan(3);
    const times = (body: string, pattern: RegExp): number => body.match(pattern)?.length ?? 0;
    const without = asking.filter(({ body }) => times(body, /\buntil IS NULL/g) < times(body, /(?<!DELETE )\bFROM\s+(public\.)?household_access/g));
    expect(without.map(({ call, body }) => `${call}: ${body}`)).toEqual([]);
  });

  it('can be called by nobody but the application', async () => {
    const open = await api.db.query(
      `SELECT n.nspname FROM pg_namespace n WHERE n.nspname IN ('access', 'retention') AND has_schema_privilege('public', n.oid, 'USAGE')`);
    expect(open).toEqual([]);
    expect(await api.db.query(`SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'retention'::regnamespace AND has_schema_privilege('naast_app', 'retention', 'USAGE')`)).toEqual([]);
  });

  it('tell who works with the family and has every role here, so that silence below means something', async () => {
    const involved = await actorOf(api.db, 'regisseur', ROLES);
    const telling: string[] = [];
    for (const door of doors) if ((await leaksOf(involved, door, combinations(door.types))).length > 0) telling.push(door.call);
    expect(telling.length).toBeGreaterThan(20);
    process.stdout.write(`doors that told the regisseur something: ${telling.length}\n`);
  });

  it('tell nothing of a family to somebody of another municipality, whatever they know and whatever their roles', async () => {
    const elsewhere = await actorOf(api.db, 'regisseur-hoogeveen', ROLES);
    const [bank] = await api.db.query<{ id: string }>(`SELECT id FROM organisation WHERE name = 'Groningse Kredietbank'`);
    const attackers = [elsewhere, { ...elsewhere, organisationId: bank?.id ?? '' }, { ...elsewhere, userId: await userId(api.db, 'regisseur') }];
    const leaks: string[] = [];
    let calls = 0;
    for (const door of doors.filter((one) => !isAboutStaff(one))) {
      const tried = combinations(door.types);
      for (const attacker of attackers) {
        calls += tried.length;
        leaks.push(...await leaksOf(attacker, door, tried));
      }
    }
    process.stdout.write(`doors tried: ${calls} times\n`);
    expect(leaks).toEqual([]);
  });

  it('tell nothing to a resident, an adviser or a partner who received nothing', async () => {
    const leaks: string[] = [];
    for (const persona of ['resident', 'policy-adviser', 'finance', 'humanitas']) {
      const attacker = await actorOf(api.db, persona);
      for (const door of doors.filter((one) => !isAboutStaff(one) && !HERE_FOR_ALL.some((name) => one.call.startsWith(`${name}(`)))) {
        leaks.push(...(await leaksOf(attacker, door, combinations(door.types))).map((leak) => `${persona}: ${leak}`));
      }
    }
    expect(leaks).toEqual([]);
  });

  /** A yes, or anything of the family; the answer of a function without a row is an empty one. */
  const mentions = (said: string): boolean => /true|[0-9a-f]{8}-|Bouzid|Z-/.test(said);
  const leaksOf = async (attacker: Actor, door: Door, calls: readonly unknown[][]): Promise<string[]> =>
    (await told(attacker, door, calls)).filter(({ said }) => mentions(said)).map(({ values, said }) => `${door.call} ${JSON.stringify(values)} → ${said.slice(0, 200)}`);
  /** Whether a household with this id is in the municipality, for who writes about it: ids can't be guessed. */
  const HERE_FOR_ALL = ['access.family_here', 'access.is_regisseur', 'access.asked_about', 'access.rectifies', 'access.applies_to_me', 'access.acts_for'];
});
