import { addDays } from '#kernel';
import { REASON } from '../../../support/break-glass.js';
import { aHousehold, type HouseholdFixture, userId } from '../../../support/households.js';
import { type Ask, type Entries, HERE, REGISSEUR } from '../vocabulary.js';
import type { World } from '../world.js';
import { theDayInAmsterdam } from '../../../support/today.js';

/** Of team Noord, and of a regisseur who is nobody in the cast. */
const ofAnother = ({ api }: World): Promise<HouseholdFixture> => aHousehold(api.db, { regisseur: 'regisseur-2', name: 'Familie Zilvervos' });

async function aGlass(world: World): Promise<string> {
  const { caseNumber } = await ofAnother(world);
  const { body, status, text } = await world.api.as('regisseur').post('/v1/break-glass', { caseNumber, reason: REASON });
  if (status !== 201) throw new Error(text);
  return body.id as string;
}

let weeks = 0;
/** Two of one regisseur don't overlap, so each is a week later. */
async function absence({ api, cast }: World): Promise<object> {
  const firstDay = addDays(theDayInAmsterdam(), 7 * (weeks += 1));
  return { regisseurId: cast.regisseur.own.id, substituteId: await userId(api.db, 'regisseur-2'), firstDay, lastDay: addDays(firstDay, 2) };
}

async function aSubstitution(world: World): Promise<string> {
  const { body, status, text } = await world.api.as('team-lead').post('/v1/substitutions', await absence(world));
  if (status !== 201) throw new Error(text);
  return body.id as string;
}

const marked = (what: string, make: (world: World) => Promise<string>, path: string) => ({
  ask: async (world: World): Promise<Ask> => {
    world.marks.set(what, await world.once(what, () => make(world)));
    return { path };
  },
  shows: ({ marks }: World) => [marks.get(what) ?? ''],
});

const JUDGES = `privacy-officer:${HERE} team-lead:own,colleague`;
const ARRANGES = 'regisseur:own team-lead:own,colleague';
/** Standing in is for colleagues of the team or the organisation. */
const COLLEAGUES = 'regisseur:own,colleague,team team-lead:own,colleague,team';

export const INVOLVEMENT: Entries = {
  'POST /v1/break-glass': {
    ask: async (world) => ({ path: '/v1/break-glass', body: { caseNumber: (await ofAnother(world)).caseNumber, reason: REASON } }),
    opens: `regisseur:${HERE} case-worker:${HERE} team-lead:${HERE}`, closed: [422],
  },
  'GET /v1/break-glass': { ...marked('glass', aGlass, '/v1/break-glass?limit=100'), opens: JUDGES },
  'GET /v1/break-glass/mine': { ...marked('glass', aGlass, '/v1/break-glass/mine'), opens: REGISSEUR },
  'GET /v1/break-glass/{id}': { ask: async (world) => ({ path: `/v1/break-glass/${await world.once('glass', () => aGlass(world))}` }), opens: `${JUDGES} ${REGISSEUR}` },
  'POST /v1/break-glass/{id}/end': { ask: async (world) => ({ path: `/v1/break-glass/${await aGlass(world)}/end`, body: {} }), opens: REGISSEUR, closed: [403, 404] },
  'POST /v1/break-glass/{id}/review': {
    ask: async (world) => ({ path: `/v1/break-glass/${await aGlass(world)}/review`, version: 1, body: { outcome: 'justified', note: 'Terecht.' } }), opens: JUDGES,
  },
  'POST /v1/substitutions': { ask: async (world) => ({ path: '/v1/substitutions', body: await absence(world) }), opens: ARRANGES, closed: [400, 403, 404] },
  'GET /v1/substitutions': { ...marked('substitution', aSubstitution, '/v1/substitutions?limit=100'), opens: ARRANGES },
  'GET /v1/substitutions/colleagues': { ...marked('substitute', ({ api }) => userId(api.db, 'regisseur-2'), '/v1/substitutions/colleagues'), opens: COLLEAGUES },
  'POST /v1/substitutions/{id}/end': { ask: async (world) => ({ path: `/v1/substitutions/${await aSubstitution(world)}/end`, version: 1 }), opens: ARRANGES },
  'POST /v1/households/{id}/assignments/{assignmentId}/end': {
    ask: async (world) => {
      const { id, assignmentId } = await world.family();
      return { path: `/v1/households/${id}/assignments/${assignmentId}/end`, version: 1, body: { reason: 'Verhuisd naar een ander team.' } };
    },
    opens: 'team-lead:own,colleague',
  },
};
