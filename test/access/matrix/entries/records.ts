import { addMonths } from '#kernel';
import { aHousehold, type HouseholdFixture } from '../../../support/households.js';
import { type Ask, type Entries, EVERYWHERE, HERE, INVOLVED } from '../vocabulary.js';
import type { World } from '../world.js';
import { aBasis, familyOf } from './families.js';
import { theDayInAmsterdam } from '../../../support/today.js';

/** Withdrawing is as easy as giving: a resident can also ask the privacy officer. */
const WITHDRAWS = `${INVOLVED} privacy-officer:${HERE}`;
const today = theDayInAmsterdam();
const PERIOD = { validFrom: today, validUntil: addMonths(today, 6), proof: 'conversation' };

const helpOf = ({ members }: HouseholdFixture): object => ({
  memberId: members['Fatima'], help: 'Samen de post openen', validFrom: '2026-01-01', proof: 'conversation', agreedBy: [{ memberId: members['Fatima'], capacity: 'self' }],
});
const releaseOf = ({ members }: HouseholdFixture, toOrganisationId: string): object => ({
  ...PERIOD, memberId: members['Fatima'], professional: 'huisarts', releasedOrganisation: 'De Linde', toOrganisationId, categories: ['health'],
  purpose: 'Rekening houden met de behandeling', agreedBy: [{ memberId: members['Fatima'], capacity: 'self' }],
});

const asked = (path: string, bodyOf?: (family: HouseholdFixture, world: World) => object) => async (world: World): Promise<Ask> => {
  const family = await familyOf(world);
  return { path: `/v1/households/${family.id}/${path}`, ...(bodyOf && { body: bodyOf(family, world) }) };
};

/** Something that was recorded, and a step on it. */
const onRecord = (collection: string, bodyOf: (family: HouseholdFixture, world: World) => object, step: string) => async (world: World): Promise<Ask> => {
  const family = await aHousehold(world.api.db, { intakeBy: 'case-worker' });
  const path = `/v1/households/${family.id}/${collection}`;
  const { status, text, body } = await world.api.as('regisseur').post(path, bodyOf(family, world));
  if (status !== 201) throw new Error(text);
  return { path: `${path}/${body.id}/${step}`, body: {} };
};

const onBasis = (step: string, body?: object) => async (world: World): Promise<Ask> => {
  const family = await aHousehold(world.api.db, { intakeBy: 'case-worker' });
  return { path: `/v1/households/${family.id}/legal-bases/${await aBasis(world, family)}/${step}`, ...(body && { body }) };
};

export const RECORDS: Entries = {
  // Each municipality has its own catalogue.
  'GET /v1/basis-catalogue': {
    ask: () => ({ path: '/v1/basis-catalogue' }),
    opens: ['regisseur', 'case-worker', 'team-lead', 'privacy-officer'].map((role) => `${role}:${EVERYWHERE}`).join(' '),
  },
  'PATCH /v1/basis-catalogue/{code}': {
    ask: async ({ api }) => {
      await api.db.query(`UPDATE basis_rule SET version = 1, enabled = false WHERE code = 'wams'`);
      return { path: '/v1/basis-catalogue/wams', version: 1, body: { enabled: true, reason: 'Het college heeft besloten.' } };
    },
    opens: `privacy-officer:${EVERYWHERE}`,
  },
  'GET /v1/households/{id}/secrecy-releases': { ask: asked('secrecy-releases'), opens: INVOLVED },
  'POST /v1/households/{id}/secrecy-releases': { ask: asked('secrecy-releases', (family, { gkb }) => releaseOf(family, gkb)), opens: INVOLVED },
  'POST /v1/households/{id}/secrecy-releases/{releaseId}/withdrawal': {
    ask: onRecord('secrecy-releases', (family, { gkb }) => releaseOf(family, gkb), 'withdrawal'), opens: WITHDRAWS,
  },
  'GET /v1/households/{id}/help-agreements': { ask: asked('help-agreements'), opens: INVOLVED },
  'POST /v1/households/{id}/help-agreements': { ask: asked('help-agreements', helpOf), opens: INVOLVED },
  'POST /v1/households/{id}/help-agreements/{agreementId}/withdrawal': { ask: onRecord('help-agreements', helpOf, 'withdrawal'), opens: WITHDRAWS },
  'POST /v1/households/{id}/parental-authority': {
    ask: asked('parental-authority', ({ members }) => ({ childId: members['Noor'], adultId: members['Fatima'], hasAuthority: true, source: 'register' })), opens: INVOLVED,
  },
  'GET /v1/running-records': {
    ask: async (world) => {
      const caller = await world.once('a family that takes back', () => world.family());
      world.marks.set('running record', await world.once('running record', () => aBasis(world, caller)));
      return { path: `/v1/running-records?caseNumber=${caller.caseNumber}` };
    },
    opens: `privacy-officer:${HERE}`, shows: ({ marks }) => [marks.get('running record') ?? ''],
  },
  'GET /v1/households/{id}/legal-bases/{basisId}/withdrawal-preview': { ask: onBasis('withdrawal-preview'), opens: INVOLVED },
  'POST /v1/households/{id}/legal-bases/{basisId}/renewal': { ask: onBasis('renewal', PERIOD), opens: INVOLVED },
};
