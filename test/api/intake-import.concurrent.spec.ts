import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { type SpecApi, startApi } from '../support/api.js';
import { addRole } from '../support/reports.js';

const DEMO = readFileSync(new URL('../../demo/aanmeldingen.csv', import.meta.url));
const HEADER = DEMO.toString('latin1').split(/\r?\n/)[0];

let api: SpecApi;
beforeAll(async () => {
  api = await startApi();
  await addRole(api.db, 'regisseur-zuid', 'case-worker', 'WIJ Zuid');
});
afterAll(() => api.close());

const upload = (body: unknown, persona: string) =>
  api.as(persona).post('/v1/intake-imports?fileName=a.csv&safetyChecked=true', body, { headers: { 'content-type': 'text/csv' } });

it('three colleagues of two teams import the same file at the same moment: every family comes in once', async () => {
  const answers = await Promise.all([upload(DEMO, 'case-worker'), upload(DEMO, 'case-worker'), upload(DEMO, 'regisseur-zuid')]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(answers.map(({ body }) => body.newHouseholds).sort()).toEqual([0, 0, 60]);
  const [row] = await api.db.query('SELECT count(*)::int AS households, count(DISTINCT case_number)::int AS numbers FROM household');
  expect(row).toEqual({ households: 60, numbers: 60 });
});

it('5,000 rows come in, and again without a duplicate', async () => {
  const day = (n: number): string => `${(n % 28) + 1}-${(n % 12) + 1}-${1950 + (n % 50)}`;
  const family = (n: number): string[] => ['hoofdbewoner', 'partner', 'kind', 'kind', 'kind'].map((relation, at) =>
    `L-${n};1-5-2026;huisarts;Straat${letters(n)};van der;${['Anna', 'Bram', 'Cato', 'Daan', 'Ella'][at]};${day(n + at)};;${relation};9711 AA;${n + 1};;Groningen;;nee;;;wonen;normaal;`);
  const letters = (n: number): string => String(n).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
  const file = [HEADER, ...Array.from({ length: 1_000 }, (_, n) => family(n)).flat()].join('\n');
  const first = await upload(file.replaceAll('wonen', 'huisvesting'), 'case-worker');
  expect(first.body).toMatchObject({ rowCount: 5_000, newHouseholds: 1_000, newMembers: 5_000, refusedRows: 0 });
  const second = await upload(file.replaceAll('wonen', 'huisvesting'), 'regisseur-zuid');
  expect(second.body).toMatchObject({ newHouseholds: 0, newMembers: 0, alreadyKnown: 5_000 });
});
