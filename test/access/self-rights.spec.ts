import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, newId, ROLES } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, giveAccess, type HouseholdFixture, userId } from '../support/households.js';
import { actorOf, type AppSql, appSql, NOT_ALLOWED } from './support/app-sql.js';

/** Sessions and kept answers end, work that is done is tidied, the originals of texts go with an export. */
const DELETABLE = ['idempotency_key', 'outbox', 'rights_export_text', 'session'];

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
    // One who is everything at once, and everyone who is one thing.
    attackers = [await actorOf(api.db, 'regisseur', ROLES)];
    for (const persona of ['case-worker', 'team-lead', 'gkb', 'fund-secretary', 'decision-maker', 'finance', 'privacy-officer', 'resident']) {
      attackers.push(await actorOf(api.db, persona));
    }
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

  describe('not a yes of their own', () => {
    const here = (): string => mine.municipalityId;
    const glass = (person: string) => `INSERT INTO break_glass (id, household_id, municipality_id, user_id, case_number, reason, ends_at)
      VALUES ('01900000-0000-7000-8000-00000000b001', '${theirs.id}', '${here()}', '${person}', 'x', 'Er is brand in huis.', now() + interval '30 minutes')`;

    it('to their own break-glass, also not in the name of who may judge it', async () => {
      const [regisseur, officer] = [await actorOf(api.db, 'regisseur'), await userId(api.db, 'privacy-officer')];
      expect(await sql.attempt(regisseur, glass(regisseur.userId))).toBe('did it, 1 rows');
      for (const judge of [regisseur.userId, officer]) {
        const judged = `UPDATE break_glass SET ended_at = now(), outcome = 'justified', review_note = 'Goed.', reviewed_at = now(), reviewed_by = '${judge}'`;
        expect([NOT_ALLOWED, '23514']).toContain(await sql.attempt(regisseur, glass(regisseur.userId), judged));
        expect([NOT_ALLOWED, '23514']).toContain(await sql.attempt({ ...regisseur, roles: ROLES.filter((role) => role !== 'partner-worker') }, glass(regisseur.userId), judged));
      }
    });

    it('to break glass as a partner, for longer than an hour, or in the name of another', async () => {
      const regisseur = await actorOf(api.db, 'regisseur');
      expect(await sql.attempt(await actorOf(api.db, 'gkb', ROLES), glass(await userId(api.db, 'gkb')))).toBe(NOT_ALLOWED);
      expect(await sql.attempt(regisseur, glass(regisseur.userId).replace('30 minutes', '61 minutes'))).toBe('23514');
      expect(await sql.attempt(regisseur, glass(await userId(api.db, 'team-lead')))).toBe(NOT_ALLOWED);
    });

    const rights = (state: string, decided: string) => `INSERT INTO rights_request (id, household_id, municipality_id, case_number, member_id, kind, state, received_on, received_by, channel,
        asked_by, answer_by, decided_by, decision_reasons)
      VALUES ('${newId()}', '${theirs.id}', '${here()}', 'x', '${theirs.members['Fatima']}', 'rectification', '${state}', current_date, access.user_id(), 'letter', 'self', current_date, ${decided}, 'x')`;

    it('to a correction that nobody asked for: it would open a dossier', async () => {
      const officer = await actorOf(api.db, 'privacy-officer');
      expect(await sql.attempt(officer, rights('granted', 'access.user_id()'))).toBe(NOT_ALLOWED);
      expect(await sql.attempt(officer, rights('received', 'NULL'))).toBe('did it, 1 rows');
    });

    it('to see what a partner sees: an agreement is recorded by the privacy officer, and never in force straight away', async () => {
      const agreement = (state: string) => `INSERT INTO data_sharing_agreement (id, municipality_id, organisation_id, title, signed_on, valid_from, valid_until, categories, state, recorded_by)
        VALUES ('${newId()}', '${here()}', access.organisation(), 'x', current_date, current_date, current_date + 9, '{name}', '${state}', access.user_id())`;
      for (const persona of ['gkb', 'regisseur', 'team-lead', 'decision-maker']) expect(await sql.attempt(await actorOf(api.db, persona), agreement('proposed'))).toBe(NOT_ALLOWED);
      expect(await answers(() => agreement('active'))).toEqual([NOT_ALLOWED]);
      expect([NOT_ALLOWED, 'did it, 0 rows']).toContain(await sql.attempt(await actorOf(api.db, 'gkb'), `UPDATE data_sharing_agreement SET valid_until = '2099-01-01'`));
    });

    it('to a rule of the catalogue', async () => {
      for (const persona of ['regisseur', 'team-lead', 'case-worker', 'gkb', 'resident']) {
        expect([NOT_ALLOWED, 'did it, 0 rows']).toContain(await sql.attempt(await actorOf(api.db, persona), 'UPDATE basis_rule SET enabled = true'));
      }
      for (const change of [`data_categories = '{health}'`, 'may_include_bsn = true', `secrecy_categories = '{}'`]) {
        expect(await answers(() => `UPDATE basis_rule SET ${change}`)).toEqual([NOT_ALLOWED]);
      }
    });

    it('to a substitution for themselves', async () => {
      const stand = (substitute: string, by: string) => `INSERT INTO substitution (id, municipality_id, regisseur_id, substitute_id, first_day, last_day, arranged_by)
        VALUES ('${newId()}', '${here()}', (SELECT id FROM app_user WHERE subject = 'regisseur-2'), '${substitute}', current_date, current_date, '${by}')`;
      const lead = await actorOf(api.db, 'team-lead', ['regisseur']);
      for (const by of [me, lead.userId]) expect([NOT_ALLOWED, '23514']).toContain(await sql.attempt(await actorOf(api.db, 'regisseur', ROLES), stand(me, by)));
      expect([NOT_ALLOWED, '23514']).toContain(await sql.attempt(lead, stand(lead.userId, lead.userId)));
    });

    it('to a destruction that they proposed, or in the name of another', async () => {
      const officer = await actorOf(api.db, 'privacy-officer');
      const list = `INSERT INTO destruction_list (id, municipality_id, number, made_by, state) VALUES ('${newId()}', '${here()}', 99, '${officer.userId}', 'proposed')`;
      for (const approver of [officer.userId, await userId(api.db, 'team-lead')]) {
        const approved = `UPDATE destruction_list SET state = 'approved', approved_at = now(), approved_by = '${approver}'`;
        expect([NOT_ALLOWED, '23514']).toContain(await sql.attempt(officer, list, approved));
      }
      expect(await sql.attempt(officer, list.replace(`'proposed')`, `'approved')`))).not.toMatch(/did it/);
      expect(await sql.attempt(officer, `SELECT access.destroy_household('${newId()}')`)).toBe(NOT_ALLOWED);
    });

    it('to a basis that was withdrawn or ran out', async () => {
      for (const state of ['withdrawn', 'expired', 'superseded', 'invalid']) {
        const id = newId();
        await api.db.query(`INSERT INTO legal_basis (id, household_id, municipality_id, member_id, type, article, purpose, data_categories, from_organisation_id,
            to_organisation_id, valid_from, valid_until, proof, state, recorded_by)
          SELECT $1, $2, $3, $4, 'statutory-task', 'x', 'x', '{name}', u.organisation_id, u.organisation_id, '2026-01-01', '2027-01-01', 'x', $5, u.id FROM app_user u WHERE u.id = $6`,
          [id, mine.id, here(), mine.members['Fatima'], state, me]);
        expect(await sql.attempt(await actorOf(api.db, 'regisseur'), `UPDATE legal_basis SET state = 'active' WHERE id = '${id}'`)).toBe('23514');
      }
    });
  });

  it('removes nothing but what is meant to go: what may be deleted is a list', async () => {
    const may = (right: string) => api.db.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND has_table_privilege('naast_app', oid, $1) ORDER BY 1`, [right]);
    expect((await may('DELETE')).map(({ name }) => name)).toEqual(DELETABLE);
    expect(await may('TRUNCATE')).toEqual([]);
    expect(await may('TRIGGER')).toEqual([]);
  });

  describe('not in the name of another', () => {
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
});
