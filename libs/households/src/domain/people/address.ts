import { type FieldProblem, isFilled, type LocalDate, needs } from '#kernel';

export interface Address {
  readonly postcode: string;
  readonly houseNumber: string;
  readonly suffix?: string | null;
  readonly city: string;
  readonly neighbourhood?: string | null;
}

const plain = (text: string | null | undefined): string => (isFilled(text) ? text.replace(/[\s.\-/]/g, '').toUpperCase() : '');

/** Two spellings of one address are one address, as for `address_key` in the database. */
export const isSameAddress = (one: Address, other: Partial<Record<keyof Address, string | null>>): boolean =>
  plain(one.postcode) === plain(other.postcode) && plain(one.houseNumber) === plain(other.houseNumber) && plain(one.suffix) === plain(other.suffix);

export interface Move {
  readonly protected: boolean;
  readonly movedOn?: LocalDate | null;
}

/** What is wrong with where a family says it lives. `hidesMember`: somebody in it has a protected address of their own. */
export function moveProblems(move: Move, facts: { readonly same: boolean; readonly hidesMember: boolean; readonly lastMove: LocalDate | null }, today: LocalDate): readonly FieldProblem[] {
  const { movedOn } = move;
  return [
    ...needs(facts.same || Boolean(movedOn), 'movedOn', 'Vul in sinds wanneer het gezin hier woont.'),
    ...needs(!movedOn || movedOn <= today, 'movedOn', 'Deze dag ligt in de toekomst. Leg de verhuizing vast als het zover is.'),
    ...needs(facts.same || !movedOn || !facts.lastMove || movedOn >= facts.lastMove, 'movedOn', 'Deze dag ligt vóór de vorige verhuizing.'),
    ...needs(move.protected || !facts.hidesMember, 'protected', 'Iemand in dit gezin heeft een geheim adres. Het adres van het gezin blijft dan geheim.'),
  ];
}
