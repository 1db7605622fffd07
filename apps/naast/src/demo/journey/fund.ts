import { FUND_REQUEST_STATES, type FundRequestState } from '#fund';
import { addMonths } from '#kernel';
import { STORIES } from '../canvas-texts.js';
import type { Family, Stage } from './cast.js';

const AMOUNT_CENTS = 125_000;
const REASONS = 'Het plan is van het gezin zelf en geen regeling betaalt.';

// Only what a canvas has: the request's own words go along with the request.
const { perspective, obstacles, needed, ownContribution, whoDoesWhat, whoPays, legalRoom, values, costMuddlingOnCents, costBreakingThroughCents } = STORIES.housing;
const CANVAS = { perspective, obstacles, needed, ownContribution, whoDoesWhat, whoPays, legalRoom, values, costMuddlingOnCents, costBreakingThroughCents };

const inWords = (state: string): string => FUND_REQUEST_STATES[state as FundRequestState];

interface Fund {
  readonly id: string;
  readonly reservedCents: number;
  readonly availableCents: number;
}

export async function breakThrough(stage: Stage, family: Family): Promise<void> {
  const { tale, as, today } = stage;
  tale.step(5, 'Doorbraak: het canvas en de aanvraag bij het fonds');
  const { regisseur } = as;
  const canvas = tale.expect(await regisseur.post(`/v1/households/${family.id}/canvases`, { ...CANVAS, reviewOn: addMonths(today, 6) }), 201, 'het canvas');
  tale.said(regisseur.name, 'maakt met het gezin het canvas', 'doorgaan kost 42.000 euro per jaar, doorbreken 3.800');
  const request = await submit(stage, family, canvas.id, AMOUNT_CENTS);
  tale.said(regisseur.name, 'vraagt 1.250 euro voor wonen', `${inWords(request.state)}, besluit voor ${request.decisionDeadline}`);

  tale.step(6, 'Secretaris, commissie en beslisser; het fonds gaat nooit over zijn plafond');
  const before = await fundOf(stage);
  const advised = await advise(stage, request.id, request.version, AMOUNT_CENTS);
  const own = await as['fund-secretary'].post(`/v1/fund-requests/${request.id}/decision`, grant(AMOUNT_CENTS), advised.version);
  tale.expect(own, 403, 'de secretaris beslist zelf');
  tale.said(as['fund-secretary'].name, 'probeert zelf te beslissen', `403 ${own.body.detail}`);
  const decided = tale.expect(await as['decision-maker'].post(`/v1/fund-requests/${request.id}/decision`, grant(AMOUNT_CENTS), advised.version), 200, 'het besluit');
  const after = await fundOf(stage);
  tale.holds(after.reservedCents - before.reservedCents === AMOUNT_CENTS, 'het fonds reserveert het bedrag');
  tale.said(as['decision-maker'].name, 'kent het toe, met redenen', `${inWords(decided.state)}; gereserveerd in het fonds: ${after.reservedCents / 100} euro`);
  await overCeiling(stage, family, canvas.id, after);
}

/** More than is left: advised on, and then refused by the fund itself. */
async function overCeiling(stage: Stage, family: Family, canvasId: string, fund: Fund): Promise<void> {
  const { tale, as } = stage;
  const decider = as['decision-maker'];
  const amountCents = fund.availableCents + 100;
  const request = await submit(stage, family, canvasId, amountCents);
  const advised = await advise(stage, request.id, request.version, amountCents, true);
  const refused = await decider.post(`/v1/fund-requests/${request.id}/decision`, grant(amountCents), advised.version);
  tale.expect(refused, 422, 'boven het plafond');
  tale.holds((await fundOf(stage)).reservedCents === fund.reservedCents, 'er is niets gereserveerd');
  tale.said(decider.name, 'kent één euro te veel toe', `422 ${refused.body.detail}`);
  const body = { outcome: 'refused', amountCents: 0, reasons: 'Er is niet genoeg geld.', departureReasons: 'Het advies past niet binnen het fonds.', restsOnOthersFacts: false };
  tale.expect(await decider.post(`/v1/fund-requests/${request.id}/decision`, body, advised.version), 200, 'afwijzen');
}

async function submit({ tale, as }: Stage, family: Family, canvasId: string, amountCents: number) {
  const { regisseur } = as;
  const { items } = tale.expect(await regisseur.get('/v1/funds'), 200, 'de fondsen');
  const { purpose, whyNoScheme } = STORIES.housing;
  const draft = tale.expect(await regisseur.post(`/v1/households/${family.id}/fund-requests`, { fundId: items[0].id, canvasId, domain: 'housing', amountCents, purpose, whyNoScheme }), 201, 'de aanvraag');
  return tale.expect(await regisseur.post(`/v1/fund-requests/${draft.id}/submission`, {}, draft.version), 200, 'indienen');
}

async function advise({ tale, as, today }: Stage, id: string, version: number, amountCents: number, quietly = false) {
  const { 'fund-secretary': secretary, 'committee-member': member } = as;
  const complete = tale.expect(await secretary.post(`/v1/fund-requests/${id}/completeness`, { complete: true }, version), 200, 'compleet verklaren');
  const agenda = tale.expect(await secretary.post(`/v1/fund-requests/${id}/agenda`, { meetingOn: today }, complete.version), 200, 'op de agenda');
  const read = tale.expect(await member.get(`/v1/fund-requests/${id}`), 200, 'het dossier van de commissie');
  tale.holds(!JSON.stringify(read).includes('Mirte') && !read.household?.name, 'de commissie ziet geen namen');
  const advised = tale.expect(await member.post(`/v1/fund-requests/${id}/advice`, { advice: 'grant', amountCents, reasons: REASONS }, agenda.version), 200, 'het advies');
  if (quietly) return advised;
  tale.said(secretary.name, 'kijkt of de aanvraag compleet is', `${inWords(complete.state)}, daarna ${inWords(agenda.state)}`);
  tale.said(member.name, 'leest de aanvraag zonder namen en adviseert', 'toekennen');
  return advised;
}

const grant = (amountCents: number) => ({ outcome: 'granted', amountCents, reasons: REASONS });

async function fundOf({ tale, as }: Stage): Promise<Fund> {
  const { items } = tale.expect(await as['fund-secretary'].get('/v1/funds'), 200, 'het fonds');
  return items[0];
}
