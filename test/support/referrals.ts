import type { DataCategory } from '#privacy';
import type { Answer, SpecApi } from './api.js';
import type { HouseholdFixture } from './households.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- specs read answers freely
type Any = any;

/** A body that is right in every respect; a spec changes what it is about. */
export const basisBody = (memberId: string | undefined, toOrganisationId: string, dataCategories: readonly DataCategory[], more: object = {}) => ({
  memberId, toOrganisationId, dataCategories, type: 'statutory-task', article: 'Wgs art. 8', purpose: 'Schulden op een rij zetten',
  validFrom: '2026-01-01', validUntil: '2027-12-31', proof: 'conversation', ...more,
});

export const recordBasis = (
  api: SpecApi, family: HouseholdFixture, firstName: string, toOrganisationId: string, categories: readonly DataCategory[],
  { by = 'regisseur', ...more }: { by?: string } & Record<string, unknown> = {},
): Promise<Answer<Any>> => api.as(by).post(`/v1/households/${family.id}/legal-bases`, basisBody(family.members[firstName], toOrganisationId, categories, more));

export type Shares = Readonly<Record<string, readonly DataCategory[]>>;

export const sharesOf = (family: HouseholdFixture, shares: Shares) =>
  Object.entries(shares).map(([firstName, categories]) => ({ memberId: family.members[firstName], categories }));

export const sendReferral = (
  api: SpecApi, family: HouseholdFixture, toOrganisationId: string, shares: Shares, { by = 'regisseur', ...more }: { by?: string } & Record<string, unknown> = {},
): Promise<Answer<Any>> =>
  api.as(by).post(`/v1/households/${family.id}/referrals`, {
    toOrganisationId, question: 'Willen jullie de schulden op een rij zetten?', threatening: false, shares: sharesOf(family, shares), ...more,
  });

/** A basis and a referral on it, sent and not answered yet. */
export async function aReferral(
  api: SpecApi, family: HouseholdFixture, toOrganisationId: string, shares: Shares = { Fatima: ['name', 'contact'] },
): Promise<{ id: string; basisIds: string[] }> {
  const basisIds: string[] = [];
  for (const [firstName, categories] of Object.entries(shares)) {
    basisIds.push((await recordBasis(api, family, firstName, toOrganisationId, categories)).body.id);
  }
  const sent = await sendReferral(api, family, toOrganisationId, shares);
  if (sent.status !== 201) throw new Error(`the referral was not sent: ${sent.text}`);
  return { id: sent.body.id, basisIds };
}
