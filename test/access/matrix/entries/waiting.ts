import { addDays } from '#kernel';
import { aReport } from '../../../support/reports.js';
import { type Ask, type Entries, HERE } from '../vocabulary.js';
import type { World } from '../world.js';
import { aWaitingFamily } from './families.js';
import { theDayInAmsterdam } from '../../../support/today.js';

/** The team that keeps the list, whoever of it. */
const TEAM = 'team-lead:own,colleague case-worker:own,colleague';
const WHO_HAS_A_TEAM = 'own,colleague,team,organisation,municipality';
const HEAD = 'Soort schuldeiser;Schuldeiser;Naam;Postcode;Huisnr;Woonplaats;Bedrag;Signaaldatum\n';
const csv = { 'content-type': 'text/csv' };
const TODAY = theDayInAmsterdam();

let number = 0;
/** Somebody about whom no creditor told before, and a line that can't be taken. */
const aFile = (): string => `${HEAD}huur;Woonstichting;A. Zilvervos;9714 KL;${(number += 1)};Groningen;500,00;${TODAY}\nhuur;;;;;;;\n`;

const waiting = (path: string, body?: object) => async (world: World): Promise<Ask> => {
  const { id } = await aWaitingFamily(world);
  return { path: `/v1/households/${id}${path}`, ...(body && { body }), version: 1 };
};

async function aCall(world: World): Promise<Ask> {
  const { id } = await aWaitingFamily(world);
  const { body, status, text } = await world.api.as('case-worker').post(`/v1/households/${id}/waiting-contacts`, { calledOn: TODAY, outcome: 'voicemail' });
  if (status !== 201) throw new Error(text);
  return { path: `/v1/households/${id}/waiting-contacts/${body.id}/undo` };
}

async function anImport({ api }: World): Promise<string> {
  const { body, status, text } = await api.as('case-worker').post('/v1/early-signal-imports?fileName=a.csv', aFile(), { headers: csv });
  if (status !== 201) throw new Error(text);
  return body.id as string;
}

async function aSignal(world: World): Promise<string> {
  await anImport(world);
  const [found] = await world.api.db.query<{ id: string }>('SELECT id FROM early_signal_case ORDER BY id DESC LIMIT 1');
  return found?.id ?? '';
}

const signal = (path: string, body?: (world: World) => object) => async (world: World): Promise<Ask> =>
  ({ path: `/v1/early-signals/${await aSignal(world)}${path}`, ...(body && { body: body(world), version: 1 }) });

const aFamily = (): object => aReport({ reportedOn: TODAY, members: [{ role: 'main', firstName: 'Anne', lastName: `Ver${'abcdefghij'.charAt((number += 1) % 10)}${'xyzuvw'.charAt(number % 6)}`, birthDate: `19${50 + (number % 40)}-01-01` }] });
const imported = (path: string) => async (world: World): Promise<Ask> => ({ path: `/v1/early-signal-imports/${await world.once('signal import', () => anImport(world))}${path}` });

export const WAITING: Entries = {
  'GET /v1/households/{id}/waiting': { ask: waiting('/waiting'), opens: TEAM },
  'POST /v1/households/{id}/urgency-changes': { ask: waiting('/urgency-changes', { urgency: 'hoog', reason: 'De huur is opgezegd.' }), opens: TEAM },
  'POST /v1/households/{id}/waiting-contacts': { ask: waiting('/waiting-contacts', { calledOn: TODAY, outcome: 'reached' }), opens: TEAM },
  // Whoever of the team did not make the call sees it, and can't take it back.
  'POST /v1/households/{id}/waiting-contacts/{contactId}/undo': { ask: aCall, opens: 'case-worker:own', closed: [403, 404] },
  'GET /v1/waiting-list/trend': {
    ask: () => ({ path: '/v1/waiting-list/trend' }), opens: `team-lead:${HERE},municipality case-worker:${HERE},municipality policy-adviser:${HERE},municipality`,
  },
  'POST /v1/early-signal-imports': { ask: () => ({ path: '/v1/early-signal-imports?fileName=a.csv', body: aFile(), headers: csv }), opens: `case-worker:${WHO_HAS_A_TEAM}`, closed: [403] },
  'POST /v1/early-signal-imports/previews': { ask: () => ({ path: '/v1/early-signal-imports/previews', body: aFile(), headers: csv }), opens: `case-worker:${HERE},municipality` },
  'GET /v1/early-signal-imports/{id}': { ask: imported(''), opens: 'case-worker:own' },
  'GET /v1/early-signal-imports/{id}/refused-rows': { ask: imported('/refused-rows'), opens: 'case-worker:own' },
  'GET /v1/early-signals': {
    ask: async (world) => {
      world.marks.set('signal', await world.once('signal', () => aSignal(world)));
      return { path: '/v1/early-signals?limit=100' };
    },
    opens: TEAM, shows: ({ marks }) => [marks.get('signal') ?? ''],
  },
  'GET /v1/early-signals/{id}': { ask: signal(''), opens: TEAM },
  'GET /v1/early-signals/visitors': {
    ask: () => ({ path: '/v1/early-signals/visitors' }), opens: TEAM, shows: ({ cast }) => [cast['case-worker'].own.id],
  },
  'GET /v1/early-signals/year-count': {
    ask: () => ({ path: '/v1/early-signals/year-count?year=2026' }), opens: `team-lead:${HERE},municipality case-worker:${HERE},municipality policy-adviser:${HERE},municipality`,
  },
  'POST /v1/early-signals/{id}/visits': { ask: signal('/visits', ({ cast }) => ({ visitOn: addDays(TODAY, 3), visitorId: cast['case-worker'].own.id })), opens: TEAM },
  'POST /v1/early-signals/{id}/steps': { ask: signal('/steps', () => ({ action: 'send-letter' })), opens: TEAM },
  'POST /v1/early-signals/{id}/household': { ask: signal('/household', aFamily), opens: TEAM, closed: [403, 404] },
};
