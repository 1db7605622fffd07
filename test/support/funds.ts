import { newId } from '#kernel';
import type { Person, SpecApi } from './api.js';
import type { SpecDatabase } from './database.js';
import { aHousehold, type HouseholdOptions } from './households.js';

export interface FundOptions {
  readonly ceilingCents?: number;
  readonly domains?: readonly string[];
  readonly municipality?: 'Groningen' | 'Hoogeveen';
}

/** A fund of this year, straight in the database: the application itself cannot make one. */
export async function aFund(db: SpecDatabase, options: FundOptions = {}): Promise<{ id: string }> {
  const id = newId();
  const { ceilingCents = 35_000_000, domains = ['housing', 'education', 'mental-health', 'temporary-income'], municipality = 'Groningen' } = options;
  await db.query(
    `INSERT INTO fund (id, municipality_id, name, domains, year, ceiling_cents)
     SELECT $1, m.id, 'Doorbraak/Perspectieffonds', $2, 2026, $3 FROM municipality m WHERE m.name = $4`,
    [id, domains, ceilingCents, municipality],
  );
  return { id };
}

/** A canvas with every question answered, and the names of the family in it. */
export const FULL_CANVAS = {
  perspective: 'Fatima wil over een jaar rust in huis. Noor gaat dan naar school.',
  obstacles: 'Er is geen huis voor de familie Bouzid. Erik de Wit staat niet ingeschreven.',
  needed: 'Een huis in de wijk.',
  ownContribution: 'Fatima werkt 24 uur. Bel haar op 06 12345678 of mail fatima@example.nl.',
  whoDoesWhat: 'De regisseur belt de corporatie.',
  whoPays: 'Het fonds betaalt de borg.',
  legalRoom: { effect: 'Noors school blijft dichtbij.', basicValues: 'Bestaanszekerheid.', longTerm: 'Geen opvang nodig.', law: 'Awb 4:84.' },
  values: { legitimacy: 'Het mag.', involvement: 'Het gezin van Fatima Bouzid wil dit.', return: 'Het scheelt opvang.' },
  costMuddlingOnCents: 4_000_000,
  costBreakingThroughCents: 350_000,
  reviewOn: '2036-05-22',
};

export const APPLICATION = {
  domain: 'housing',
  amountCents: 350_000,
  purpose: 'De borg en de eerste huur voor Fatima en Noor, op 9711AB 12.',
  whyNoScheme: 'De bijzondere bijstand betaalt geen borg voor Erik.',
};

export interface FundCase {
  readonly id: string;
  readonly version: number;
  readonly householdId: string;
  readonly caseNumber: string;
  readonly fundId: string;
  readonly canvasId: string;
}

interface CaseOptions {
  readonly fundId?: string;
  readonly amountCents?: number;
  readonly household?: HouseholdOptions;
}

/** The parts of a case before anybody asked anything: a household, a full canvas, a fund. */
export async function aCanvas(api: SpecApi, { fundId, household }: CaseOptions = {}): Promise<Omit<FundCase, 'id' | 'version'>> {
  const { id: householdId, caseNumber } = await aHousehold(api.db, household);
  const fund = fundId ?? (await aFund(api.db)).id;
  const canvas = await done(api.as(household?.regisseur ?? 'regisseur').post(`/v1/households/${householdId}/canvases`, FULL_CANVAS));
  return { householdId, caseNumber, fundId: fund, canvasId: canvas.id };
}

export async function aDraft(api: SpecApi, options: CaseOptions = {}): Promise<FundCase> {
  const parts = await aCanvas(api, options);
  const { fundId, canvasId } = parts;
  const body = { ...APPLICATION, fundId, canvasId, ...(options.amountCents && { amountCents: options.amountCents }) };
  const draft = await done(api.as(options.household?.regisseur ?? 'regisseur').post(`/v1/households/${parts.householdId}/fund-requests`, body));
  return { ...parts, id: draft.id, version: draft.version };
}

export async function aSubmitted(api: SpecApi, options: CaseOptions = {}): Promise<FundCase> {
  const draft = await aDraft(api, options);
  return { ...draft, version: (await step(api.as('regisseur'), draft, 'submission')).version };
}

export async function onAgenda(api: SpecApi, options: CaseOptions = {}): Promise<FundCase> {
  const submitted = await aSubmitted(api, options);
  const complete = await step(api.as('fund-secretary'), submitted, 'completeness', { complete: true });
  const { version } = await step(api.as('fund-secretary'), { ...submitted, version: complete.version }, 'agenda', { meetingOn: complete.decisionDeadline });
  return { ...submitted, version };
}

/** Ready for a decision: one member advised to grant all of it. */
export async function advised(api: SpecApi, options: CaseOptions = {}): Promise<FundCase> {
  const agenda = await onAgenda(api, options);
  const advice = { advice: 'grant', amountCents: options.amountCents ?? APPLICATION.amountCents, reasons: 'Dit geeft rust.' };
  return { ...agenda, version: (await step(api.as('committee-member'), agenda, 'advice', advice)).version };
}

export const aGrant = (amountCents: number = APPLICATION.amountCents) => ({ outcome: 'granted', amountCents, reasons: 'Het gezin krijgt hiermee een huis.' });

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** One step that has to work; the specs try the ones that must not by themselves. */
export const step = (person: Person, { id, version }: Versioned, name: string, body: object = {}) =>
  done(person.post(`/v1/fund-requests/${id}/${name}`, body, { version }));

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- specs read answers freely
async function done(answer: ReturnType<Person['post']>): Promise<any> {
  const { status, text, body } = await answer;
  if (status >= 300) throw new Error(`${status} ${text}`);
  return body;
}
