import { newId } from '#kernel';
import type { SpecApi } from './api.js';
import { fill } from './attack.js';
import { aDraft, advised, onAgenda, aSubmitted, type FundCase } from './funds.js';
import { aHousehold, organisationId, userId } from './households.js';
import type { RouteOf } from './openapi.js';
import { aReferral, recordBasis } from './referrals.js';
import { theDayInAmsterdam } from './today.js';

export interface Target {
  readonly path: string;
  /** As the caller would have read it. */
  readonly version: number;
  /** Ids that a body needs to be about something that exists. */
  readonly body: Record<string, unknown>;
}

const FUND_STEPS: Record<string, (api: SpecApi) => Promise<FundCase>> = {
  submission: aDraft, completeness: aSubmitted, agenda: aComplete, advice: onAgenda, conflict: onAgenda, decision: advised,
};

/** Something that is in the right state for this route, so that a body gets past the first door. */
export async function targetOf(api: SpecApi, { path }: RouteOf): Promise<Target> {
  const step = path.split('/').at(-1) ?? '';
  if (path.startsWith('/v1/fund-requests')) {
    const request = await (FUND_STEPS[step] ?? aDraft)(api);
    return { path: fill(path, { 'fund-requests': request.id }), version: request.version, body: {} };
  }
  if (path.startsWith('/v1/referrals')) return aReferralAt(api, path, step);
  return ofAFamily(api, path);
}

async function aComplete(api: SpecApi): Promise<FundCase> {
  const submitted = await aSubmitted(api);
  const { body } = await api.as('fund-secretary').post(`/v1/fund-requests/${submitted.id}/completeness`, { complete: true }, { version: submitted.version });
  return { ...submitted, version: body.version };
}

async function aReferralAt(api: SpecApi, path: string, step: string): Promise<Target> {
  const { id } = await aReferral(api, await aHousehold(api.db), await organisationId(api.db, 'Groningse Kredietbank'));
  const gkb = api.as('gkb');
  let version = 1;
  const move = async (name: string, body: object): Promise<void> => void (version = (await gkb.post(`/v1/referrals/${id}/${name}`, body, { version })).body.version);
  if (['first-contact', 'feedback', 'completion'].includes(step)) await move('acceptance', {});
  if (['feedback', 'completion'].includes(step)) await move('first-contact', { contactedOn: theDayInAmsterdam(), kind: 'phone', note: 'Gebeld.' });
  return { path: fill(path, { referrals: id }), version, body: {} };
}

async function ofAFamily(api: SpecApi, path: string): Promise<Target> {
  const waits = path.endsWith('/assignments');
  const family = await aHousehold(api.db, waits ? { regisseur: null } : { intakeBy: 'case-worker' });
  const organisation = await organisationId(api.db, 'Groningse Kredietbank');
  const memberId = family.members['Fatima'] ?? '';
  const basis = waits ? '' : (await recordBasis(api, family, 'Fatima', organisation, ['name', 'contact'])).body.id;
  const draft = /canvases|fund-requests/.test(path) ? await aDraft(api) : undefined;
  const body = {
    toOrganisationId: organisation, memberId, regisseurId: await userId(api.db, 'regisseur'), shares: [{ memberId, categories: ['name', 'contact'] }],
    ...(draft && { fundId: draft.fundId, canvasId: draft.canvasId }),
  };
  const ids = { households: path.endsWith('/fund-requests') ? (draft?.householdId ?? newId()) : family.id, 'legal-bases': basis, canvases: draft?.canvasId ?? newId() };
  return { path: fill(path, ids), version: 1, body };
}
