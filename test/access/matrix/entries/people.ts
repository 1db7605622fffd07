import { newId } from '#kernel';
import { aHousehold, type HouseholdFixture } from '../../../support/households.js';
import { type Ask, type Entries, INVOLVED, REGISSEUR } from '../vocabulary.js';
import type { World } from '../world.js';
import { familyOf } from './families.js';
import { theDayInAmsterdam } from '../../../support/today.js';

const today = theDayInAmsterdam();
/** A family of its own for each asking: what is changed is another version. */
const fresh = ({ api }: World, more: object = {}): Promise<HouseholdFixture> => aHousehold(api.db, { intakeBy: 'case-worker', ...more });

const onMember = (step: string, body: object, version = 1) => async (world: World): Promise<Ask> => {
  const { id, members } = await fresh(world);
  return { path: `/v1/households/${id}/members/${members['Erik']}/${step}`, version, body };
};

const NETWORK = { kind: 'buddy', relation: 'buddy van Noor', name: 'Loes Zilvervos', agreement: 'yes', agreedOn: today, since: today };
const REPRESENTATIVE = { kind: 'mentor', name: 'M. de Wit', since: '2025-01-01' };

async function made(world: World, family: HouseholdFixture, collection: string, body: object): Promise<string> {
  const answer = await world.api.as('regisseur').post(`/v1/households/${family.id}/${collection}`, body);
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body.id as string;
}

const onRecord = (collection: string, body: object, bodyOf: (family: HouseholdFixture, world: World) => object = () => ({})) => async (world: World): Promise<Ask> => {
  const family = await fresh(world);
  const id = await made(world, family, collection, { ...body, ...bodyOf(family, world) });
  return { path: `/v1/households/${family.id}/${collection}/${id}`, version: 1, body };
};

export const PEOPLE: Entries = {
  'GET /v1/households/{id}/people': { ask: async (world) => ({ path: `/v1/households/${(await familyOf(world)).id}/people` }), opens: INVOLVED },
  'POST /v1/households/{id}/members': {
    ask: async (world) => ({
      path: `/v1/households/${(await familyOf(world)).id}/members`,
      body: { role: 'other', firstName: 'Oma', lastName: `Ver${newId().replace(/[\d-]/g, 'q')}`, birthDate: '1950-01-01', joinedOn: today, protectedAddress: false },
    }),
    opens: INVOLVED,
  },
  'PUT /v1/households/{id}/members/{memberId}/role': { ask: onMember('role', { role: 'other' }), opens: INVOLVED },
  'PUT /v1/households/{id}/members/{memberId}/contact': {
    ask: onMember('contact', { phone: '0612345678', interpreterNeeded: false, livesElsewhere: true, elsewhereAgreement: 'om de week', protectedAddress: false }), opens: INVOLVED,
  },
  'POST /v1/households/{id}/members/{memberId}/departure': { ask: onMember('departure', { leftOn: today, reason: 'own-home' }), opens: INVOLVED },
  'POST /v1/households/{id}/members/{memberId}/return': {
    ask: async (world) => {
      const { path } = await onMember('departure', {})(world);
      const answer = await world.api.as('regisseur').post(path, { leftOn: '2026-11-01', reason: 'care' }, { version: 1 });
      if (answer.status !== 200) throw new Error(answer.text);
      return { path: path.replace('departure', 'return'), version: 2, body: { on: today, role: 'partner' } };
    },
    opens: INVOLVED,
  },
  'PUT /v1/households/{id}/address': {
    ask: async (world) => ({
      path: `/v1/households/${(await fresh(world)).id}/address`, version: 1,
      body: { postcode: '9712 CD', houseNumber: '5', city: 'Groningen', protected: false, movedOn: '2026-11-01' },
    }),
    opens: INVOLVED,
  },
  'POST /v1/households/{id}/address/reveal': {
    ask: async (world) => ({ path: `/v1/households/${(await fresh(world, { protectedAddress: true })).id}/address/reveal`, body: {} }), opens: REGISSEUR,
  },
  'POST /v1/households/{id}/representatives': {
    ask: async (world) => {
      const { id, members } = await familyOf(world);
      return { path: `/v1/households/${id}/representatives`, body: { ...REPRESENTATIVE, memberId: members['Erik'] } };
    },
    opens: INVOLVED,
  },
  'PUT /v1/households/{id}/representatives/{representativeId}': { ask: onRecord('representatives', REPRESENTATIVE, ({ members }) => ({ memberId: members['Erik'] })), opens: INVOLVED },
  'POST /v1/households/{id}/network': {
    ask: async (world) => {
      const { id, members } = await familyOf(world);
      return { path: `/v1/households/${id}/network`, body: { ...NETWORK, memberId: members['Noor'], backupUserId: world.cast['case-worker'].own.id } };
    },
    opens: INVOLVED,
  },
  'PUT /v1/households/{id}/network/{networkId}': { ask: onRecord('network', NETWORK), opens: INVOLVED },
  // The buddy and the regisseur, and of the family nothing.
  'GET /v1/network-backups': {
    ask: async (world) => {
      await world.once('a buddy with a backup', async () => made(world, await fresh(world), 'network', { ...NETWORK, backupUserId: world.cast['case-worker'].own.id }));
      return { path: '/v1/network-backups' };
    },
    opens: 'case-worker:own', shows: () => ['Loes Zilvervos'],
  },
};
