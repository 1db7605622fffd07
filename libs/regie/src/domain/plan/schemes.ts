import { type FieldProblem, isFilled, type LocalDate, needs } from '#kernel';

export const SCHEME_STATES = {
  'to-look-at': 'nog bekijken',
  'not-applicable': 'niet van toepassing',
  requested: 'aangevraagd',
  granted: 'toegekend',
  refused: 'afgewezen',
  used: 'wordt gebruikt',
} as const;
export type SchemeState = keyof typeof SCHEME_STATES;

export interface Scheme {
  readonly code: string;
  readonly name: string;
  readonly about: string;
}

/** What most municipalities have (ours); `settings.plan.schemes` says it otherwise. */
export const DEFAULT_SCHEMES: readonly Scheme[] = [
  { code: 'voorzieningenwijzer', name: 'Voorzieningenwijzer', about: 'Laat zien op welke regelingen en toeslagen het gezin recht heeft.' },
  { code: 'toeslagen', name: 'Zorgtoeslag, huurtoeslag en kindgebonden budget', about: 'Van de Belastingdienst.' },
  { code: 'bijzondere-bijstand', name: 'Bijzondere bijstand', about: 'Voor kosten die nodig zijn en die het gezin niet kan betalen.' },
  { code: 'kwijtschelding', name: 'Kwijtschelding van belastingen', about: 'Voor belastingen van gemeente en waterschap.' },
  { code: 'individuele-inkomenstoeslag', name: 'Individuele inkomenstoeslag', about: 'Voor wie lang van een laag inkomen leeft.' },
  { code: 'kindpas', name: 'Kindpas', about: 'Voor sport, school en uitjes van kinderen.' },
  { code: 'jeugdfonds', name: 'Jeugdfonds Sport en Cultuur', about: 'Betaalt de contributie of les van een kind.' },
  { code: 'schoolkosten', name: 'Hulp bij schoolkosten', about: 'Voor spullen, een fiets of een laptop.' },
  { code: 'zorgverzekering', name: 'Zorgverzekering van de gemeente', about: 'Een verzekering met korting en meer vergoeding.' },
  { code: 'energie', name: 'Hulp bij energiekosten', about: 'Advies, een energiecoach of een bijdrage.' },
];

const CODE = /^[a-z0-9-]{1,40}$/;

/** The catalogue of a municipality. What is no code with a name is left out; none left is the default. */
export function schemeCatalogue(settings: unknown): readonly Scheme[] {
  const own = (settings as { plan?: { schemes?: unknown } } | null)?.plan?.schemes;
  if (!Array.isArray(own)) return DEFAULT_SCHEMES;
  const schemes = own.flatMap((one: unknown): Scheme[] => {
    const { code, name, about } = (one ?? {}) as Partial<Record<keyof Scheme, unknown>>;
    if (typeof code !== 'string' || !CODE.test(code) || typeof name !== 'string' || !isFilled(name)) return [];
    return [{ code, name: name.trim(), about: typeof about === 'string' ? about.trim() : '' }];
  });
  const unique = schemes.filter(({ code }, at) => schemes.findIndex((other) => other.code === code) === at);
  return unique.length > 0 ? unique : DEFAULT_SCHEMES;
}

export interface SchemeStand {
  readonly state: SchemeState;
  /** Asked for, granted, refused or used since. */
  readonly since: LocalDate | null;
  readonly reason: string | null;
}

const WITH_DAY: readonly SchemeState[] = ['requested', 'granted', 'refused', 'used'];

/** What is wrong with where a scheme stands: "not for us" asks why, everything that happened asks on which day. */
export const schemeProblems = ({ state, since, reason }: SchemeStand, today: LocalDate): readonly FieldProblem[] => [
  ...needs(state !== 'not-applicable' || isFilled(reason), 'reason', 'Schrijf op waarom deze regeling niet past.'),
  ...needs(!WITH_DAY.includes(state) || since !== null, 'since', 'Schrijf op welke dag dat was.'),
  ...needs(since === null || since <= today, 'since', 'Deze dag moet nog komen. Kies vandaag of eerder.'),
  ...needs((reason ?? '').length <= 500, 'reason', 'Schrijf hooguit 500 tekens.'),
];
