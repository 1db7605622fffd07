import { type Actor, allowIf, type FieldProblem, hasRole, type Verdict } from '#kernel';

/** What AVG 30(1) asks of each processing activity; lists are one item per line on the screen. */
export interface ActivityContent {
  readonly name: string;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly people: readonly string[];
  readonly data: readonly string[];
  readonly recipients: readonly string[];
  readonly transfers: string;
  readonly retention: string;
  readonly security: readonly string[];
  readonly controller: string;
  /** Who processes for the municipality (AVG 28); null = nobody. */
  readonly processor: string | null;
}

/** The controller keeps the register, the FG watches over it; in Naast the privacy officer is the one who writes it down. */
export const mayKeepRegister = (actor: Actor): Verdict =>
  allowIf(hasRole(actor, 'privacy-officer'), 'Alleen de privacyfunctionaris wijzigt het register.');

const LISTS = { people: 'Noem wie het zijn.', data: 'Noem welke gegevens het zijn.', recipients: 'Noem wie de gegevens krijgt.', security: 'Noem minstens één maatregel.' } as const;
const TEXTS = {
  name: 'Geef de verwerking een naam.', purpose: 'Schrijf waarvoor het is.', legalBasis: 'Noem de grondslag, met het artikel.',
  transfers: 'Schrijf of er gegevens buiten Europa gaan.', retention: 'Schrijf hoe lang.', controller: 'Noem wie verantwoordelijk is.',
} as const;

/** What is missing before this is a line of a register (AVG 30). */
export function activityProblems(content: ActivityContent): FieldProblem[] {
  const empty = Object.entries(TEXTS).filter(([name]) => content[name as keyof typeof TEXTS].trim() === '');
  const none = Object.entries(LISTS).filter(([name]) => content[name as keyof typeof LISTS].every((item) => item.trim() === ''));
  return [...empty, ...none].map(([name, message]) => ({ name, message }));
}
