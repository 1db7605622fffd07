import { addMonths, type FieldProblem, isFilled, type LocalDate, needs } from '#kernel';

export const CHANNELS = { conversation: 'gesprek', phone: 'telefoon', letter: 'brief', email: 'e-mail', form: 'formulier' } as const;
export type RightsChannel = keyof typeof CHANNELS;

/** Who speaks for somebody else, and by what authority. */
export const AUTHORITIES = {
  'parental-authority': 'ouder met gezag',
  guardian: 'voogd',
  curator: 'curator',
  mentor: 'mentor',
  administrator: 'bewindvoerder',
  'power-of-attorney': 'gemachtigde',
} as const;
export type RepresentativeAuthority = keyof typeof AUTHORITIES;

/** How we know who asks. No copy of a document is kept: looking is enough (AVG 5(1)(c), 12(6)). */
export const IDENTITY_CHECKS = {
  'known-in-person': 'bekend bij wie het opschreef',
  'document-seen': 'identiteitsbewijs gezien, geen kopie bewaard',
  digid: 'ingelogd met DigiD',
  'called-back': 'teruggebeld op het nummer dat we al hadden',
  'authority-seen': 'bewijs van gezag of machtiging gezien, geen kopie bewaard',
} as const;
export type IdentityCheck = keyof typeof IDENTITY_CHECKS;

const FOR_CHILDREN: readonly RepresentativeAuthority[] = ['parental-authority', 'guardian'];
/** UAVG 5: from this age a person asks for themselves. */
const SELF_FROM_AGE = 16;
const OLDEST_MONTHS = 12;

export interface NewRightsRequest {
  readonly receivedOn: LocalDate;
  readonly askedBy: 'self' | 'representative';
  readonly authority?: RepresentativeAuthority | null;
  readonly representativeName?: string | null;
}

const whoAsks = ({ askedBy, authority, representativeName }: NewRightsRequest, age: number): readonly FieldProblem[] => {
  if (askedBy === 'self') return needs(age >= SELF_FROM_AGE, 'askedBy', 'Onder de 16 vraagt een ouder met gezag of de voogd dit.');
  if (!authority) return needs(false, 'authority', 'Kies waarom deze persoon namens het gezinslid mag vragen.');
  const fits = FOR_CHILDREN.includes(authority) === age < SELF_FROM_AGE;
  return [
    ...needs(fits, 'authority', age < SELF_FROM_AGE
      ? 'Voor een kind onder de 16 vraagt een ouder met gezag of de voogd dit.'
      : 'Vanaf 16 jaar vraagt iemand dit zelf, of een curator, mentor, bewindvoerder of gemachtigde.'),
    ...needs(isFilled(representativeName), 'representativeName', 'Schrijf op wie het namens het gezinslid vraagt.'),
  ];
};

/** Everything that is wrong with a new request; `age` is that of the person it is about. */
export const requestProblems = (request: NewRightsRequest, age: number, today: LocalDate): readonly FieldProblem[] => [
  ...needs(request.receivedOn <= today, 'receivedOn', 'Deze datum ligt in de toekomst.'),
  ...needs(request.receivedOn > addMonths(today, -OLDEST_MONTHS), 'receivedOn', 'Deze datum ligt meer dan een jaar terug. Controleer de datum.'),
  ...whoAsks(request, age),
];
