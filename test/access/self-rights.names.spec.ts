import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, newId, ROLES } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, giveAccess, type HouseholdFixture, userId } from '../support/households.js';
import { actorOf, type AppSql, appSql, attackersOf, NOT_ALLOWED } from './support/app-sql.js';

/** The log, the story of a family, a session, a review: whoever it names is who did it. */
describe('nobody acts in the name of another', () => {
  let api: SpecApi;
  let sql: AppSql;
  let attackers: Actor[];
  let mine: HouseholdFixture;
  let me: string;

  beforeAll(async () => {
    api = await startApi();
    sql = await appSql(api.db);
    mine = await aHousehold(api.db);
    me = await userId(api.db, 'regisseur');
    attackers = await attackersOf(api.db);
  });
  afterAll(async () => {
    await sql.close();
    await api.close();
  });

  const answers = async (statementOf: (attacker: Actor) => string | string[]): Promise<string[]> => {
    const given: string[] = [];
    for (const attacker of attackers) given.push(await sql.attempt(attacker, ...[statementOf(attacker)].flat()));
    return [...new Set(given)];
  };

  it('wherever a column says by whom: a table without the guard fails here', async () => {
    const open = await api.db.query<{ column: string }>(
      `SELECT c.conrelid::regclass || '.' || a.attname AS column FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
       WHERE c.contype = 'f' AND c.confrelid = 'app_user'::regclass AND a.attname LIKE '%\_by' AND NOT EXISTS (
         SELECT FROM pg_trigger t WHERE t.tgrelid = c.conrelid AND t.tgname = 'in_ones_own_name' AND a.attnum = ANY (t.tgattr)
           AND position(a.attname IN encode(t.tgargs, 'escape')) > 0)`);
    expect(open).toEqual([]);
  });

  it('in the time of a line in the log, or the transaction that the seals lean on', async () => {
    for (const column of ['at', 'xact', 'id', 'roles', 'origin']) {
      expect(await answers(() => `INSERT INTO audit_event (action, subject_kind, ${column}) VALUES ('x', 'y', DEFAULT)`)).toEqual([NOT_ALLOWED]);
    }
  });

  const line = (user: string, organisation: string, municipality = mine.municipalityId): string =>
    `INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind) VALUES ('${municipality}', ${user}, '${organisation}', 'household.read', 'household')`;

  it('in the log: who did it is who acts, for whom and where they work', async () => {
    const [regisseur, other] = [await actorOf(api.db, 'regisseur'), await actorOf(api.db, 'regisseur-hoogeveen')];
    expect(await sql.attempt(regisseur, line(`'${regisseur.userId}'`, regisseur.organisationId))).toBe('did it, 1 rows');
    expect(await sql.attempt(regisseur, line(`'${other.userId}'`, regisseur.organisationId))).toBe(NOT_ALLOWED);
    expect(await sql.attempt(regisseur, line('NULL', regisseur.organisationId))).toBe(NOT_ALLOWED);
    expect(await sql.attempt(regisseur, line(`'${regisseur.userId}'`, other.organisationId))).toBe(NOT_ALLOWED);
    expect(await sql.attempt(regisseur, line(`'${regisseur.userId}'`, regisseur.organisationId, other.municipalityId))).toBe(NOT_ALLOWED);
  });

  it('in the story of a family', async () => {
    await giveAccess(api.db, mine.id, 'case-worker', 'intake');
    const told = `INSERT INTO household_event (id, household_id, municipality_id, kind, text, by_user_id) VALUES ('${newId()}', '${mine.id}', '${mine.municipalityId}', 'x', 'x', '${me}')`;
    expect(await sql.attempt(await actorOf(api.db, 'case-worker'), told)).toBe(NOT_ALLOWED);
  });

  it('by a session of theirs, read or opened', async () => {
    const regisseur = await actorOf(api.db, 'regisseur', ROLES);
    const lead = await actorOf(api.db, 'team-lead');
    await api.db.query(`INSERT INTO session (token_hash, user_id, municipality_id, csrf_token, expires_at) VALUES ('\\x01', $1, $2, 'x', '2099-01-01')`, [lead.userId, lead.municipalityId]);
    expect(await sql.attempt(regisseur, 'SELECT FROM session')).toBe('did it, 0 rows');
    expect(await sql.attempt(regisseur, 'DELETE FROM session')).toBe('did it, 0 rows');
    const open = (user: string, municipality: string) =>
      `INSERT INTO session (token_hash, user_id, municipality_id, csrf_token, expires_at) VALUES ('\\x02', '${user}', '${municipality}', 'x', '2099-01-01')`;
    expect(await sql.attempt(regisseur, open(lead.userId, lead.municipalityId))).toBe(NOT_ALLOWED);
    expect(await sql.attempt(regisseur, open(regisseur.userId, (await actorOf(api.db, 'regisseur-hoogeveen')).municipalityId))).toBe(NOT_ALLOWED);
    expect(await sql.attempt(regisseur, open(regisseur.userId, regisseur.municipalityId))).toBe('did it, 1 rows');
  });

  it('with the retry key of theirs', async () => {
    const lead = await userId(api.db, 'team-lead');
    await api.db.query(`INSERT INTO idempotency_key (user_id, key, request_hash) VALUES ($1, 'k', '\\x00')`, [lead]);
    const regisseur = await actorOf(api.db, 'regisseur', ROLES);
    expect(await sql.attempt(regisseur, 'SELECT FROM idempotency_key')).toBe('did it, 0 rows');
    expect(await sql.attempt(regisseur, `INSERT INTO idempotency_key (user_id, key, request_hash) VALUES ('${lead}', 'k2', '\\x00')`)).toBe(NOT_ALLOWED);
  });
});
