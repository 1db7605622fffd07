import type { SpecApi } from './api.js';
import type { HouseholdFixture } from './households.js';

export const REASON = 'De moeder belt de crisislijn en haar regisseur is vrij.';

/** Breaks the glass as this persona; answers what the API answers. */
export const breakGlass = (api: SpecApi, persona: string, family: Pick<HouseholdFixture, 'caseNumber'>, body: object = {}) =>
  api.as(persona).post('/v1/break-glass', { caseNumber: family.caseNumber, reason: REASON, ...body });

/** As if the hour is over, to the minute; nobody and nothing does anything for it. */
export async function letTheWindowPass(api: SpecApi, id: string): Promise<void> {
  await api.db.query(`UPDATE household_access SET since = since - interval '2 hours', until = now() - interval '1 second' WHERE cause_id = $1`, [id]);
  await api.db.query(`UPDATE break_glass SET started_at = now() - interval '61 minutes', ends_at = now() - interval '1 minute' WHERE id = $1`, [id]);
}
