import { addDays, newId } from '#kernel';
import type { HouseholdState } from '#households';
import type { SpecApi } from './api.js';
import type { SpecDatabase } from './database.js';
import { aHousehold, type HouseholdFixture, type HouseholdOptions, organisationId } from './households.js';
import { recordBasis } from './referrals.js';
import { theDayInAmsterdam } from './today.js';

export const REASON = { reason: 'Zo is het afgesproken.' };

export const ESCALATION = {
  reason: 'De corporatie zegt nee.', tried: 'Drie keer gebeld.', asked: 'Wil jij met de directeur bellen?', answerBy: addDays(theDayInAmsterdam(), 7),
};

export const CLOSURE = {
  planEvaluation: 'Het huis is gelukt.', familyWords: 'We kunnen weer ademhalen.', familyJudgement: 4, madeTheDifference: 'Dat één persoon alles wist.', agreed: 'Zij bellen het spreekuur.',
};

/** A plan that the family agreed to, as far as a case looks at it. */
export const agreeToPlan = (db: SpecDatabase, householdId: string): Promise<unknown> =>
  db.query(`INSERT INTO family_plan (id, household_id, municipality_id, agreed_version) SELECT $2, id, municipality_id, 1 FROM household WHERE id = $1
    ON CONFLICT (household_id) DO UPDATE SET agreed_version = 1`, [householdId, newId()]);

export const takeBackPlan = (db: SpecDatabase, householdId: string): Promise<unknown> =>
  db.query('UPDATE family_plan SET agreed_version = NULL WHERE household_id = $1', [householdId]);

/** A family in its draft plan with everything that an active one needs. */
export async function aReadyFamily(api: SpecApi, options: HouseholdOptions = {}): Promise<HouseholdFixture & { basisId: string }> {
  const family = await aHousehold(api.db, { state: 'draft-plan', ...options });
  await agreeToPlan(api.db, family.id);
  const { body, status, text } = await recordBasis(api, family, 'Fatima', await organisationId(api.db, 'Groningse Kredietbank'), ['name']);
  if (status !== 201) throw new Error(text);
  return { ...family, basisId: body.id as string };
}

export const caseOf = (api: SpecApi, { id }: { id: string }, persona = 'regisseur') => api.as(persona).get(`/v1/households/${id}/case`);

/** One step, on the version as it is now. */
export async function step(api: SpecApi, { id }: { id: string }, action: string, { by = 'regisseur', ...more }: { by?: string } & Record<string, unknown> = {}) {
  const [row] = await api.db.query<{ version: number }>('SELECT version FROM household WHERE id = $1', [id]);
  return api.as(by).post(`/v1/households/${id}/case/steps`, { action, ...more }, { version: row?.version });
}

export async function onCase(api: SpecApi, { id }: { id: string }, path: string, body: object, by = 'regisseur') {
  const [row] = await api.db.query<{ version: number }>('SELECT version FROM household WHERE id = $1', [id]);
  return api.as(by).post(`/v1/households/${id}${path}`, body, { version: row?.version });
}

export async function stateOf(db: SpecDatabase, { id }: { id: string }): Promise<HouseholdState | undefined> {
  const [row] = await db.query<{ state: HouseholdState }>('SELECT state FROM household WHERE id = $1', [id]);
  return row?.state;
}
