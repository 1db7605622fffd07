import type { SpecApi } from './api.js';
import type { HouseholdFixture } from './households.js';
import { theDayInAmsterdam } from './today.js';

/** A request that is right in every respect; a spec changes what it is about. */
export const requestBody = (family: HouseholdFixture, firstName: string, more: object = {}) => ({
  memberId: family.members[firstName], kind: 'access', receivedOn: theDayInAmsterdam(), channel: 'conversation', askedBy: 'self', ...more,
});

/** A request as the regisseur wrote it down. */
export async function aRightsRequest(api: SpecApi, family: HouseholdFixture, firstName: string, more: object = {}, by = 'regisseur'): Promise<{ id: string }> {
  const answer = await api.as(by).post('/v1/rights-requests', requestBody(family, firstName, more));
  if (answer.status !== 201) throw new Error(`the request was not recorded: ${answer.text}`);
  return { id: answer.body.id };
}

/** A request that the privacy officer decided, by somebody whom the regisseur knows. */
export async function toDecision(
  api: SpecApi, family: HouseholdFixture, firstName: string, outcome: 'granted' | 'partly-granted' | 'refused', more: object = {},
): Promise<{ id: string; version: number }> {
  const { id } = await aRightsRequest(api, family, firstName, { identityHow: 'known-in-person', ...more });
  const decision = { outcome, reasons: 'Zo besloten.', remediesTold: true, ownStatement: 'Ik vind dat het anders is.' };
  const answer = await api.as('privacy-officer').post(`/v1/rights-requests/${id}/decision`, decision, { version: 1 });
  if (answer.status !== 204) throw new Error(`the request was not decided: ${answer.text}`);
  return { id, version: 2 };
}
