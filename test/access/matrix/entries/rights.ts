import { newId } from '#kernel';
import { BsnVault } from '#platform';
import { aRightsRequest, requestBody, toDecision } from '../../../support/rights.js';
import { type Ask, type Entries, HERE, INVOLVED } from '../vocabulary.js';
import type { World } from '../world.js';
import { familyOf } from './families.js';
import { theDayInAmsterdam } from '../../../support/today.js';

const OFFICER = `privacy-officer:${HERE}`;
const RECORDS = `${INVOLVED} ${OFFICER}`;
const today = (): string => theDayInAmsterdam();

const request = async (world: World, more: object = {}): Promise<string> => (await aRightsRequest(world.api, await world.family(), 'Fatima', more)).id;
const planted = (world: World): Promise<string> => world.once('rights request', async () => (await aRightsRequest(world.api, world.home, 'Fatima')).id);

const step = (name: string, body: object, more: object = {}) => async (world: World): Promise<Ask> =>
  ({ path: `/v1/rights-requests/${await request(world, more)}/${name}`, version: 1, body });

const decided = (name: string, body: object, kind: string) => async (world: World): Promise<Ask> => {
  const { id, version } = await toDecision(world.api, await world.family(), 'Fatima', 'granted', { kind });
  return { path: `/v1/rights-requests/${id}/${name}`, version, body };
};

/** An export in this state, with files in it when it is ready. */
async function anExport({ api, family, cast }: World, state: 'review' | 'ready'): Promise<string> {
  const home = await family();
  const { id } = await toDecision(api, home, 'Fatima', 'granted');
  const vault = api.app.get(BsnVault, { strict: false });
  const file = state === 'ready' ? vault.seal('{}').sealed : null;
  await api.db.query(
    `INSERT INTO rights_export (id, rights_request_id, household_id, municipality_id, state, requested_by, requested_at, json_sealed, pdf_sealed, ready_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, now(), $7, $7, now(), now() + interval '1 day')`,
    [newId(), id, home.id, home.municipalityId, state, cast['privacy-officer'].own.id, file]);
  return id;
}

const ready = (path: string) => async (world: World): Promise<Ask> => ({ path: `/v1/rights-requests/${await world.once('export', () => anExport(world, 'ready'))}/${path}` });

/** The privacy officer reads it once there is a request of this person. */
const historyOf = async (world: World): Promise<Ask> => {
  await planted(world);
  return { path: `/v1/households/${world.home.id}/members/${world.home.members['Fatima']}/history` };
};

export const RIGHTS: Entries = {
  'GET /v1/rights-requests': {
    ask: async (world) => {
      world.marks.set('rights request', await planted(world));
      return { path: '/v1/rights-requests?limit=100' };
    },
    opens: OFFICER, shows: ({ marks }) => [marks.get('rights request') ?? ''],
  },
  'GET /v1/rights-request-people': {
    ask: ({ home }) => ({ path: `/v1/rights-request-people?caseNumber=${home.caseNumber}` }), opens: OFFICER, closed: [404], shows: ({ home }) => [home.members['Fatima'] ?? ''],
  },
  'GET /v1/rights-requests/{id}': { ask: async (world) => ({ path: `/v1/rights-requests/${await planted(world)}` }), opens: RECORDS },
  'POST /v1/rights-requests': { ask: async (world) => ({ path: '/v1/rights-requests', body: requestBody(await familyOf(world), 'Fatima') }), opens: RECORDS },
  'POST /v1/rights-requests/{id}/identity': { ask: step('identity', { how: 'document-seen' }), opens: OFFICER },
  'POST /v1/rights-requests/{id}/extension': { ask: step('extension', { reasons: 'Het is veel.', toldOn: today() }), opens: OFFICER },
  'POST /v1/rights-requests/{id}/decision': { ask: step('decision', { outcome: 'granted', reasons: 'Dat mag.' }, { identityHow: 'known-in-person' }), opens: OFFICER },
  'POST /v1/rights-requests/{id}/withdrawal': { ask: step('withdrawal', {}), opens: RECORDS },
  'POST /v1/rights-requests/{id}/completion': { ask: decided('completion', { doneOn: today(), note: 'Gegeven.' }, 'objection'), opens: OFFICER },
  'POST /v1/rights-requests/{id}/lifting': { ask: decided('lifting', { toldOn: today(), reason: 'Verbeterd.' }, 'restriction'), opens: OFFICER },
  'POST /v1/rights-requests/{id}/export': {
    ask: async (world) => ({ path: `/v1/rights-requests/${(await toDecision(world.api, await world.family(), 'Fatima', 'granted')).id}/export` }), opens: OFFICER,
  },
  'GET /v1/rights-requests/{id}/export': { ask: ready('export'), opens: OFFICER },
  'GET /v1/rights-requests/{id}/export.json': { ask: ready('export.json'), opens: OFFICER },
  'GET /v1/rights-requests/{id}/export.pdf': { ask: ready('export.pdf'), opens: OFFICER },
  'POST /v1/rights-requests/{id}/export/texts': {
    ask: async (world) => ({ path: `/v1/rights-requests/${await anExport(world, 'review')}/export/texts`, version: 1, body: { checkedForOthers: true, texts: [] } }), opens: OFFICER,
  },
  'GET /v1/households/{id}/rights-requests': { ask: ({ home }) => ({ path: `/v1/households/${home.id}/rights-requests` }), opens: INVOLVED },
  'GET /v1/households/{id}/members/{memberId}/history': { ask: historyOf, opens: RECORDS },
  'PATCH /v1/households/{id}/members/{memberId}': {
    ask: async (world) => {
      const family = await world.family();
      return { path: `/v1/households/${family.id}/members/${family.members['Fatima']}`, version: 1, body: { reason: 'Paspoort gezien.', birthDate: '1988-04-13' } };
    },
    // The privacy officer may, after a request that was granted.
    opens: INVOLVED, closed: [403, 404],
  },
};
