import { aReferral, sharesOf } from '../../../support/referrals.js';
import { type Ask, type Entries, RECEIVER, REGISSEUR } from '../vocabulary.js';
import type { World } from '../world.js';
import { aBasis, familyOf } from './families.js';
import { theDayInAmsterdam } from '../../../support/today.js';

type Step = [name: string, body: object];
const ACCEPTED: Step = ['acceptance', {}];
const MET: Step = ['first-contact', { contactedOn: theDayInAmsterdam(), kind: 'phone', note: 'Gebeld.' }];

/** A referral to the credit bank on which these steps were done, and the next one to ask for. */
const after = (done: readonly Step[], name: string, body: object) => async (world: World): Promise<Ask> => {
  const { id } = await aReferral(world.api, await world.family(), world.gkb);
  let version = 1;
  for (const [step, given] of done) version = (await world.api.as('gkb').post(`/v1/referrals/${id}/${step}`, given, { version })).body.version;
  return { path: `/v1/referrals/${id}/${name}`, body, version };
};

const planted = (world: World): Promise<string> => world.once('referral', async () => (await aReferral(world.api, world.home, world.gkb)).id);
const box = (name: string) => async (world: World): Promise<Ask> => {
  await planted(world);
  return { path: `/v1/referrals?box=${name}&limit=100` };
};

export const REFERRALS: Entries = {
  'POST /v1/households/{id}/referrals': {
    ask: async (world) => {
      const family = await familyOf(world);
      await aBasis(world, family);
      const body = { toOrganisationId: world.gkb, question: 'Willen jullie helpen?', threatening: false, shares: sharesOf(family, { Fatima: ['name'] }) };
      return { path: `/v1/households/${family.id}/referrals`, body };
    },
    opens: REGISSEUR,
  },
  'GET /v1/referrals (received)': { ask: box('received'), opens: RECEIVER, shows: ({ home }) => [home.caseNumber] },
  'GET /v1/referrals (sent)': { ask: box('sent'), opens: REGISSEUR, shows: ({ home }) => [home.caseNumber] },
  'GET /v1/referrals/{id}': { ask: async (world) => ({ path: `/v1/referrals/${await planted(world)}` }), opens: `${RECEIVER} ${REGISSEUR}` },
  'GET /v1/referrals/{id}/standing': { ask: async (world) => ({ path: `/v1/referrals/${await planted(world)}/standing` }), opens: `${RECEIVER} ${REGISSEUR}` },
  'POST /v1/referrals/{id}/acceptance': { ask: after([], ...ACCEPTED), opens: RECEIVER },
  'POST /v1/referrals/{id}/rejection': { ask: after([], 'rejection', { code: 'no-capacity', explanation: 'Vol.', nextStep: 'De buren.' }), opens: RECEIVER },
  'POST /v1/referrals/{id}/first-contact': { ask: after([ACCEPTED], ...MET), opens: RECEIVER },
  'POST /v1/referrals/{id}/feedback': { ask: after([ACCEPTED, MET], 'feedback', { note: 'Goed.' }), opens: RECEIVER },
  'POST /v1/referrals/{id}/completion': { ask: after([ACCEPTED, MET], 'completion', { outcome: 'Klaar.' }), opens: RECEIVER },
  'POST /v1/referrals/{id}/cancellation': { ask: after([], 'cancellation', { reason: 'Verhuisd.' }), opens: REGISSEUR },
};
