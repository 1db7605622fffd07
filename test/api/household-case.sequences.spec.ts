import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CASE_STEPS } from '#regie';
import { type SpecApi, startApi } from '../support/api.js';
import { agreeToPlan, CLOSURE, ESCALATION, onCase, step, takeBackPlan } from '../support/cases.js';
import { aFund, APPLICATION, FULL_CANVAS } from '../support/funds.js';
import { aHousehold, type HouseholdFixture, organisationId, userId } from '../support/households.js';
import { recordBasis, sendReferral } from '../support/referrals.js';
import { theDayInAmsterdam } from '../support/today.js';

const SEQUENCES = 24;
const LENGTH = 16;
const TODAY = theDayInAmsterdam();

let api: SpecApi;
let gkb: string;
let jelle: string;
let fundId: string;
beforeAll(async () => {
  api = await startApi();
  [gkb, jelle, fundId] = [await organisationId(api.db, 'Groningse Kredietbank'), await userId(api.db, 'regisseur'), (await aFund(api.db, { ceilingCents: 9_000_000_00 })).id];
  // One contact in the aftercare, so that a sequence can come to the end of it.
  await api.db.query(`UPDATE municipality SET settings = coalesce(settings, '{}') || '{"case": {"aftercare": {"months": [3]}}}'`);
});
afterAll(() => api.close());

const first = async (text: string, { id }: HouseholdFixture): Promise<Record<string, unknown> | undefined> => (await api.db.query(text, [id]))[0];

type Doing = (family: HouseholdFixture) => Promise<{ status: number; text?: string } | undefined>;
const bodyOf = (by: string) => ({ by, reason: 'Zo is het.', safetyChecked: true, otherParty: 'Een ander', contactOn: TODAY });

/** The row that a step is about, or nothing to do. */
const about = (text: string, act: (row: { id: string; version: number }, family: HouseholdFixture) => ReturnType<Doing>): Doing => async (family) => {
  const row = await first(text, family);
  return row && act(row as { id: string; version: number }, family);
};

const ESCALATED = `SELECT id, version FROM escalation WHERE household_id = $1 AND state <> 'ended'`;

/** Real use cases over HTTP, by the people who do them; the fund and the yes of the family are taken from behind. */
const STEPS: Record<string, Doing> = {
  ...Object.fromEntries(CASE_STEPS.flatMap((action) => ['regisseur', 'team-lead'].map((by): [string, Doing] => [`${action} by ${by}`, (family) => step(api, family, action, bodyOf(by))]))),
  'scale up': (family) => onCase(api, family, '/escalations', ESCALATION),
  'scale down': about(ESCALATED, (row, { id }) => api.as('team-lead').post(`/v1/households/${id}/escalations/${row.id}/end`, { outcome: 'Klaar.' }, row)),
  close: (family) => onCase(api, family, '/closure', CLOSURE),
  'close by team lead': (family) => onCase(api, family, '/closure', CLOSURE, 'team-lead'),
  'aftercare held': about(`SELECT id, version FROM aftercare_contact WHERE household_id = $1 AND state = 'planned' ORDER BY months`, (row, { id }) =>
    api.as('regisseur').post(`/v1/households/${id}/aftercare-contacts/${row.id}/attempts`, { reached: true, heldOn: TODAY, going: 'well', words: 'Goed.' }, row)),
  propose: async (family) => onCase(api, family, '/assignments', { regisseurId: jelle }, 'team-lead'),
  accept: about(`SELECT id, version FROM regisseur_assignment WHERE household_id = $1 AND state = 'proposed'`, (row, { id }) =>
    api.as('regisseur').post(`/v1/households/${id}/assignments/${row.id}/acceptance`, undefined, row)),
  'end the regie': about(`SELECT id, version FROM regisseur_assignment WHERE household_id = $1 AND state = 'active'`, (row, { id }) =>
    api.as('team-lead').post(`/v1/households/${id}/assignments/${row.id}/end`, { reason: 'Weg.' }, row)),
  'record a basis': (family) => recordBasis(api, family, 'Fatima', gkb, ['name']),
  'withdraw a basis': about(`SELECT id, version FROM legal_basis WHERE household_id = $1 AND state = 'active'`, (row, { id }) =>
    api.as('regisseur').post(`/v1/households/${id}/legal-bases/${row.id}/withdrawal`, {})),
  'withdraw by the privacy officer': about(`SELECT id, version FROM legal_basis WHERE household_id = $1 AND state = 'active'`, (row, { id }) =>
    api.as('privacy-officer').post(`/v1/households/${id}/legal-bases/${row.id}/withdrawal`, {})),
  'the family agrees': async ({ id }) => { await agreeToPlan(api.db, id); return undefined; },
  'the family takes its yes back': async ({ id }) => { await takeBackPlan(api.db, id); return undefined; },
  refer: (family) => sendReferral(api, family, gkb, { Fatima: ['name'] }),
  'cancel the referral': about(`SELECT id, version FROM referral WHERE household_id = $1 AND state = 'requested'`, (row) =>
    api.as('regisseur').post(`/v1/referrals/${row.id}/cancellation`, { reason: 'Toch niet.' }, row)),
  'ask the fund': about(`SELECT id, version FROM fund_request WHERE household_id = $1 AND state = 'draft'`, (row) => api.as('regisseur').post(`/v1/fund-requests/${row.id}/submission`, {}, row)),
  'the fund is done': async ({ id }) => { await api.db.query(`UPDATE fund_request SET state = 'withdrawn' WHERE household_id = $1 AND state = 'submitted'`, [id]); return undefined; },
};

