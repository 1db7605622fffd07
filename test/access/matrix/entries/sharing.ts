import { addDays } from '#kernel';
import { agreementBody } from '../../../support/agreements.js';
import { organisationId } from '../../../support/households.js';
import { aReferral, sharesOf } from '../../../support/referrals.js';
import { type Ask, type Entries, HERE, INVOLVED, RECEIVER, REGISSEUR } from '../vocabulary.js';
import type { World } from '../world.js';
import { aBasis, familyOf } from './families.js';
import { theDayInAmsterdam } from '../../../support/today.js';

const OFFICER = `privacy-officer:${HERE}`;

const plannedFor = async (world: World, path: string): Promise<Ask> => {
  const family = await familyOf(world);
  await aBasis(world, family);
  const body = {
    plannedAt: `${addDays(theDayInAmsterdam(), 14)}T09:00:00Z`, subject: 'Hoe het gaat',
    invited: [{ organisationId: world.gkb, shares: sharesOf(family, { Fatima: ['name'] }) }],
  };
  return { path: `/v1/households/${family.id}${path}`, body };
};

async function aMeeting(world: World): Promise<{ id: string; householdId: string }> {
  const { path, body } = await plannedFor(world, '/meetings');
  const answer = await world.api.as('regisseur').post(path, body);
  if (answer.status !== 201) throw new Error(answer.text);
  return { id: answer.body.id, householdId: path.split('/')[3] ?? '' };
}

/** With an organisation that nothing else here leans on. */
async function anAgreement({ api }: World): Promise<string> {
  const { status, text, body } = await api.as('privacy-officer').post('/v1/data-sharing-agreements', { ...agreementBody(), organisationId: await organisationId(api.db, 'Directie IDV') });
  if (status !== 201) throw new Error(text);
  return body.id as string;
}

export const SHARING: Entries = {
  'GET /v1/households/{id}/sharing': { ask: ({ home }) => ({ path: `/v1/households/${home.id}/sharing` }), opens: INVOLVED },
  'GET /v1/households/{id}/meetings': { ask: ({ home }) => ({ path: `/v1/households/${home.id}/meetings` }), opens: INVOLVED },
  'POST /v1/households/{id}/meetings': { ask: (world) => plannedFor(world, '/meetings'), opens: REGISSEUR },
  'POST /v1/households/{id}/meetings/{meetingId}/cancellation': {
    ask: async (world) => {
      const { id, householdId } = await aMeeting(world);
      return { path: `/v1/households/${householdId}/meetings/${id}/cancellation`, version: 1 };
    },
    opens: REGISSEUR,
  },
  'GET /v1/meetings': {
    ask: async (world) => {
      world.marks.set('meeting', (await world.once('meeting', () => aMeeting(world))).id);
      return { path: '/v1/meetings?limit=100' };
    },
    opens: RECEIVER, shows: ({ marks }) => [marks.get('meeting') ?? ''],
  },
  'GET /v1/referrals/export': {
    ask: async (world) => {
      await world.once('referral', async () => (await aReferral(world.api, world.home, world.gkb)).id);
      return { path: '/v1/referrals/export' };
    },
    opens: RECEIVER, shows: ({ home }) => [home.caseNumber],
  },
  // Everyone who works with families reads what was agreed; a partner only what it agreed itself.
  'GET /v1/data-sharing-agreements': {
    ask: async (world) => {
      world.marks.set('agreement', await world.once('agreement', () => anAgreement(world)));
      return { path: '/v1/data-sharing-agreements?limit=100' };
    },
    opens: `${OFFICER} regisseur:${HERE} case-worker:${HERE} team-lead:${HERE}`, shows: ({ marks }) => [marks.get('agreement') ?? ''],
  },
  'POST /v1/data-sharing-agreements': {
    ask: async ({ api }) => ({ path: '/v1/data-sharing-agreements', body: { ...agreementBody(), organisationId: await organisationId(api.db, 'Directie IDV') } }),
    opens: OFFICER, closed: [400],
  },
  'PATCH /v1/data-sharing-agreements/{id}': {
    ask: async (world) => ({ path: `/v1/data-sharing-agreements/${await anAgreement(world)}`, version: 1, body: agreementBody() }), opens: OFFICER,
  },
  'POST /v1/data-sharing-agreements/{id}/end': {
    ask: async (world) => ({ path: `/v1/data-sharing-agreements/${await anAgreement(world)}/end`, body: { reason: 'Het stopt.' } }), opens: OFFICER,
  },
};
