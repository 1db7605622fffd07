import { addDays } from '#kernel';
import type { HouseholdFixture } from '../../../support/households.js';
import { type Ask, type Entries, INVOLVED, REGISSEUR } from '../vocabulary.js';
import type { World } from '../world.js';
import { theDayInAmsterdam } from '../../../support/today.js';

const LEADS = 'team-lead:own,colleague';
const REASON = 'Zo is het met het gezin afgesproken.';

async function versionOf({ api }: World, { id }: { id: string }): Promise<number> {
  const [row] = await api.db.query<{ version: number }>('SELECT version FROM household WHERE id = $1', [id]);
  return row?.version ?? 0;
}

const onCase = async (world: World, family: HouseholdFixture, path: string, body: object): Promise<Ask> =>
  ({ path: `/v1/households/${family.id}${path}`, version: await versionOf(world, family), body });

const scaleUp = (world: World): object => world.body('POST /v1/households/{id}/escalations', { answerBy: addDays(theDayInAmsterdam(), 7) });

async function anEscalation(world: World): Promise<{ family: HouseholdFixture; id: string }> {
  const family = await world.family({ state: 'active' });
  const { path, body, version } = await onCase(world, family, '/escalations', scaleUp(world));
  const raised = await world.api.as('regisseur').post(path, body, { version });
  if (raised.status !== 201) throw new Error(raised.text);
  return { family, id: raised.body.id as string };
}

const onEscalation = (step: string, fields: object = {}) => async (world: World): Promise<Ask> => {
  const { family, id } = await anEscalation(world);
  const route = `POST /v1/households/{id}/escalations/{escalationId}/${step}`;
  return { path: `/v1/households/${family.id}/escalations/${id}/${step}`, version: 1, body: world.body(route, fields) };
};

async function inAftercare(world: World): Promise<{ family: HouseholdFixture; contactId: string }> {
  const family = await world.family({ state: 'active' });
  const { path, body, version } = await onCase(world, family, '/case/steps', { action: 'start-aftercare' });
  const { status, text } = await world.api.as('regisseur').post(path, body, { version });
  if (status !== 200) throw new Error(text);
  const [contact] = await world.api.db.query<{ id: string }>('SELECT id FROM aftercare_contact WHERE household_id = $1 ORDER BY months', [family.id]);
  return { family, contactId: contact?.id ?? '' };
}

export const CASES: Entries = {
  'GET /v1/households/{id}/case': { ask: ({ home }) => ({ path: `/v1/households/${home.id}/case` }), opens: `${INVOLVED} ${LEADS}` },
  'POST /v1/households/{id}/case/steps': {
    ask: async (world) => onCase(world, await world.family(), '/case/steps', { action: 'place-on-waiting-list', reason: REASON }), opens: `${INVOLVED} ${LEADS}`,
  },
  'POST /v1/households/{id}/case/steps (plan)': {
    ask: async (world) => onCase(world, await world.family(), '/case/steps', { action: 'start-plan' }), opens: REGISSEUR, closed: [403, 404],
  },
  'POST /v1/households/{id}/closure': {
    ask: async (world) => {
      const { family } = await inAftercare(world);
      await world.api.db.query(`UPDATE aftercare_contact SET state = 'not-reached' WHERE household_id = $1`, [family.id]);
      return onCase(world, family, '/closure', world.body('POST /v1/households/{id}/closure'));
    },
    opens: `${REGISSEUR} ${LEADS}`,
  },
  'POST /v1/households/{id}/aftercare-contacts/{contactId}/attempts': {
    ask: async (world) => {
      const { family, contactId } = await inAftercare(world);
      return { path: `/v1/households/${family.id}/aftercare-contacts/${contactId}/attempts`, version: 1, body: { reached: false } };
    },
    opens: REGISSEUR,
  },
  'GET /v1/escalations': {
    ask: async (world) => {
      const { id } = await world.once('escalation', () => anEscalation(world));
      world.marks.set('escalation', id);
      return { path: '/v1/escalations?limit=100' };
    },
    opens: LEADS,
    shows: ({ marks }) => [marks.get('escalation') ?? ''],
  },
  'POST /v1/households/{id}/escalations': {
    ask: async (world) => onCase(world, await world.family({ state: 'active' }), '/escalations', scaleUp(world)), opens: REGISSEUR,
  },
  'POST /v1/households/{id}/escalations/{escalationId}/answer': { ask: onEscalation('answer'), opens: LEADS },
  'POST /v1/households/{id}/escalations/{escalationId}/overriding-decisions': { ask: onEscalation('overriding-decisions'), opens: LEADS },
  'POST /v1/households/{id}/escalations/{escalationId}/end': { ask: onEscalation('end'), opens: LEADS },
};
