import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { isValidBsn, newId } from '#kernel';
import { BsnVault, openVaults, rotateKeys, type RotationTurn, SEALED_COLUMNS, SubjectVault } from '#platform';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { createServer } from '../../apps/api/src/http/server.js';
import { type Answer, type SpecApi, startApi } from '../support/api.js';
import { giveBsn } from '../support/bsn.js';
import { aHousehold, type HouseholdFixture } from '../support/households.js';
import { specSettings } from '../support/settings.js';
import { tokenOf } from '../support/tokens.js';

const key = (fill: number): string => Buffer.alloc(32, fill).toString('base64');
const OLD = { BSN_KEYS: `old:${key(1)}`, BSN_INDEX_KEY: key(2) };
const BOTH = { BSN_KEYS: `new:${key(3)},old:${key(1)}`, BSN_INDEX_KEY: `${key(4)},${key(2)}` };
const NEW = { BSN_KEYS: `new:${key(3)}`, BSN_INDEX_KEY: key(4) };
const FAMILIES = 60;

/** Numbers of the range for tests, each once. */
const numbers = (function* () {
  for (let n = 999_000_000; n < 1_000_000_000; n += 1) if (isValidBsn(String(n))) yield String(n);
})();
const aBsn = (): string => numbers.next().value as string;

let api: SpecApi;
let owner: pg.Client;
const families: { family: HouseholdFixture; bsn: string }[] = [];

beforeAll(async () => {
  // The API already knows both keys, as after the restart with the new ring; what stands in the database is from before.
  api = await startApi({ settings: BOTH });
  owner = new pg.Client({ connectionString: api.db.migratorUrl });
  await owner.connect();
  await api.db.query(`UPDATE municipality SET settings = jsonb_set(settings, '{bsn,looksPerHour}', '100000')`);
  for (let n = 0; n < FAMILIES; n += 1) {
    const [family, bsn] = [await aHousehold(api.db, { regisseur: null, teamOf: 'team-lead', intakeBy: 'case-worker' }), aBsn()];
    await giveBsn({ db: api.db, settings: specSettings(api.db.appUrl, OLD) }, family.members['Fatima'], bsn);
    families.push({ family, bsn });
  }
});
afterAll(async () => {
  await owner.end();
  await api.close();
});

