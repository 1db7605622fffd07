import { addDays } from '#kernel';
import { type HandoverFixture, handoverOf, planHandover, TODAY } from '../../../support/handovers.js';
import { aHousehold, type HouseholdFixture, userId } from '../../../support/households.js';
import { type Ask, type Entries, REGISSEUR } from '../vocabulary.js';
import type { World } from '../world.js';

/** Of the own regisseur, to go to somebody who is nobody in the cast. */
const family = (world: World): Promise<HouseholdFixture> => world.family({ state: 'draft-plan' });
const successor = ({ api }: World): Promise<string> => userId(api.db, 'regisseur-2');

async function planned(world: World, last?: 'accepted' | 'talk-held'): Promise<HandoverFixture> {
  const home = await family(world);
  const { body, status, text } = await planHandover(world.api, home, { successorId: await successor(world) });
  if (status !== 201) throw new Error(text);
  const handover = handoverOf(world.api, home, body.id);
  if (!last) return handover;
  await world.api.db.query(`UPDATE handover SET state = 'accepted', answered_by = successor_id, answered_at = now(), version = 2 WHERE id = $1`, [handover.id]);
  if (last === 'talk-held') await handover.step('regisseur', 'talk', { heldOn: TODAY, memberIds: [home.members['Fatima']] });
  return handover;
}

/** One that the own regisseur is asked for. */
async function askedOfMe(world: World): Promise<HandoverFixture> {
  const home = await aHousehold(world.api.db, { regisseur: 'regisseur-zuid', state: 'draft-plan', name: 'Familie Zilvervos' });
  const { body, status, text } = await planHandover(world.api, home, { successorId: world.cast.regisseur.own.id }, 'regisseur-zuid');
  if (status !== 201) throw new Error(text);
  return handoverOf(world.api, home, body.id);
}

const step = (make: (world: World) => Promise<HandoverFixture>, what: string, bodyOf?: (handover: HandoverFixture) => object) => async (world: World): Promise<Ask> => {
  const handover = await make(world);
  const { version } = await handover.row();
  return { path: `/v1/households/${handover.family.id}/handovers/${handover.id}/${what}`, version, ...(bodyOf && { body: bodyOf(handover) }) };
};

const REASON = { reason: 'Het past niet meer.' };
const LEADS = 'team-lead:own,colleague';
const PLANS = `${REGISSEUR} ${LEADS}`;

export const HANDOVERS: Entries = {
  'GET /v1/households/{id}/handovers': { ask: async (world) => ({ path: `/v1/households/${(await planned(world)).family.id}/handovers` }), opens: PLANS },
  'POST /v1/households/{id}/handovers': {
    ask: async (world) => ({
      path: `/v1/households/${(await family(world)).id}/handovers`, version: 1, body: { successorId: await successor(world), reason: 'Een ander team.', talkOn: addDays(TODAY, 7) },
    }),
    opens: PLANS,
  },
  'POST /v1/households/{id}/handovers/{handoverId}/acceptance': { ask: step(askedOfMe, 'acceptance'), opens: REGISSEUR },
  'POST /v1/households/{id}/handovers/{handoverId}/decline': { ask: step(askedOfMe, 'decline', () => REASON), opens: REGISSEUR },
  'POST /v1/households/{id}/handovers/{handoverId}/talk-day': { ask: step(planned, 'talk-day', () => ({ talkOn: addDays(TODAY, 9) })), opens: PLANS },
  'POST /v1/households/{id}/handovers/{handoverId}/talk': {
    ask: step((world) => planned(world, 'accepted'), 'talk', (handover) => ({ heldOn: TODAY, memberIds: [handover.family.members['Fatima']] })), opens: REGISSEUR,
  },
  'POST /v1/households/{id}/handovers/{handoverId}/confirmation': { ask: step((world) => planned(world, 'talk-held'), 'confirmation'), opens: REGISSEUR },
  'POST /v1/households/{id}/handovers/{handoverId}/cancellation': { ask: step(planned, 'cancellation', () => REASON), opens: PLANS },
  'POST /v1/households/{id}/handovers/{handoverId}/urgent-switch': { ask: step((world) => planned(world, 'accepted'), 'urgent-switch', () => REASON), opens: LEADS },
  'GET /v1/caseloads/{userId}': { ask: ({ cast }) => ({ path: `/v1/caseloads/${cast.regisseur.own.id}` }), opens: LEADS },
  'POST /v1/caseloads/{userId}/moves': {
    ask: async (world) => ({
      path: `/v1/caseloads/${world.cast.regisseur.own.id}/moves`,
      body: { reason: 'Gaat met pensioen.', talkOn: addDays(TODAY, 14), families: [{ householdId: (await family(world)).id, successorId: await successor(world) }] },
    }),
    opens: LEADS,
  },
};
