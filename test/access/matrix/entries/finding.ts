import { aHousehold, type HouseholdFixture } from '../../../support/households.js';
import { type Entries, INVOLVED } from '../vocabulary.js';
import type { World } from '../world.js';
import { aWaitingFamily } from './families.js';

/** Works in both, or leads the team of both. */
const MAY_MERGE = 'case-worker:own team-lead:own,colleague';

const split = (family: HouseholdFixture): object => ({
  members: [{ memberId: family.members['Erik'], role: 'main', staysToo: false }], safetyChecked: true,
});
/** A family of the team and its second dossier, in which nobody is regisseur. */
async function twice({ api, family }: World): Promise<{ one: HouseholdFixture; two: HouseholdFixture }> {
  return { one: await family(), two: await aHousehold(api.db, { regisseur: null, teamOf: 'team-lead', intakeBy: 'case-worker', name: 'Familie Zilvervos' }) };
}
const mergeOf = async (world: World): Promise<{ one: HouseholdFixture; body: object }> => {
  const { one, two } = await twice(world);
  return { one, body: { mergedHouseholdId: two.id, mergedVersion: 1, fields: {}, members: [] } };
};

export const FINDING: Entries = {
  'POST /v1/household-searches': {
    ask: async (world) => {
      await world.once('waiting', () => aWaitingFamily(world));
      return { path: '/v1/household-searches', body: { text: world.home.caseNumber } };
    },
    opens: `${INVOLVED} team-lead:own,colleague`, shows: ({ home }) => [home.id],
  },
  'GET /v1/households/{id}/merges': { ask: ({ home }) => ({ path: `/v1/households/${home.id}/merges` }), opens: `${INVOLVED} team-lead:own,colleague` },
  'GET /v1/households/{id}/merge-candidates/{otherId}': {
    ask: async (world) => {
      const { one, two } = await world.once('found twice', () => twice(world));
      return { path: `/v1/households/${one.id}/merge-candidates/${two.id}` };
    },
    opens: MAY_MERGE,
  },
  'POST /v1/households/{id}/merges': {
    ask: async (world) => {
      const { one, body } = await mergeOf(world);
      return { path: `/v1/households/${one.id}/merges`, body, version: 1 };
    },
    opens: MAY_MERGE,
  },
  'POST /v1/households/{id}/merges/{mergeId}/undo': {
    ask: async (world) => {
      const { one, body } = await mergeOf(world);
      const made = await world.api.as('case-worker').post(`/v1/households/${one.id}/merges`, body, { version: 1 });
      if (made.status !== 201) throw new Error(made.text);
      return { path: `/v1/households/${one.id}/merges/${made.body.id}/undo` };
    },
    opens: MAY_MERGE,
  },
  'GET /v1/households/{id}/splits/preview': { ask: ({ home }) => ({ path: `/v1/households/${home.id}/splits/preview` }), opens: INVOLVED },
  'POST /v1/households/{id}/splits': {
    ask: async (world) => {
      const family = await world.family();
      return { path: `/v1/households/${family.id}/splits`, body: split(family), version: 1 };
    },
    opens: INVOLVED,
  },
};
