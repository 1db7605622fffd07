import type { HouseholdState } from '../household-case.states.js';
import { displayName, type PersonName } from '../member.js';

/** How much of a family its finder may see; the same words as in a dossier. */
export type FoundView = 'involved' | 'scaled-up' | 'head' | 'proposed';
/** How sure it is: the number or address itself, the letters themselves, the sound of them, or all but one letter. */
export const MATCH_KINDS = ['exact', 'begins', 'sounds', 'typo'] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];
export const MATCHED_ON = ['case-number', 'address', 'family', 'member'] as const;
export type MatchedOn = (typeof MATCHED_ON)[number];

export interface FoundFamily {
  readonly id: string;
  readonly caseNumber: string;
  readonly name: string;
  readonly state: HouseholdState;
  readonly view: FoundView;
  readonly match: { readonly kind: MatchKind; readonly on: MatchedOn; readonly memberName: string | null; readonly why: string };
}

/** Why this family stands among the results, as a Dutch sentence for on the screen. */
export function whyFound(kind: MatchKind, on: MatchedOn, member: PersonName | null): string {
  if (on === 'case-number') return 'Dit is het zaaknummer.';
  if (on === 'address') return 'Dit is het adres.';
  const whom = member ? displayName(member) : 'de naam van het gezin';
  if (kind === 'sounds') return `Klinkt als ${whom}.`;
  if (kind === 'typo') return `Lijkt op ${whom}.`;
  return member ? `${whom} hoort bij dit gezin.` : 'Zo heet het gezin.';
}
