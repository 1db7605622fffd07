import { addMonths } from '#kernel';
import { aHousehold, type HouseholdFixture } from '../../../support/households.js';
import { type Ask, type Entries, EVERYWHERE, INVOLVED, REGISSEUR } from '../vocabulary.js';
import type { World } from '../world.js';
import { familyOf } from './families.js';
import { theDayInAmsterdam } from '../../../support/today.js';

const today = theDayInAmsterdam();

/** The scale that holds in the municipality of the own people. */
const scaleOf = async ({ api, home }: World): Promise<string> => {
  const [scale] = await api.db.query<{ id: string }>('SELECT id FROM score_scale WHERE municipality_id = $1 ORDER BY version LIMIT 1', [home.municipalityId]);
  return scale?.id ?? '';
};
const measured = async (world: World): Promise<object> => ({
  moment: 'start', measuredOn: '2026-10-01', view: 'family', scaleId: await scaleOf(world), scores: [{ domain: 'finances', step: 2, reason: 'Er zijn zorgen.' }],
});
const moving = { kind: 'move', on: addMonths(today, 2) };

const asked = (path: string, body?: (world: World) => object | Promise<object>) => async (world: World): Promise<Ask> => {
  const family = await familyOf(world);
  return { path: `/v1/households/${family.id}/${path}`, ...(body && { body: await body(world) }) };
};

/** Something that is there, of a family of its own. */
const onMade = (collection: string, make: object | ((world: World) => Promise<object>), ask: (path: string, world: World) => Ask | Promise<Ask>) => async (world: World): Promise<Ask> => {
  const family: HouseholdFixture = await aHousehold(world.api.db, { intakeBy: 'case-worker' });
  const path = `/v1/households/${family.id}/${collection}`;
  const { status, text, body } = await world.api.as('regisseur').post(path, typeof make === 'function' ? await make(world) : make);
  if (status !== 201) throw new Error(text);
  return ask(`${path}/${body.id}`, world);
};

export const SCORES: Entries = {
  'GET /v1/score-scales': {
    ask: () => ({ path: '/v1/score-scales' }),
    opens: ['regisseur', 'case-worker', 'team-lead', 'policy-adviser'].map((role) => `${role}:${EVERYWHERE}`).join(' '),
  },
  'POST /v1/score-scales': {
    ask: async ({ api }) => {
      await api.db.query('DELETE FROM score_scale WHERE version > 1');
      return { path: '/v1/score-scales', version: 1, body: { name: 'Nieuw', validFrom: addMonths(today, 1), domains: ['finances'], steps: ['a', 'b', 'c'].map((label) => ({ label, description: label })) } };
    },
    opens: `policy-adviser:${EVERYWHERE}`,
  },
  'GET /v1/households/{id}/score-rounds': { ask: asked('score-rounds'), opens: INVOLVED },
  'POST /v1/households/{id}/score-rounds': { ask: asked('score-rounds', measured), opens: INVOLVED },
  'POST /v1/households/{id}/score-rounds/{roundId}/correction': {
    ask: onMade('score-rounds', measured, async (path, world) => ({ path: `${path}/correction`, body: { ...(await measured(world)), correctionReason: 'Een vergissing.' } })), opens: INVOLVED,
  },
  'GET /v1/households/{id}/life-events': { ask: asked('life-events'), opens: INVOLVED },
  'POST /v1/households/{id}/life-event-preview': { ask: asked('life-event-preview', () => moving), opens: REGISSEUR },
  'POST /v1/households/{id}/life-events': {
    ask: async ({ api }) => ({ path: `/v1/households/${(await aHousehold(api.db, { intakeBy: 'case-worker' })).id}/life-events`, body: moving }), opens: REGISSEUR,
  },
  'PATCH /v1/households/{id}/life-events/{eventId}': { ask: onMade('life-events', moving, (path) => ({ path, version: 1, body: { note: 'Later.' } })), opens: REGISSEUR },
  'POST /v1/households/{id}/life-events/{eventId}/withdrawal': {
    ask: onMade('life-events', moving, (path) => ({ path: `${path}/withdrawal`, version: 1, body: { reason: 'Gaat niet door.' } })), opens: REGISSEUR,
  },
};
