import { addMonths } from '#kernel';
import { Clock } from '#platform';
import type { DataCategory } from '#privacy';
import type { Answer, SpecApi } from './api.js';
import type { HouseholdFixture } from './households.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- specs read answers freely
type Any = any;

/** The line of the catalogue per kind of basis; an NGO receives on consent only. */
const RULES = {
  'statutory-task': { catalogueCode: 'wgs', article: 'Wgs art. 8' },
  'legal-obligation': { catalogueCode: 'participatiewet-inlichtingen', article: 'Participatiewet art. 64', purpose: 'Het recht op bijstand vaststellen' },
  consent: { catalogueCode: 'toestemming', article: 'AVG art. 6 lid 1 onder a' },
  'vital-interest': { catalogueCode: 'vitaal-belang', article: 'AVG art. 6 lid 1 onder d' },
} as const;

/** A body that is right in every respect; a spec changes what it is about. */
export const basisBody = (memberId: string | undefined, toOrganisationId: string, dataCategories: readonly DataCategory[], more: { readonly type?: string } & object = {}) => ({
  memberId, toOrganisationId, dataCategories, type: 'statutory-task', purpose: 'Schulden op een rij zetten',
  validFrom: '2026-01-01', validUntil: '2027-12-31', proof: 'conversation', ...(RULES[more.type as keyof typeof RULES] ?? RULES['statutory-task']), ...more,
});

/** A year of consent around the day it is for this API, and for a child the yes of the mother. */
function consentBody(api: SpecApi, family: HouseholdFixture, firstName: string): object {
  const today = api.app.get(Clock, { strict: false }).today();
  const child = firstName === 'Noor' && family.members['Fatima'] ? { agreedBy: [{ memberId: family.members['Fatima'], capacity: 'parent-with-authority' }] } : {};
  return { type: 'consent', freelyGivenReason: 'Ook zonder ja gaat de hulp door.', validFrom: addMonths(today, -1), validUntil: addMonths(today, 11), ...child };
}

export async function recordBasis(
  api: SpecApi, family: HouseholdFixture, firstName: string, toOrganisationId: string, categories: readonly DataCategory[],
  { by = 'regisseur', ...more }: { by?: string } & Record<string, unknown> = {},
): Promise<Answer<Any>> {
  const [receiver] = await api.db.query<{ kind: string }>('SELECT kind FROM organisation WHERE id = $1', [toOrganisationId]);
  const consent = receiver?.kind === 'ngo' && !('type' in more) ? consentBody(api, family, firstName) : {};
  return api.as(by).post(`/v1/households/${family.id}/legal-bases`, basisBody(family.members[firstName], toOrganisationId, categories, { ...consent, ...more }));
}

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
