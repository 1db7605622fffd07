import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '#kernel';
import { SubjectVault, systemActor } from '#platform';
import { startApi, type SpecApi } from '../support/api.js';
import type { HouseholdFixture } from '../support/households.js';
import { aKnownHousehold, catchUp } from '../support/processing-log.js';
import { anAccount, noAccount } from '../support/residents.js';
import { actorOf, type AppSql, appSql, NOT_ALLOWED } from './support/app-sql.js';

let api: SpecApi;
let sql: AppSql;
let family: HouseholdFixture;

/** Asks the log about Fatima, with the keyed hash that only the application can make. */
const ask = (): string => {
  const [index] = api.app.get(SubjectVault, { strict: false }).indexesOf(family.members['Fatima'] ?? '');
  return `SELECT * FROM access.who_saw(ARRAY['\\x${index?.toString('hex')}'::bytea], 9007199254740991, 100, '{household.read}', '{}', '{}')`;
};

const as = async (persona: string, more: readonly Role[] = []) => ({ ...(await actorOf(api.db, persona, more)), origin: 'api 127.0.0.1' });

beforeAll(async () => {
  api = await startApi();
  sql = await appSql(api.db);
  family = await aKnownHousehold(api.db);
  await api.as('regisseur').get(`/v1/households/${family.id}`);
  await catchUp(api.app);
});
afterAll(async () => {
  await sql.close();
  await api.close();
});

describe('the doors to the logs, past a use case with a forgotten check', () => {
  it('open for a resident and a regisseur of this municipality', async () => {
    expect(await sql.attempt(await as('resident'), ask())).toBe('did it, 1 rows');
    expect(await sql.attempt(await as('regisseur'), ask())).toBe('did it, 1 rows');
  });

  it.each(['team-lead', 'case-worker', 'gkb', 'finance', 'policy-adviser', 'regisseur-hoogeveen'])('stay shut for %s', async (persona) => {
    expect(await sql.attempt(await as(persona), ask())).toBe('did it, 0 rows');
  });

  it('answer nothing about a member id: that is not what the log knows people by', async () => {
    const plain = `SELECT * FROM access.who_saw(ARRAY[decode(replace('${family.members['Fatima']}', '-', ''), 'hex')], 9007199254740991, 100, '{household.read}', '{}', '{}')`;
    expect(await sql.attempt(await as('regisseur'), plain)).toBe('did it, 0 rows');
  });

  it('tell nobody but the worker who is in which family, and nobody but the privacy officer which family has a case number', async () => {
    for (const persona of ['regisseur', 'resident', 'privacy-officer']) {
      expect(await sql.attempt(await as(persona), `SELECT * FROM access.members_of(ARRAY['${family.id}'::uuid])`)).toBe('did it, 0 rows');
      expect(await sql.attempt(await as(persona), `SELECT * FROM access.register_of_all()`)).toBe('did it, 0 rows');
    }
    const byCase = `SELECT FROM access.household_by_case('${family.caseNumber}') h WHERE h IS NOT NULL`;
    expect(await sql.attempt(await as('privacy-officer'), byCase)).toBe('did it, 1 rows');
    for (const persona of ['regisseur', 'team-lead', 'resident', 'regisseur-hoogeveen']) expect(await sql.attempt(await as(persona), byCase)).toBe('did it, 0 rows');
  });

  it('open for the one job that needs them, and for no other', async () => {
    const members = `SELECT * FROM access.members_of(ARRAY['${family.id}'::uuid])`;
    const doors = [members, 'SELECT * FROM access.register_of_all() LIMIT 3', 'SELECT access.forget_ended_access()'];
    const opened: Record<string, string[]> = {};
    for (const purpose of ['processing-log', 'housekeeping', 'mail.send', 'referral.requested']) {
      opened[purpose] = [];
      for (const door of doors) opened[purpose].push(await sql.attempt({ ...systemActor(''), purpose }, door));
    }
    const shut = ['did it, 0 rows', 'did it, 0 rows', NOT_ALLOWED];
    expect(opened).toEqual({
      'processing-log': ['did it, 3 rows', 'did it, 3 rows', NOT_ALLOWED],
      housekeeping: ['did it, 0 rows', 'did it, 0 rows', 'did it, 1 rows'],
      'mail.send': shut, 'referral.requested': shut,
    });
  });

  it('let nobody read either log as a table, or make themselves an account of a resident', async () => {
    for (const persona of ['resident', 'regisseur', 'team-lead', 'gkb']) {
      for (const table of ['audit_event', 'processing_log', 'processing_log_progress']) {
        expect({ persona, table, answer: await sql.attempt(await as(persona), `SELECT FROM ${table}`) }).toEqual({ persona, table, answer: 'did it, 0 rows' });
      }
      const open = `INSERT INTO resident_account (user_id, municipality_id, member_id) VALUES (access.user_id(), access.municipality(), '${family.members['Fatima']}')`;
      expect(await sql.attempt(await as(persona), open)).toBe(NOT_ALLOWED);
    }
  });

  it('name the regisseur of those only whom a resident may ask about: a child under 16 does not ask', async () => {
    const regisseurs = 'SELECT * FROM access.my_regisseurs()';
    await anAccount(api.db, family.members['Noor']);
    expect(await sql.attempt(await as('resident'), regisseurs)).toBe('did it, 0 rows');
    await noAccount(api.db);
    await anAccount(api.db, family.members['Noor'], 'representative');
    expect(await sql.attempt(await as('resident'), regisseurs)).toBe('did it, 1 rows');
    await noAccount(api.db);
  });

  it('shut at once for a resident whose role was taken away', async () => {
    await anAccount(api.db, family.members['Fatima']);
    const mine = 'SELECT * FROM access.my_members()';
    const actor = await as('resident');
    expect(await sql.attempt(actor, mine)).toBe('did it, 1 rows');
    expect(await sql.attempt({ ...actor, roles: [] }, mine)).toBe('did it, 0 rows');
    expect(await sql.attempt({ ...actor, roles: ['regisseur'] }, mine)).toBe('did it, 0 rows');
  });
});
