import { addDays } from '#kernel';
import type { SpecApi } from '../../../support/api.js';
import { advised, aCanvas, aDraft, aGrant, APPLICATION, aSubmitted, FULL_CANVAS, type FundCase, onAgenda, step } from '../../../support/funds.js';
import { type Ask, type Entries, HERE, REGISSEUR } from '../vocabulary.js';
import type { World } from '../world.js';
import { theDayInAmsterdam } from '../../../support/today.js';

type Maker = (api: SpecApi, options: { fundId: string; household: object }) => Promise<FundCase>;

const made = (world: World, make: Maker): Promise<FundCase> => make(world.api, { fundId: world.fundId, household: { name: 'Familie Zilvervos', intakeBy: 'case-worker' } });

const asked = (make: Maker, name: string, body?: object) => async (world: World): Promise<Ask> => {
  const { id, version } = await made(world, make);
  return { path: `/v1/fund-requests/${id}/${name}`, version, ...(body && { body }) };
};

const aComplete: Maker = async (api, options) => {
  const submitted = await aSubmitted(api, options);
  return { ...submitted, version: (await step(api.as('fund-secretary'), submitted, 'completeness', { complete: true })).version };
};
const anIncomplete: Maker = async (api, options) => {
  const submitted = await aSubmitted(api, options);
  const remedy = { complete: false, missing: 'De offerte.', remedyUntil: addDays(theDayInAmsterdam(), 21) };
  return { ...submitted, version: (await step(api.as('fund-secretary'), submitted, 'completeness', remedy)).version };
};

const planted = (world: World): Promise<FundCase> => world.once('fund request', () => made(world, onAgenda));
const canvas = (world: World) => world.once('canvas', () => aCanvas(world.api, { fundId: world.fundId, household: { name: 'Familie Zilvervos' } }));

const OF_THE_FUND = `fund-secretary:${HERE} committee-member:${HERE} decision-maker:${HERE}`;

export const FUND: Entries = {
  'GET /v1/funds': { ask: () => ({ path: '/v1/funds' }), opens: `${OF_THE_FUND} finance:${HERE} regisseur:${HERE}`, shows: ({ fundId }) => [fundId] },
  'POST /v1/households/{id}/canvases': {
    ask: async (world) => ({ path: `/v1/households/${(await world.once('family to work on', () => world.family())).id}/canvases`, body: FULL_CANVAS }), opens: REGISSEUR,
  },
  'GET /v1/canvases/{id}': { ask: async (world) => ({ path: `/v1/canvases/${(await canvas(world)).canvasId}` }), opens: REGISSEUR },
  'PUT /v1/canvases/{id}': {
    ask: async (world) => ({ path: `/v1/canvases/${(await aCanvas(world.api, { fundId: world.fundId })).canvasId}`, version: 1, body: FULL_CANVAS }), opens: REGISSEUR,
  },
  'POST /v1/households/{id}/fund-requests': {
    ask: async (world) => {
      const { householdId, canvasId, fundId } = await canvas(world);
      return { path: `/v1/households/${householdId}/fund-requests`, body: { ...APPLICATION, fundId, canvasId } };
    },
    opens: REGISSEUR,
  },
  'GET /v1/fund-requests': {
    ask: async (world) => {
      const { id } = await planted(world);
      world.marks.set('fund request', id);
      return { path: '/v1/fund-requests?limit=100' };
    },
    opens: `${OF_THE_FUND} ${REGISSEUR}`,
    shows: ({ marks }) => [marks.get('fund request') ?? ''],
  },
  'GET /v1/fund-requests/{id}': { ask: async (world) => ({ path: `/v1/fund-requests/${(await planted(world)).id}` }), opens: `${OF_THE_FUND} ${REGISSEUR}` },
  'POST /v1/fund-requests/{id}/submission': { ask: asked(aDraft, 'submission'), opens: REGISSEUR },
  'POST /v1/fund-requests/{id}/completeness': { ask: asked(aSubmitted, 'completeness', { complete: true }), opens: `fund-secretary:${HERE}` },
  'POST /v1/fund-requests/{id}/supplement': { ask: asked(anIncomplete, 'supplement', { note: 'De offerte.' }), opens: REGISSEUR },
  'POST /v1/fund-requests/{id}/agenda': { ask: asked(aComplete, 'agenda', { meetingOn: addDays(theDayInAmsterdam(), 7) }), opens: `fund-secretary:${HERE}` },
  'POST /v1/fund-requests/{id}/advice': {
    ask: asked(onAgenda, 'advice', { advice: 'grant', amountCents: APPLICATION.amountCents, reasons: 'Dit geeft rust.' }), opens: `committee-member:${HERE}`,
  },
  'POST /v1/fund-requests/{id}/conflict': { ask: asked(onAgenda, 'conflict', { reason: 'Ik ken dit gezin.' }), opens: `committee-member:${HERE}` },
  'POST /v1/fund-requests/{id}/decision': { ask: asked(advised, 'decision', aGrant()), opens: `decision-maker:${HERE}` },
};
