import { addDays } from '#kernel';
import { aHousehold, type HouseholdFixture, userId } from '../../../support/households.js';
import { sharesOf } from '../../../support/referrals.js';
import { type Ask, type Entries, EVERYWHERE, INVOLVED, REGISSEUR } from '../vocabulary.js';
import type { World } from '../world.js';
import { aBasis, familyOf } from './families.js';
import { theDayInAmsterdam } from '../../../support/today.js';

const today = theDayInAmsterdam();
const later = (days: number): string => `${addDays(today, days)}T09:00:00Z`;
/** Works with families, wherever. */
const STAFF = ['regisseur', 'case-worker', 'team-lead'].map((role) => `${role}:${EVERYWHERE}`).join(' ');

const noteOf = ({ members }: HouseholdFixture): object => ({ kind: 'phone', contactAt: `${addDays(today, -1)}T10:00:00Z`, memberIds: [members['Fatima']], discussed: 'Het gaat goed.' });
const DRAFT = { kind: 'phone', moment: '', memberIds: [], others: '', discussed: 'Het gaat', nextStep: '', remind: '' };

async function made(world: World, persona: string, path: string, body: object): Promise<string> {
  const answer = await world.api.as(persona).post(path, body);
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body.id as string;
}

const inFamily = (path: string, bodyOf?: (family: HouseholdFixture) => object) => async (world: World): Promise<Ask> => {
  const family = await familyOf(world);
  return { path: `/v1/households/${family.id}/${path}`, ...(bodyOf && { body: bodyOf(family) }) };
};

async function aNote(world: World): Promise<{ path: string; family: HouseholdFixture }> {
  const family = await world.family();
  const path = `/v1/households/${family.id}/contact-notes`;
  return { path: `${path}/${await made(world, 'regisseur', path, noteOf(family))}`, family };
}

/** A draft is of one person in one family: each asks for a family of their own. */
const ownDraft = async (world: World): Promise<string> => {
  const family = await world.family();
  for (const persona of ['regisseur', 'case-worker']) await world.api.as(persona).call('PUT', `/v1/households/${family.id}/contact-draft`, { body: DRAFT, version: 0 });
  return `/v1/households/${family.id}/contact-draft`;
};

interface PlannedMeeting {
  readonly id: string;
  readonly path: string;
  readonly family: HouseholdFixture;
}

async function aMeeting(world: World): Promise<PlannedMeeting> {
  const family = await world.family();
  await aBasis(world, family);
  const path = `/v1/households/${family.id}/meetings`;
  const id = await made(world, 'regisseur', path, { plannedAt: later(14), subject: 'Hoe het gaat', invited: [{ organisationId: world.gkb, shares: sharesOf(family, { Fatima: ['name'] }) }] });
  return { id, path: `${path}/${id}`, family };
}

/** Held, with one point; `state` where it stands now. */
async function minutes(world: World, state: 'held' | 'closed'): Promise<PlannedMeeting & { readonly pointId: string }> {
  const meeting = await aMeeting(world);
  const [point] = await world.api.db.query<{ id: string }>(`INSERT INTO meeting_point (id, meeting_id, household_id, municipality_id, position, title, discussed)
    VALUES (gen_random_uuid(), $1, $2, $3, 0, 'De huur', 'Gaat goed.') RETURNING id`, [meeting.id, meeting.family.id, meeting.family.municipalityId]);
  await world.api.db.query('UPDATE coordination_meeting SET state = $2, planned_at = now() - interval \'1 day\' WHERE id = $1', [meeting.id, state]);
  return { ...meeting, pointId: point?.id ?? '' };
}

const step = (name: string, ask: (world: World) => Promise<PlannedMeeting & { body?: object }>) => ({
  ask: async (world: World): Promise<Ask> => {
    const { path, body } = await ask(world);
    return { path: `${path}/${name}`, version: 1, ...(body && { body }) };
  },
  opens: REGISSEUR,
});

async function aReview(world: World): Promise<string> {
  return made(world, 'regisseur', '/v1/case-reviews', {
    plannedAt: later(7), title: 'Gezinnen met schulden', participantIds: [await userId(world.api.db, 'case-worker'), await userId(world.api.db, 'team-lead')],
  });
}
const TEXTS = { situation: 'Een moeder met een kind op school.', question: 'Wat helpt?' };

