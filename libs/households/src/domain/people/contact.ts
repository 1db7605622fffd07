import { type FieldProblem, isFilled, needs } from '#kernel';
import { readEmail, readPhone } from '../intake-export/cells/contact.js';
import { elsewhereProblems } from './membership.js';

export const CONTACT_CHANNELS = { phone: 'Bellen', 'text-message': 'Berichtje sturen', email: 'E-mail', letter: 'Brief', visit: 'Langskomen' } as const;
export type ContactChannel = keyof typeof CONTACT_CHANNELS;

/** What people speak with us; the codes are those of ISO 639. Another one is written in the remark. */
export const LANGUAGES = {
  nl: 'Nederlands', gos: 'Gronings', fy: 'Fries', en: 'Engels', de: 'Duits', fr: 'Frans', es: 'Spaans', pl: 'Pools', uk: 'Oekraïens', ru: 'Russisch', tr: 'Turks',
  ar: 'Arabisch', ti: 'Tigrinya', so: 'Somalisch', fa: 'Farsi', ps: 'Pasjtoe', ku: 'Koerdisch', pap: 'Papiaments', zh: 'Chinees', bg: 'Bulgaars', ro: 'Roemeens', other: 'Een andere taal',
} as const;
export type Language = keyof typeof LANGUAGES;

export interface ContactDetails {
  readonly phone?: string | null;
  readonly email?: string | null;
  readonly preferredChannel?: ContactChannel | null;
  readonly language?: Language | null;
  readonly interpreterNeeded: boolean;
  /** 'HH:MM', local time. */
  readonly noCallsFrom?: string | null;
  readonly noCallsUntil?: string | null;
  readonly contactRemark?: string | null;
  readonly livesElsewhere: boolean;
  readonly elsewhereAgreement?: string | null;
  readonly protectedAddress: boolean;
}

const reachable = ({ preferredChannel, phone, email }: ContactDetails): readonly FieldProblem[] => [
  ...needs((preferredChannel !== 'phone' && preferredChannel !== 'text-message') || isFilled(phone), 'phone', 'Hiervoor is een telefoonnummer nodig.'),
  ...needs(preferredChannel !== 'email' || isFilled(email), 'email', 'Hiervoor is een e-mailadres nodig.'),
];

/** Everything that is wrong with how somebody wants to be reached. */
export function contactProblems(details: ContactDetails): readonly FieldProblem[] {
  const { phone, email, noCallsFrom, noCallsUntil, livesElsewhere, elsewhereAgreement } = details;
  return [
    ...reachProblems({ phone, email }),
    ...reachable(details),
    ...needs(isFilled(noCallsFrom) === isFilled(noCallsUntil), 'noCallsUntil', 'Vul beide tijden in, of geen van beide.'),
    ...needs(!isFilled(noCallsFrom) || noCallsFrom !== noCallsUntil, 'noCallsUntil', 'De twee tijden zijn gelijk.'),
    ...elsewhereProblems(livesElsewhere, elsewhereAgreement),
  ];
}

/** A telephone number and an e-mail address that can exist. */
export const reachProblems = ({ phone, email }: { readonly phone?: string | null; readonly email?: string | null }): readonly FieldProblem[] => [
  ...needs(!isFilled(phone) || readPhone(phone).ok, 'phone', 'Schrijf het telefoonnummer bijvoorbeeld als 06 12345678.'),
  ...needs(!isFilled(email) || readEmail(email).ok, 'email', 'Dit is geen e-mailadres.'),
];

/** One way of writing, as everywhere; nothing for nothing. */
export const tidyReach = ({ phone, email }: { readonly phone?: string | null; readonly email?: string | null }): { phone: string | null; email: string | null } => {
  const read = isFilled(phone) ? readPhone(phone) : undefined;
  return { phone: read?.ok ? read.value : null, email: isFilled(email) ? email.trim() : null };
};