const FORBIDDEN: readonly (readonly [what: string, text: string])[] = [
  ['two active regisseurs', `SELECT FROM regisseur_assignment WHERE household_id = $1 AND state IN ('active', 'handover-planned') HAVING count(*) > 1`],
  ['in help without a regisseur', `SELECT FROM household h WHERE id = $1 AND state IN ('active', 'scaled-up') AND NOT EXISTS (SELECT FROM regisseur_assignment r WHERE r.household_id = h.id AND r.state IN ('active', 'handover-planned'))`],
  ['active without a basis', `SELECT FROM household h WHERE id = $1 AND state = 'active' AND NOT EXISTS (SELECT FROM legal_basis b WHERE b.household_id = h.id AND b.state = 'active')`],
  ['active without a plan', `SELECT FROM household h WHERE id = $1 AND state = 'active' AND NOT EXISTS (SELECT FROM family_plan p WHERE p.household_id = h.id AND p.agreed_version IS NOT NULL)`],
  ['closed with something open', `SELECT FROM household h WHERE id = $1 AND state = 'closed' AND (EXISTS (SELECT FROM referral r WHERE r.household_id = h.id AND r.state IN ('requested', 'accepted', 'in-progress', 'on-hold'))
    OR EXISTS (SELECT FROM fund_request f WHERE f.household_id = h.id AND f.state = 'submitted'))`],
  ['somebody inside an ended case', `SELECT FROM household h JOIN household_access a ON a.household_id = h.id WHERE h.id = $1 AND h.ended_at IS NOT NULL`],
  ['an open reminder of an ended case', `SELECT FROM household h JOIN reminder r ON r.household_id = h.id WHERE h.id = $1 AND h.ended_at IS NOT NULL AND r.state IN ('scheduled', 'fired')`],
  ['an escalation of a case that is not scaled up', `SELECT FROM household h JOIN escalation e ON e.household_id = h.id WHERE h.id = $1 AND h.state <> 'scaled-up' AND e.state <> 'ended'`],
  ['a contact of an aftercare that is over', `SELECT FROM household h JOIN aftercare_contact c ON c.household_id = h.id WHERE h.id = $1 AND h.state <> 'aftercare' AND c.state = 'planned'`],
];

/** Each with a draft for the fund; most of them where help runs already. */
async function begin(from: 'plan' | 'help' | 'aftercare'): Promise<HouseholdFixture> {
  const family = await aHousehold(api.db, { state: 'draft-plan' });
  const canvas = await api.as('regisseur').post(`/v1/households/${family.id}/canvases`, FULL_CANVAS);
  await api.as('regisseur').post(`/v1/households/${family.id}/fund-requests`, { ...APPLICATION, fundId, canvasId: canvas.body.id });
  if (from === 'plan') return family;
  await recordBasis(api, family, 'Fatima', gkb, ['name']);
  await agreeToPlan(api.db, family.id);
  await step(api, family, 'activate');
  if (from === 'aftercare') await step(api, family, 'start-aftercare');
  return family;
}

// A family that leaves ends the story: now and then, or no sequence comes anywhere.
const leaves = (name: string): boolean => /^(refer-elsewhere|decline-help|move-away)/.test(name);
const FORWARD = [
  'activate by regisseur', 'scale up', 'scale down', 'start-aftercare by regisseur', 'aftercare held', 'close', 'reopen by team-lead', 'propose', 'accept', 'record a basis',
  'withdraw a basis', 'the family agrees',
];
const NAMES = fc.oneof(
  { weight: 25, arbitrary: fc.constantFrom(...FORWARD) },
  { weight: 1, arbitrary: fc.constantFrom(...Object.keys(STEPS).filter(leaves)) },
  { weight: 15, arbitrary: fc.constantFrom(...Object.keys(STEPS).filter((name) => !leaves(name))) },
);

async function check(family: HouseholdFixture, name: string): Promise<void> {
  for (const [what, text] of FORBIDDEN) if (await first(text, family)) throw new Error(`after "${name}": ${what}`);
}

it('no sequence of real steps brings a family into a forbidden state, nor the API to a fault', async () => {
  const reached = new Set<string>();
  await fc.assert(fc.asyncProperty(fc.constantFrom('plan', 'help', 'aftercare'), fc.array(NAMES, { minLength: LENGTH, maxLength: LENGTH }), async (from, names) => {
    const family = await begin(from);
    for (const name of names) {
      const answer = await STEPS[name]?.(family);
      if (answer && answer.status >= 500) throw new Error(`"${name}" answered ${answer.status}`);
      await check(family, name);
      reached.add(String((await first('SELECT state FROM household WHERE id = $1', family))?.['state']));
    }
  }), { numRuns: SEQUENCES, seed: 20_261_123, endOnFailure: true });
  // Else the sequences refused their way past everything that matters.
  expect([...reached]).toEqual(expect.arrayContaining(['active', 'scaled-up', 'aftercare', 'draft-plan', 'reopened', 'closed']));
});

it('the look at the database notices: without the trigger a withdrawal leaves an active family without a basis', async () => {
  const family = await begin('help');
  await api.db.query('ALTER TABLE legal_basis DISABLE TRIGGER case_follows_basis');
  await STEPS['withdraw a basis']?.(family);
  await api.db.query('ALTER TABLE legal_basis ENABLE TRIGGER case_follows_basis');
  await expect(check(family, 'withdraw a basis')).rejects.toThrow('active without a basis');
});
