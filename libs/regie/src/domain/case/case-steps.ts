import { type FieldProblem, type LocalDate, needs } from '#kernel';
import type { HouseholdAction, HouseholdState } from '#households/domain';

/** Moves that need no form of their own: a person says which, and sometimes why. */
export const CASE_STEPS = [
  'start-safety-check', 'place-on-waiting-list', 'start-intake', 'start-plan', 'activate', 'start-aftercare', 'reopen', 'refer-elsewhere', 'decline-help', 'move-away',
] as const satisfies readonly HouseholdAction[];
export type CaseStep = (typeof CASE_STEPS)[number];

export interface CaseStepInput {
  readonly action: CaseStep;
  readonly reason?: string;
  /** The safety of everybody in the family was looked at, now. */
  readonly safetyChecked?: boolean;
  /** Who takes over. */
  readonly otherParty?: string;
  /** When the other had its first contact with the family. */
  readonly contactOn?: LocalDate;
}

/** In the family's story. Fixed sentences: why stands with the move itself. */
export const CASE_TEXTS: Readonly<Record<HouseholdAction, string>> = {
  'start-safety-check': 'We bekijken of iedereen in het gezin veilig is.',
  'place-on-waiting-list': 'Het gezin staat op de wachtlijst.',
  'start-intake': 'De intake is gestart.',
  'start-plan': 'Samen met het gezin is een plan begonnen.',
  activate: 'Het gezin is het eens met het plan. We zijn begonnen.',
  'scale-up': 'Opgeschaald: de teamleider kijkt mee.',
  'scale-down': 'Afgeschaald: de regisseur gaat verder met het plan.',
  'start-aftercare': 'Het gaat goed genoeg voor de nazorg. We blijven bellen.',
  close: 'Afgesloten, samen met het gezin. De deur blijft open.',
  reopen: 'Het gezin is heropend.',
  'refer-elsewhere': 'Een ander heeft het overgenomen en heeft al contact met het gezin.',
  'decline-help': 'Het gezin wil nu geen hulp. Ze weten ons te vinden.',
  'move-away': 'Het gezin is verhuisd.',
  merge: 'Dit dossier is samengevoegd met een ander dossier van hetzelfde gezin.',
};

const NEEDS_REASON: readonly HouseholdAction[] = ['reopen', 'refer-elsewhere', 'decline-help', 'move-away'];

/** What somebody still has to write down before this move; an empty list means: go ahead. */
export function stepProblems({ action, reason, otherParty, contactOn }: CaseStepInput, from: HouseholdState, today: LocalDate): readonly FieldProblem[] {
  const back = action === 'place-on-waiting-list' && (from === 'intake' || from === 'reopened');
  const why = NEEDS_REASON.includes(action) || back;
  return [
    ...needs(!why || !!reason?.trim(), 'reason', 'Vertel waarom.'),
    ...needs(action !== 'refer-elsewhere' || !!otherParty?.trim(), 'otherParty', 'Vertel wie het overneemt.'),
    ...needs(!contactOn || contactOn <= today, 'contactOn', 'Deze dag moet nog komen. Draag pas over als het contact er is geweest.'),
  ];
}
