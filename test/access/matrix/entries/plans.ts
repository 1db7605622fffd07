import { addDays } from '#kernel';
import { aHousehold } from '../../../support/households.js';
import { actionBody, agreementBody, planOf } from '../../../support/plans.js';
import { type Ask, type Entries, INVOLVED, REGISSEUR } from '../vocabulary.js';
import type { World } from '../world.js';
import { theDayInAmsterdam } from '../../../support/today.js';

const today = theDayInAmsterdam();

/** A family of its own for each asking, with a goal and an action of the regisseur: what is changed is another version. */
async function aPlan({ api, family, cast }: World) {
  const home = await family();
  const plan = planOf(api, home);
  const goal = await plan.addGoal();
  const action = await plan.addAction({ goalId: goal.body.id, ownerKind: 'user', ownerUserId: cast.regisseur.own.id });
  if (action.status !== 201) throw new Error(goal.text + action.text);
  return { ...plan, home, goal: goal.body.id as string, action: action.body.id as string, version: (await plan.read()).version as number };
}

const asked = (ask: (plan: Awaited<ReturnType<typeof aPlan>>, world: World) => Ask) => async (world: World): Promise<Ask> => ask(await aPlan(world), world);
const route = (method: string, path: string): string => `${method} /v1/households/{id}/${path}`;

const scaledUp = async ({ api }: World): Promise<Ask> => ({ path: `/v1/households/${(await aHousehold(api.db, { state: 'scaled-up', intakeBy: 'case-worker' })).id}/plan` });

export const PLANS: Entries = {
  [route('GET', 'plan')]: { ask: asked(({ path }) => ({ path: `${path}/plan` })), opens: INVOLVED },
  // Content is for the team lead only when a family is scaled up.
  [route('GET', 'plan (scaled up)')]: { ask: scaledUp, opens: `${INVOLVED} team-lead:own,colleague` },
  [route('GET', 'plan.pdf')]: { ask: asked(({ path }) => ({ path: `${path}/plan.pdf` })), opens: REGISSEUR },
  [route('GET', 'plan-versions')]: { ask: asked(({ path }) => ({ path: `${path}/plan-versions` })), opens: INVOLVED },
  [route('POST', 'plan/agreements')]: {
    ask: asked(({ path, version, home }) => ({ path: `${path}/plan/agreements`, version, body: agreementBody(home) })), opens: REGISSEUR,
  },
  [route('PUT', 'plan/review')]: { ask: asked(({ path, version }) => ({ path: `${path}/plan/review`, version, body: { reviewOn: addDays(today, 90) } })), opens: REGISSEUR },
  [route('PUT', 'plan/order')]: { ask: asked(({ path, version, goal }) => ({ path: `${path}/plan/order`, version, body: { goalIds: [goal] } })), opens: REGISSEUR },
  [route('POST', 'plan/phases')]: {
    ask: asked(({ path, version }) => ({ path: `${path}/plan/phases`, version, body: { phase: 'work', since: '2026-11-01', reason: 'Het vertrouwen is er.' } })), opens: REGISSEUR,
  },
  [route('PUT', 'plan/schemes/{code}')]: { ask: asked(({ path }) => ({ path: `${path}/plan/schemes/kindpas`, version: 0, body: { state: 'to-look-at' } })), opens: REGISSEUR },
  [route('POST', 'plan-goals')]: { ask: asked(({ path }) => ({ path: `${path}/plan-goals`, body: { lifeDomain: 'housing', words: 'Een huis' } })), opens: REGISSEUR },
  [route('PUT', 'plan-goals/{goalId}')]: { ask: asked(({ path, goal }) => ({ path: `${path}/plan-goals/${goal}`, version: 1, body: { lifeDomain: 'housing', words: 'Een huis' } })), opens: REGISSEUR },
  [route('POST', 'plan-goals/{goalId}/moves')]: { ask: asked(({ path, goal }) => ({ path: `${path}/plan-goals/${goal}/moves`, version: 1, body: { move: 'reach' } })), opens: REGISSEUR },
  [route('POST', 'plan-actions')]: {
    ask: asked(({ path, goal, home }) => ({ path: `${path}/plan-actions`, body: actionBody(home, { goalId: goal }) })),
    opens: REGISSEUR,
  },
  [route('PUT', 'plan-actions/{actionId}')]: {
    ask: asked(({ path, action }, { cast }) => ({ path: `${path}/plan-actions/${action}`, version: 1, body: { what: 'De school bellen', ownerKind: 'user', ownerUserId: cast.regisseur.own.id, dueOn: addDays(today, 9) } })),
    opens: REGISSEUR,
  },
  // A colleague ticks off what is theirs; this one is the regisseur's.
  [route('POST', 'plan-actions/{actionId}/moves')]: {
    ask: asked(({ path, action }) => ({ path: `${path}/plan-actions/${action}/moves`, version: 1, body: { move: 'finish' } })), opens: REGISSEUR, closed: [403, 404],
  },
};
