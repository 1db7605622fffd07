import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, newId, ROLES } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture, userId } from '../support/households.js';
import { actorOf, type AppSql, appSql, attackersOf, NOT_ALLOWED } from './support/app-sql.js';

/** Who may judge, decide or agree never does so about themselves, past every check of a use case. */
describe('nobody says yes to themselves', () => {
  let api: SpecApi;
  let sql: AppSql;
  let attackers: Actor[];
  let mine: HouseholdFixture;
  let theirs: HouseholdFixture;
  let me: string;

  beforeAll(async () => {
    api = await startApi();
    sql = await appSql(api.db);
    mine = await aHousehold(api.db);
    theirs = await aHousehold(api.db, { regisseur: 'regisseur-2' });
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
