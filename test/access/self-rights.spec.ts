import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, newId, ROLES } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture, userId } from '../support/households.js';
import { actorOf, type AppSql, appSql, attackersOf, NOT_ALLOWED } from './support/app-sql.js';

/**
 * Sessions and kept answers end, work that is done is tidied, the originals of texts go with an export. An own draft and an own view
 * are of who made them, and an agenda is rewritten until the meeting was held.
 */
const DELETABLE = ['contact_draft', 'idempotency_key', 'meeting_point', 'outbox', 'rights_export_text', 'saved_view', 'session'];

/** What the policies and grants say to who would help themselves, past every check of a use case. */
describe('nobody gives themselves a right, whatever their roles', () => {
  let api: SpecApi;
  let sql: AppSql;
  let attackers: Actor[];
  let mine: HouseholdFixture;
  let theirs: HouseholdFixture;
  let waiting: HouseholdFixture;
  let me: string;

  beforeAll(async () => {
    api = await startApi();
    sql = await appSql(api.db);
    mine = await aHousehold(api.db);
    theirs = await aHousehold(api.db, { regisseur: 'regisseur-2' });
    waiting = await aHousehold(api.db, { regisseur: null });
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

  it.each<[string, (attacker: Actor) => string]>([
    ['a role', ({ userId: id, municipalityId }) => `INSERT INTO user_role (user_id, municipality_id, role) VALUES ('${id}', '${municipalityId}', 'decision-maker')`],
    ['another role in place of the own', ({ userId: id }) => `UPDATE user_role SET role = 'privacy-officer' WHERE user_id = '${id}'`],
    ['another team', ({ userId: id }) => `UPDATE user_role SET team_id = (SELECT id FROM team WHERE name = 'WIJ Zuid') WHERE user_id = '${id}'`],
    ['one role less for a colleague', () => 'DELETE FROM user_role'],
    ['another organisation', ({ userId: id }) => `UPDATE app_user SET organisation_id = (SELECT id FROM organisation WHERE name = 'Humanitas') WHERE id = '${id}'`],
    ['the name by which another signs in', ({ userId: id }) => `UPDATE app_user SET subject = 'decision-maker' WHERE id = '${id}'`],
    ['a user', ({ organisationId }) => `INSERT INTO app_user (id, organisation_id, name, email, subject) VALUES ('${newId()}', '${organisationId}', 'x', 'x', 'x')`],
    ['a team', ({ municipalityId, organisationId }) => `INSERT INTO team (id, municipality_id, organisation_id, name) VALUES ('${newId()}', '${municipalityId}', '${organisationId}', 'x')`],
    ['a wider band for the own team', () => 'UPDATE team SET band_max = 999'],
    ['a place for the own organisation to work', ({ organisationId }) => `INSERT INTO organisation_municipality (organisation_id, municipality_id) SELECT '${organisationId}', id FROM municipality`],
    ['more money in the fund', () => 'UPDATE fund SET ceiling_cents = 999999999'],
    ['a seal under the log', () => `INSERT INTO audit_seal (number, from_xact, until_xact, event_count, last_event_id, hash, previous_hash) VALUES (99, '1', '2', 0, 0, '', '')`],
  ])('not %s', async (_, statement) => {
    expect(await answers(statement)).toEqual([NOT_ALLOWED]);
  });

  it('not another place than where they are at work', async () => {
    const codes = await answers(() => `UPDATE municipality SET settings = settings || '{"wams": true}' WHERE name = 'Hoogeveen'`);
    for (const code of codes) expect([NOT_ALLOWED, 'did it, 0 rows']).toContain(code);
  });

  describe('not a dossier', () => {
    const intoAccess = (household: string, person: string, reason: string): string =>
      `INSERT INTO household_access (user_id, household_id, municipality_id, reason) VALUES ('${person}', '${household}', '${mine.municipalityId}', '${reason}')`;

    it.each(['regisseur', 'substitute', 'intake', 'break-glass'])('as %s without the fact behind it', async (reason) => {
      for (const family of [theirs, waiting]) {
        for (const code of await answers(({ userId: id }) => intoAccess(family.id, id, reason))) expect([NOT_ALLOWED, '23514']).toContain(code);
      }
    });

    it('by an intake that somebody else did', async () => {
      const taking = await answers(({ userId: id }) => [`UPDATE household SET safety_checked_by = '${id}' WHERE id = '${waiting.id}'`, intoAccess(waiting.id, id, 'intake')]);
      expect(taking).toEqual([NOT_ALLOWED]);
    });

    it('by moving the own access to another family, or making it last', async () => {
      for (const set of [`household_id = '${theirs.id}'`, `reason = 'regisseur'`, `since = '2000-01-01'`]) {
        for (const code of await answers(({ userId: id }) => `UPDATE household_access SET ${set} WHERE user_id = '${id}'`)) expect([NOT_ALLOWED, 'did it, 0 rows']).toContain(code);
      }
    });
  });

  describe('not a family as regisseur', () => {
    const assignment = (state: string, person: string, by: string): string =>
      `INSERT INTO regisseur_assignment (id, household_id, municipality_id, regisseur_id, state, proposed_by)
       VALUES ('${newId()}', '${waiting.id}', '${waiting.municipalityId}', '${person}', '${state}', '${by}')`;

    it.each(['accepted', 'active', 'handover-planned'])('that starts as %s', async (state) => {
      expect(await answers(({ userId: id }) => assignment(state, id, id))).toEqual([NOT_ALLOWED]);
    });

    it('by a proposal in the name of the team lead', async () => {
      const lead = await userId(api.db, 'team-lead');
      expect(await sql.attempt(await actorOf(api.db, 'regisseur'), assignment('proposed', me, lead))).toBe(NOT_ALLOWED);
    });

    it('for who has no such role here, also not as team lead', async () => {
      const lead = await actorOf(api.db, 'team-lead');
      expect(await sql.attempt(lead, assignment('proposed', lead.userId, lead.userId))).toBe(NOT_ALLOWED);
      expect(await sql.attempt(lead, assignment('proposed', me, lead.userId))).toBe('did it, 1 rows');
    });

    it('by moving the own assignment to another family', async () => {
      const regisseur = await actorOf(api.db, 'regisseur');
      expect(await sql.attempt(regisseur, `UPDATE regisseur_assignment SET household_id = '${theirs.id}' WHERE id = '${mine.assignmentId}'`)).toBe(NOT_ALLOWED);
    });

    it.each(['ended', 'declined', 'handed-over'])('again, after it was %s', async (state) => {
      const over = await aHousehold(api.db);
      await api.db.query('UPDATE regisseur_assignment SET state = $2 WHERE id = $1', [over.assignmentId, state]);
      const again = `UPDATE regisseur_assignment SET state = 'active' WHERE id = '${over.assignmentId}'`;
      expect([NOT_ALLOWED, '23514', 'did it, 0 rows']).toContain(await sql.attempt(await actorOf(api.db, 'regisseur'), again));
    });
  });

  describe('not a row of another family', () => {
    it('by moving one: no table lets the application change of whom a row is', async () => {
      const movable = await api.db.query<{ column: string }>(
        `SELECT c.relname || '.' || a.attname AS column FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
         WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attname IN ('household_id', 'municipality_id')
           AND has_column_privilege('naast_app', c.oid, a.attnum, 'UPDATE') ORDER BY 1`);
      expect(movable).toEqual([]);
    });
  });

  it('not a signal laid in the dossier of another: it becomes the family that the same person takes in at that moment, once', async () => {
    const worker = await actorOf(api.db, 'case-worker');
    const signal = newId();
    await api.db.query(`INSERT INTO early_signal_case (id, municipality_id, team_id, name, person_key, postcode, house_number, city, threatening, received_on, first_talk_by, state)
      SELECT $1::uuid, municipality_id, team_id, 'x', $1::text, '9711 AB', '1', 'x', false, current_date, current_date, 'new' FROM household WHERE id = $2`, [signal, waiting.id]);
    const became = (family: string) => `SELECT FROM access.signal_became('${signal}', '${family}') AS yes WHERE yes`;
    const another = newId();
    const takenIn = `INSERT INTO household (id, municipality_id, team_id, case_number, name, state, urgency, reported_on, source, member_count, child_count, safety_checked_at, safety_checked_by)
      SELECT '${another}', municipality_id, id, 'S-1', 'x', 'waiting-list', 'laag', current_date, 'x', 1, 0, now(), access.user_id() FROM team WHERE id = ANY (access.teams())`;
    for (const family of [waiting, mine, theirs]) expect(await sql.attempt(worker, became(family.id))).toBe('did it, 0 rows');
    expect(await sql.attempt(worker, takenIn, became(another))).toBe('did it, 1 rows');
    expect(await sql.attempt(worker, takenIn, became(another), became(another))).toBe('did it, 0 rows');
    expect(await sql.attempt(await actorOf(api.db, 'gkb', ROLES), became(waiting.id))).toBe('did it, 0 rows');
  });

  it('not what was said in a meeting of which the minutes are closed', async () => {
    const [meeting, point] = [newId(), newId()];
    await api.db.query(`INSERT INTO coordination_meeting (id, household_id, municipality_id, case_number, organised_by, planned_at, subject, state) VALUES ($1, $2, $3, 'x', $4, now(), '', 'closed')`,
      [meeting, mine.id, mine.municipalityId, me]);
    await api.db.query('INSERT INTO meeting_point (id, meeting_id, household_id, municipality_id, position, title) VALUES ($1, $2, $3, $4, 0, $5)', [point, meeting, mine.id, mine.municipalityId, 'x']);
    const regisseur = await actorOf(api.db, 'regisseur');
    for (const change of ['DELETE FROM meeting_point', `UPDATE meeting_point SET discussed = 'Toch niet.'`]) expect(await sql.attempt(regisseur, `${change} WHERE id = '${point}'`)).toBe('23514');
  });

  it('removes nothing but what is meant to go: what may be deleted is a list', async () => {
    const may = (right: string) => api.db.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND has_table_privilege('naast_app', oid, $1) ORDER BY 1`, [right]);
    expect((await may('DELETE')).map(({ name }) => name)).toEqual(DELETABLE);
    expect(await may('TRUNCATE')).toEqual([]);
    expect(await may('TRIGGER')).toEqual([]);
  });
});
