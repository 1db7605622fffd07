import { type FieldProblem, isFilled, needs } from '#kernel';

/** What the fund can pay for (Groningen's Doorbraak/Perspectieffonds); each fund lists its own. */
export const FUND_DOMAINS = {
  housing: 'Wonen',
  education: 'Passend onderwijs',
  'mental-health': 'Psychische ondersteuning',
  'temporary-income': 'Tijdelijk inkomen',
} as const;
export type FundDomain = keyof typeof FUND_DOMAINS;

export const isFundDomain = (value: string): value is FundDomain => Object.hasOwn(FUND_DOMAINS, value);

export interface NewFundRequest {
  readonly domain: string;
  readonly amountCents: number;
  readonly purpose: string;
  /** Why no existing scheme pays. */
  readonly whyNoScheme: string;
}

export interface FundRules {
  readonly domains: readonly string[];
  /** The most that one request may ask, in cents; null when the municipality sets none. */
  readonly maxPerRequestCents: number | null;
}

/** Everything that keeps a request from being submitted, with what its canvas still lacks. */
export function fundRequestProblems(
  request: NewFundRequest,
  fund: FundRules,
  canvasGaps: readonly FieldProblem[] = [],
): readonly FieldProblem[] {
  const { domain, amountCents, purpose, whyNoScheme } = request;
  const most = fund.maxPerRequestCents;
  return [
    ...needs(fund.domains.includes(domain), 'domain', 'Dit fonds betaalt hier niet voor. Kies iets anders.'),
    ...needs(Number.isSafeInteger(amountCents) && amountCents > 0, 'amountCents', 'Vul een bedrag in van meer dan 0 euro.'),
    ...needs(most === null || amountCents <= most, 'amountCents', 'Dit bedrag is hoger dan dit fonds per aanvraag geeft.'),
    ...needs(isFilled(purpose), 'purpose', 'Schrijf op waar het geld voor is.'),
    ...needs(isFilled(whyNoScheme), 'whyNoScheme', 'Schrijf op waarom geen bestaande regeling betaalt.'),
    ...needs(canvasGaps.length === 0, 'canvasId', 'Het canvas is nog niet helemaal ingevuld.'),
  ];
}
