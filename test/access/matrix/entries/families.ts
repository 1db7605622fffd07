import { addDays, newId } from '#kernel';
import { aHousehold, type HouseholdFixture, userId } from '../../../support/households.js';
import { aReport } from '../../../support/reports.js';
import { basisBody, recordBasis } from '../../../support/referrals.js';
import { type Ask, type Entries, HERE, INVOLVED, REGISSEUR } from '../vocabulary.js';
import type { World } from '../world.js';
import { theDayInAmsterdam } from '../../../support/today.js';

/** Team Noord has a regisseur and a case worker in every family here; its team lead sees that there is one. */
const WHO_HAS_A_TEAM = 'own,colleague,team,organisation,municipality';

/** A name that no family has: letters only, as a name is. */
const newName = (): string => `Ver${newId().replace(/[\d-]/g, (digit) => 'ghijklmnopq'[Number(digit)] ?? 'q')}`;

const aBody = (): object => {
  const lastName = newName();
  return aReport({ reportedOn: theDayInAmsterdam(), members: [{ role: 'main', firstName: 'Anne', lastName, birthDate: '1980-01-01' }] });
};

export const familyOf = (world: World): Promise<HouseholdFixture> => world.once('family to work on', () => world.family());

const inFamily = (world: World, path: string, body?: object): Promise<Ask> =>
  familyOf(world).then(({ id }) => ({ path: `/v1/households/${id}${path}`, ...(body && { body }) }));

export const aWaitingFamily = ({ api }: World): Promise<HouseholdFixture> =>
  aHousehold(api.db, { regisseur: null, teamOf: 'team-lead', name: 'Familie Zilvervos' });

async function aProposal(world: World): Promise<{ path: string; version: number }> {
  const { api } = world;
  const family = await aWaitingFamily(world);
  const { body, status, text } = await api.as('team-lead').post(`/v1/households/${family.id}/assignments`, { regisseurId: await userId(api.db, 'regisseur') }, { version: 1 });
  if (status !== 201) throw new Error(text);
  return { path: `/v1/households/${family.id}/assignments/${body.id}`, version: 1 };
}

export const aBasis = async (world: World, family: HouseholdFixture): Promise<string> => {
  const { body, status, text } = await recordBasis(world.api, family, 'Fatima', world.gkb, ['name', 'contact']);
  if (status !== 201) throw new Error(text);
  return body.id;
};

export const FAMILIES: Entries = {
  'GET /v1/households': { ask: () => ({ path: '/v1/households?limit=100' }), opens: `${INVOLVED} team-lead:own,colleague`, shows: ({ home }) => [home.id] },
  'POST /v1/households': {
    ask: () => ({ path: '/v1/households', body: aBody() }), opens: `case-worker:${WHO_HAS_A_TEAM} team-lead:${WHO_HAS_A_TEAM}`, closed: [403],
  },
  'GET /v1/households/{id}': { ask: ({ home }) => ({ path: `/v1/households/${home.id}` }), opens: `${INVOLVED} team-lead:own,colleague` },
  'GET /v1/waiting-list': {
    ask: async (world) => {
      await world.once('waiting', () => aWaitingFamily(world));
      return { path: '/v1/waiting-list?limit=100' };
    },
    opens: 'team-lead:own,colleague case-worker:own,colleague',
    shows: () => ['Zilvervos'],
  },
  'GET /v1/regisseurs': { ask: () => ({ path: '/v1/regisseurs' }), opens: 'team-lead:own,colleague', shows: ({ cast }) => [cast.regisseur.own.id] },
  'POST /v1/households/{id}/assignments': {
    ask: async (world) => {
      const { id } = await aWaitingFamily(world);
      return { path: `/v1/households/${id}/assignments`, version: 1, body: { regisseurId: world.cast.regisseur.own.id } };
    },
    opens: 'team-lead:own,colleague',
  },
  'POST /v1/households/{id}/assignments/{assignmentId}/acceptance': {
    ask: async (world) => {
      const { path, version } = await aProposal(world);
      return { path: `${path}/acceptance`, version };
    },
    opens: REGISSEUR,
  },
  'POST /v1/households/{id}/assignments/{assignmentId}/decline': {
    ask: async (world) => {
      const { path, version } = await aProposal(world);
      return { path: `${path}/decline`, version, body: { reason: 'Geen ruimte.' } };
    },
    opens: REGISSEUR,
  },
  'GET /v1/households/{id}/legal-bases': { ask: (world) => inFamily(world, '/legal-bases'), opens: INVOLVED },
  'POST /v1/households/{id}/legal-bases': {
    ask: async (world) => {
      const { members } = await familyOf(world);
      return inFamily(world, '/legal-bases', basisBody(members['Fatima'], world.gkb, ['name']));
    },
    opens: INVOLVED,
  },
  'POST /v1/households/{id}/legal-bases/{basisId}/withdrawal': {
    ask: async (world) => inFamily(world, `/legal-bases/${await aBasis(world, await familyOf(world))}/withdrawal`, {}),
    // A resident can ask the privacy officer as well.
    opens: `${INVOLVED} privacy-officer:${HERE}`,
  },
  'POST /v1/households/{id}/sharing-preview': {
    ask: async (world) => {
      const { members } = await familyOf(world);
      return inFamily(world, '/sharing-preview', { toOrganisationId: world.gkb, shares: [{ memberId: members['Fatima'], categories: ['name'] }] });
    },
    opens: INVOLVED,
  },
  'POST /v1/households/{id}/reminders': {
    ask: (world) => inFamily(world, '/reminders', { title: 'Bel de corporatie', dueAt: `${addDays(theDayInAmsterdam(), 30)}T09:00:00Z` }), opens: INVOLVED,
  },
};