export const CONTACTS: Entries = {
  'GET /v1/households/{id}/timeline': { ask: inFamily('timeline'), opens: INVOLVED },
  'POST /v1/households/{id}/contact-notes': { ask: inFamily('contact-notes', noteOf), opens: INVOLVED },
  'GET /v1/households/{id}/contact-notes/{noteId}': { ask: async (world) => ({ path: (await world.once('note', () => aNote(world))).path }), opens: INVOLVED },
  'POST /v1/households/{id}/contact-notes/{noteId}/correction': {
    ask: async (world) => {
      const { path, family } = await aNote(world);
      return { path: `${path}/correction`, version: 1, body: { ...noteOf(family), reason: 'Een fout.' } };
    },
    // Who wrote it, and the regisseur: the one who asks here.
    opens: REGISSEUR, closed: [403, 404],
  },
  'GET /v1/households/{id}/contact-draft': { ask: inFamily('contact-draft'), opens: INVOLVED },
  'PUT /v1/households/{id}/contact-draft': { ask: async (world) => ({ path: `/v1/households/${(await world.family()).id}/contact-draft`, version: 0, body: DRAFT }), opens: INVOLVED },
  'DELETE /v1/households/{id}/contact-draft': { ask: async (world) => ({ path: await ownDraft(world), version: 1 }), opens: INVOLVED },

  'GET /v1/households/{id}/meetings/{meetingId}': { ask: async (world) => ({ path: (await world.once('own meeting', () => aMeeting(world))).path }), opens: INVOLVED },
  'PUT /v1/households/{id}/meetings/{meetingId}/agenda': step('agenda', async (world) => ({ ...(await aMeeting(world)), body: { points: [{ title: 'De huur' }] } })),
  'POST /v1/households/{id}/meetings/{meetingId}/attendance': step('attendance', async (world) => {
    const meeting = await aMeeting(world);
    await world.api.db.query(`UPDATE coordination_meeting SET planned_at = now() - interval '1 day' WHERE id = $1`, [meeting.id]);
    return { ...meeting, body: { organisationIds: [world.gkb], memberIds: [meeting.family.members['Fatima']] } };
  }),
  'PUT /v1/households/{id}/meetings/{meetingId}/minutes': step('minutes', async (world) => {
    const meeting = await minutes(world, 'held');
    return { ...meeting, body: { points: [{ pointId: meeting.pointId, discussed: 'Beter.' }] } };
  }),
  'POST /v1/households/{id}/meetings/{meetingId}/decisions': step('decisions', async (world) => {
    const meeting = await minutes(world, 'held');
    return { ...meeting, body: { pointId: meeting.pointId, what: 'Bellen', ownerKind: 'member', ownerMemberId: meeting.family.members['Fatima'], dueOn: addDays(today, 7) } };
  }),
  'POST /v1/households/{id}/meetings/{meetingId}/closing': step('closing', (world) => minutes(world, 'held')),
  'POST /v1/households/{id}/meetings/{meetingId}/corrections': step('corrections', async (world) => ({ ...(await minutes(world, 'closed')), body: { text: 'Het was anders.' } })),
  'GET /v1/meetings/mine': {
    ask: async (world) => {
      world.marks.set('my meeting', (await world.once('own meeting', () => aMeeting(world))).id);
      return { path: '/v1/meetings/mine?when=upcoming&limit=100' };
    },
    opens: INVOLVED, shows: ({ marks }) => [marks.get('my meeting') ?? ''],
  },

  'POST /v1/case-reviews': {
    ask: async ({ api }) => ({ path: '/v1/case-reviews', body: { plannedAt: later(7), title: 'Gezinnen met schulden', participantIds: [await userId(api.db, 'regisseur-2')] } }),
    // Colleagues of the own team or organisation.
    opens: ['regisseur', 'case-worker', 'team-lead'].map((role) => `${role}:own,colleague,team`).join(' '), closed: [400],
  },
  'GET /v1/case-reviews/colleagues': { ask: () => ({ path: '/v1/case-reviews/colleagues' }), opens: STAFF },
  'GET /v1/case-reviews/{id}': { ask: async (world) => ({ path: `/v1/case-reviews/${await world.once('review', () => aReview(world))}` }), opens: 'regisseur:own case-worker:own team-lead:own' },
  'POST /v1/case-reviews/{id}/families': {
    ask: async (world) => ({ path: `/v1/case-reviews/${await world.once('review', () => aReview(world))}/families`, body: { ...TEXTS, householdId: (await world.family()).id } }), opens: INVOLVED,
  },
  'PUT /v1/case-reviews/{id}/families/{familyId}': {
    ask: async (world) => {
      const review = await world.once('review', () => aReview(world));
      const id = await made(world, 'regisseur', `/v1/case-reviews/${review}/families`, { ...TEXTS, householdId: (await aHousehold(world.api.db)).id });
      return { path: `/v1/case-reviews/${review}/families/${id}`, version: 1, body: { ...TEXTS, outcome: 'Samen openen.' } };
    },
    opens: REGISSEUR,
  },
  'POST /v1/case-reviews/{id}/conclusion': {
    ask: async (world) => {
      const id = await aReview(world);
      await world.api.db.query(`UPDATE case_review SET planned_at = now() - interval '1 day' WHERE id = $1`, [id]);
      return { path: `/v1/case-reviews/${id}/conclusion`, version: 1 };
    },
    opens: REGISSEUR, closed: [403, 404],
  },
  'POST /v1/case-reviews/{id}/cancellation': { ask: async (world) => ({ path: `/v1/case-reviews/${await aReview(world)}/cancellation`, version: 1 }), opens: REGISSEUR, closed: [403, 404] },
};