const anyFamily = (n: number) => families[n % FAMILIES] as { family: HouseholdFixture; bsn: string };
const reveal = async ({ family, bsn }: { family: HouseholdFixture; bsn: string }, address = api.address): Promise<string | undefined> => {
  const answer = await ask(address, `/v1/households/${family.id}/members/${family.members['Fatima']}/bsn-reveal`, { reason: 'identification' });
  return answer.status === 200 && answer.body.bsn === bsn ? undefined : `reveal: ${answer.status} ${answer.text}`;
};
const find = async ({ family, bsn }: { family: HouseholdFixture; bsn: string }, address = api.address): Promise<string | undefined> => {
  const answer = await ask(address, '/v1/bsn-lookup', { bsn });
  return answer.status === 200 && answer.body.items[0]?.id === family.id ? undefined : `lookup: ${answer.status} ${answer.text}`;
};
const report = (bsn: string, lastName: string) => api.as('case-worker').post('/v1/households', {
  urgency: 'normaal', reportedOn: '2026-11-20', source: 'spreekuur', lifeDomains: ['finances'], safetyChecked: true,
  address: { postcode: '9711 AB', houseNumber: '12', city: 'Groningen', protected: false },
  members: [{ role: 'main', firstName: 'Nieuw', lastName, birthDate: '1980-01-01', bsn }],
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- specs read answers freely
async function ask(address: string, path: string, body: object): Promise<Answer<any>> {
  const answer = await fetch(new URL(path, address), { method: 'POST', body: JSON.stringify(body), headers: { authorization: `Bearer ${await tokenOf('case-worker')}`, 'content-type': 'application/json' } });
  const text = await answer.text();
  return { status: answer.status, headers: {}, text, body: JSON.parse(text) };
}

/** Letters only, as names are. */
const nameOf = (n: number): string => `Rotatie${[...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`;

/** People at work until told to stop: they look, search and report, and a known number is still refused. */
async function work(n: number, until: { done: boolean }): Promise<{ calls: number; faults: string[] }> {
  const faults: (string | undefined)[] = [];
  let calls = 0;
  for (let turn = n; !until.done; turn += 7) {
    faults.push(await reveal(anyFamily(turn)), await find(anyFamily(turn + 1)));
    const bsn = aBsn();
    const taken = await report(bsn, nameOf(turn));
    if (taken.status !== 201) faults.push(`report: ${taken.status} ${taken.text}`);
    const again = await report(anyFamily(turn + 2).bsn, nameOf(turn + 3));
    if (again.status !== 409) faults.push(`known again: ${again.status} ${again.text}`);
    calls += 4;
  }
  return { calls, faults: faults.filter((fault) => fault !== undefined) };
}

describe('changing the keys of the BSN', () => {
  it('happens under load without one error, and stops and goes on as it likes', async () => {
    await api.as('case-worker').post('/v1/intake-imports?fileName=export.csv&safetyChecked=true', await readFile('demo/aanmeldingen.csv'), { headers: { 'content-type': 'text/csv' } });
    await api.db.query('UPDATE intake_import SET refused_csv_sealed = $1', [new BsnVault(OLD.BSN_KEYS, OLD.BSN_INDEX_KEY).seal('een;rij').sealed]);
    const [line] = await api.db.query<{ id: string; municipality_id: string }>('SELECT id, municipality_id FROM audit_event ORDER BY id LIMIT 1');
    const { sealed, index } = new SubjectVault(OLD.BSN_KEYS, OLD.BSN_INDEX_KEY).seal(newId());
    await api.db.query(
      `INSERT INTO processing_log (municipality_id, audit_event_id, trace_id, span_id, operation, processing_activity_id, started_at, ended_at, data_subject_type, data_subject_sealed, data_subject_index)
       VALUES ($1, $2, repeat('a', 32), repeat('b', 16), 'x', $3, now(), now(), 'x', $4, $5)`, [line?.municipality_id, line?.id, newId(), sealed, index]);
    const until = { done: false };
    const people = [1, 2, 3].map((n) => work(n, until));
    const vaults = openVaults(BOTH.BSN_KEYS, BOTH.BSN_INDEX_KEY);
    // The first is stopped half-way; two others then run at the same time.
    await expect(rotateKeys(owner, vaults, ({ looked }) => { if (looked >= 50) throw new Error('the plug was pulled'); })).rejects.toThrow('plug');
    const turns: RotationTurn[] = [];
    const second = new pg.Client({ connectionString: api.db.migratorUrl });
    await second.connect();
    await Promise.all([rotateKeys(owner, vaults, (turn) => turns.push(turn)), rotateKeys(second, vaults, () => undefined)]);
    await second.end();
    until.done = true;
    const worked = await Promise.all(people);
    process.stdout.write(`calls during the rotation: ${worked.reduce((sum, { calls }) => sum + calls, 0)}\n`);
    expect(worked.flatMap(({ faults }) => faults)).toEqual([]);
    expect(worked.every(({ calls }) => calls > 0)).toBe(true);
    expect(new Set(turns.map(({ table, column }) => `${table}.${column}`))).toEqual(new Set(SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`)));
  });

  it('leaves nothing to do for a second time', async () => {
    const turns: RotationTurn[] = [];
    await rotateKeys(owner, openVaults(BOTH.BSN_KEYS, BOTH.BSN_INDEX_KEY), (turn) => turns.push(turn));
    expect(turns.filter(({ renewed, missed }) => renewed + missed > 0)).toEqual([]);
  });

  it('after which the old keys can go: everything is seen and found with the new ones alone', async () => {
    const app: NestFastifyApplication = await createServer(ApiModule.forSettings(specSettings(api.db.appUrl, NEW)), specSettings(api.db.appUrl, NEW));
    await app.listen(0, '127.0.0.1');
    const address = await app.getUrl();
    for (const one of families) expect([await reveal(one, address), await find(one, address)]).toEqual([undefined, undefined]);
    await app.close();
    const vaults = openVaults(NEW.BSN_KEYS, NEW.BSN_INDEX_KEY);
    for (const { table, column, keys } of SEALED_COLUMNS) {
      const rows = await api.db.query<{ sealed: Buffer }>(`SELECT ${column} AS sealed FROM ${table} WHERE ${column} IS NOT NULL`);
      if (['household_member', 'intake_import', 'processing_log'].includes(table)) expect(rows.length).toBeGreaterThan(0);
      for (const { sealed } of rows) expect(vaults[keys].open(sealed)).not.toBe('');
    }
  });

  it('refuses to go on past a number that no key opens, instead of losing it', async () => {
    const first = anyFamily(0);
    const lost = new BsnVault(`lost:${key(9)}`, key(9)).seal('999990019').sealed;
    await api.db.query('UPDATE household_member SET bsn_sealed = $2 WHERE id = $1', [first.family.members['Fatima'], lost]);
    await expect(rotateKeys(owner, openVaults(NEW.BSN_KEYS, NEW.BSN_INDEX_KEY), () => undefined)).rejects.toThrow('not in the ring');
    const [row] = await api.db.query<{ bsn_sealed: Buffer }>('SELECT bsn_sealed FROM household_member WHERE id = $1', [first.family.members['Fatima']]);
    expect(row?.bsn_sealed).toEqual(lost);
  });
});
