/** The roles of domain.md. A person can have several, per municipality. */
export const ROLES = [
  'regisseur',
  'team-lead',
  'case-worker',
  'partner-worker',
  'fund-secretary',
  'committee-member',
  'decision-maker',
  'finance',
  'objection-handler',
  'privacy-officer',
  'policy-adviser',
  'resident',
] as const;
export type Role = (typeof ROLES)[number];

/** How a role is called on the screen. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  regisseur: 'regisseur',
  'team-lead': 'teamleider',
  'case-worker': 'medewerker van het team',
  'partner-worker': 'medewerker van een partner',
  'fund-secretary': 'secretaris van het fonds',
  'committee-member': 'lid van de fondscommissie',
  'decision-maker': 'beslisser',
  finance: 'medewerker financiën',
  'objection-handler': 'behandelaar van bezwaar',
  'privacy-officer': 'privacyfunctionaris',
  'policy-adviser': 'beleidsadviseur',
  resident: 'inwoner',
};

/** Who acts: set per request (user) or per job (system) and handed to every use case. */
export interface Actor {
  readonly userId: string;
  readonly organisationId: string;
  readonly municipalityId: string;
  readonly roles: readonly Role[];
  readonly teamIds: readonly string[];
  readonly sessionId?: string;
  readonly kind: 'user' | 'system';
  /** What a job is for: the kind of its outbox row, or the name of a sweep. A job without one is nobody. */
  readonly purpose?: string;
  /** May see a BSN at all (Wabb 10). Only for what a screen offers: the database decides anew at each look. */
  readonly seesBsn?: boolean;
  /** Follows one request through audit and logs. */
  readonly requestId?: string;
  /** From where, for the audit: `web 10.1.2.3`, `api 2001:db8::1`, `worker` or `cli`. */
  readonly origin?: string;
  /** Present when the caller sent an `Idempotency-Key`: the first transaction of the request claims it. */
  readonly retry?: RetryKey;
}

/** Makes a repeated request harmless: same key and same content give the first answer. */
export interface RetryKey {
  readonly key: string;
  /** SHA-256 of method, path and body. */
  readonly requestHash: Uint8Array;
}

export const isRole = (value: string): value is Role => (ROLES as readonly string[]).includes(value);

export const hasRole = (actor: Pick<Actor, 'roles'>, ...anyOf: readonly Role[]): boolean =>
  anyOf.some((role) => actor.roles.includes(role));
