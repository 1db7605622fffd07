import { newId } from '#kernel';
import { anEndedFamily } from '../../../support/ended-families.js';
import type { HouseholdFixture } from '../../../support/households.js';
import { type Ask, type Entries, EVERYWHERE, HERE } from '../vocabulary.js';
import type { World } from '../world.js';

const OFFICER = `privacy-officer:${HERE}`;

/** A list of the calendar, which nobody made and any privacy officer here may judge. */
async function aList(world: World, state = 'proposed', item = 'proposed'): Promise<{ id: string; itemId: string; family: HouseholdFixture }> {
  const { db } = world.api;
  const family = await anEndedFamily(world.api);
  const [id, itemId] = [newId(), newId()];
  await db.query(`INSERT INTO destruction_list (id, municipality_id, number, state, approved_by, approved_at, done_at)
    SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, CASE WHEN $4::uuid IS NOT NULL THEN now() END, CASE WHEN $3 = 'done' THEN now() END FROM destruction_list`,
  [id, family.municipalityId, state, state === 'proposed' ? null : world.cast['privacy-officer'].own.id]);
  await db.query(`INSERT INTO destruction_item (id, list_id, municipality_id, household_id, case_number, end_state, ended_on, kinds, rule, may_go_on, has_children, state, kept_because)
    VALUES ($1, $2, $3, $4, $5, 'closed', '1995-06-01', '{report-only}', 'report-only', '1996-06-02', false, $6, CASE WHEN $6 = 'kept' THEN 'officer' END)`,
  [itemId, id, family.municipalityId, family.id, family.caseNumber, item]);
  return { id, itemId, family };
}

const read = (path: string) => async (world: World): Promise<Ask> => ({ path: `/v1/destruction-lists/${(await world.once('done list', () => aList(world, 'done'))).id}${path}` });
const decide = (path: string, body?: object) => async (world: World): Promise<Ask> => ({ path: `/v1/destruction-lists/${(await aList(world)).id}${path}`, version: 1, ...(body && { body }) });

async function aHold(world: World): Promise<string> {
  const family = await anEndedFamily(world.api);
  const id = newId();
  await world.api.db.query(`INSERT INTO legal_hold (id, household_id, municipality_id, case_number, kind, reason, placed_by) VALUES ($1, $2, $3, $4, 'objection', 'Bezwaar', $5)`,
    [id, family.id, family.municipalityId, family.caseNumber, world.cast['privacy-officer'].own.id]);
  return id;
}

async function ofACase(world: World, path: string, body: object): Promise<Ask> {
  const { caseNumber } = await world.once('ended family', () => anEndedFamily(world.api));
  return { path, body: { caseNumber, ...body } };
}

const listed = (path: string, what: string, make: (world: World) => Promise<string>) => ({
  ask: async (world: World): Promise<Ask> => {
    world.marks.set(what, await world.once(what, () => make(world)));
    return { path };
  },
  shows: ({ marks }: World) => [marks.get(what) ?? ''],
});

export const RETENTION: Entries = {
  'GET /v1/retention-rules': { ask: () => ({ path: '/v1/retention-rules' }), opens: `privacy-officer:${EVERYWHERE}` },
  // Everyone changes the rule of their own municipality.
  'PATCH /v1/retention-rules/{code}': {
    ask: async ({ api }) => {
      await api.db.query(`UPDATE retention_rule SET version = 1 WHERE code = 'inbox'`);
      return { path: '/v1/retention-rules/inbox', version: 1, body: { count: 2, unit: 'years' } };
    },
    opens: `privacy-officer:${EVERYWHERE}`,
  },
  'GET /v1/legal-holds': { ...listed('/v1/legal-holds?limit=100', 'hold', aHold), opens: OFFICER },
  // In another municipality there is no case with this number.
  'POST /v1/legal-holds': { ask: (world) => ofACase(world, '/v1/legal-holds', { kind: 'complaint', reason: 'Er loopt een klacht.' }), opens: OFFICER, closed: [400] },
  'POST /v1/legal-holds/{id}/lift': { ask: async (world) => ({ path: `/v1/legal-holds/${await aHold(world)}/lift`, version: 1 }), opens: OFFICER },
  'PUT /v1/help-kinds': { ask: (world) => ofACase(world, '/v1/help-kinds', { kinds: ['youth-help'] }), opens: OFFICER, closed: [400] },
  'GET /v1/destruction-lists': { ...listed('/v1/destruction-lists?limit=100', 'list', async (world) => (await aList(world)).id), opens: OFFICER },
  // Elsewhere no term is over.
  'POST /v1/destruction-lists': {
    ask: async (world) => {
      await anEndedFamily(world.api);
      return { path: '/v1/destruction-lists' };
    },
    opens: OFFICER,
    closed: [422],
  },
  'GET /v1/destruction-lists/{id}': { ask: read(''), opens: OFFICER },
  'GET /v1/destruction-lists/{id}/items': { ask: read('/items'), opens: OFFICER },
  'POST /v1/destruction-lists/{id}/items/{itemId}/keep': {
    ask: async (world) => {
      const { id, itemId } = await aList(world);
      return { path: `/v1/destruction-lists/${id}/items/${itemId}/keep`, version: 1, body: { reason: 'Nog nodig.' } };
    },
    opens: OFFICER,
  },
  'POST /v1/destruction-lists/{id}/items/{itemId}/undo': {
    ask: async (world) => {
      const { id, itemId } = await aList(world, 'proposed', 'kept');
      return { path: `/v1/destruction-lists/${id}/items/${itemId}/undo`, version: 1 };
    },
    opens: OFFICER,
  },
  'POST /v1/destruction-lists/{id}/approval': { ask: decide('/approval'), opens: OFFICER },
  'POST /v1/destruction-lists/{id}/approval (of who made the list)': {
    ask: async (world) => {
      await anEndedFamily(world.api);
      const { body } = await world.api.as('privacy-officer').post('/v1/destruction-lists');
      return { path: `/v1/destruction-lists/${body.id}/approval`, version: 1 };
    },
    opens: 'privacy-officer:colleague,team,organisation,none', closed: [403, 404],
  },
  'POST /v1/destruction-lists/{id}/withdrawal': { ask: decide('/withdrawal', { reason: 'Eerst nakijken.' }), opens: OFFICER },
  'POST /v1/destruction-lists/{id}/retry': {
    ask: async (world) => ({ path: `/v1/destruction-lists/${(await aList(world, 'carrying-out', 'failed')).id}/retry`, version: 1 }),
    opens: OFFICER,
  },
  'GET /v1/destruction-lists/{id}/declaration.pdf': { ask: read('/declaration.pdf'), opens: OFFICER },
  'GET /v1/destruction-lists/{id}/declaration.csv': { ask: read('/declaration.csv'), opens: OFFICER },
};
