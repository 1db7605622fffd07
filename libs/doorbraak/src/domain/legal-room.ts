import { type FieldProblem, isFilled } from '#kernel';

/**
 * The omgekeerde toets (Stimulansz): first the effect that is wanted, the law last.
 * The order of this list is the order of the questions.
 */
export const LEGAL_ROOM_STEPS = [
  { key: 'effect', label: 'Effect', question: 'Welk effect wil je bereiken voor dit gezin?' },
  { key: 'basicValues', label: 'Grondwaarden', question: 'Past dat bij waar de wetten voor bedoeld zijn?' },
  { key: 'longTerm', label: 'Lange termijn', question: 'Wat doet het op de lange termijn, ook voor anderen?' },
  { key: 'law', label: 'De wet', question: 'Hoe kan het binnen de wet?' },
] as const;
export type LegalRoomStep = (typeof LEGAL_ROOM_STEPS)[number]['key'];
export type LegalRoom = Readonly<Record<LegalRoomStep, string>>;

/** The step that comes next, or null when all are answered. */
export const nextLegalRoomStep = (room: LegalRoom): LegalRoomStep | null =>
  LEGAL_ROOM_STEPS.find(({ key }) => !isFilled(room[key]))?.key ?? null;

/** A step that is answered while an earlier one is not: who starts with the law sees only the obstacle. */
export function legalRoomProblems(room: LegalRoom): readonly FieldProblem[] {
  const gap = LEGAL_ROOM_STEPS.findIndex(({ key }) => !isFilled(room[key]));
  if (gap === -1) return [];
  return LEGAL_ROOM_STEPS.slice(gap + 1)
    .filter(({ key }) => isFilled(room[key]))
    .map(({ key }) => ({
      name: `legalRoom.${key}`,
      message: `Beantwoord eerst: ${LEGAL_ROOM_STEPS[gap]?.label ?? ''}. De wet komt als laatste.`,
    }));
}
