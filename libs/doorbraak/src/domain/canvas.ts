import { cents, type Cents, type FieldProblem, isFilled, type LocalDate, needs, refuseInvalid } from '#kernel';
import { LEGAL_ROOM_STEPS, type LegalRoom, legalRoomProblems } from './legal-room.js';

/** The three values of the value triangle, each argued in words. */
export const VALUE_TRIANGLE = {
  legitimacy: 'Legitimiteit: mag en hoort dit?',
  involvement: 'Betrokkenheid: staat het gezin erachter?',
  return: 'Rendement: levert het op wat het kost?',
} as const;
export type ValueTriangle = Readonly<Record<keyof typeof VALUE_TRIANGLE, string>>;

/** The free text fields, in the order of the canvas, with the question on the screen. */
export const CANVAS_TEXTS = {
  perspective: 'Hoe ziet het leven er over een jaar uit, in de woorden van het gezin?',
  obstacles: 'Wat staat in de weg?',
  needed: 'Wat is er nodig?',
  ownContribution: 'Wat doet het gezin zelf?',
  whoDoesWhat: 'Wie doet wat?',
  whoPays: 'Wie betaalt wat?',
} as const;
export type CanvasText = keyof typeof CANVAS_TEXTS;

export interface CanvasContent extends Readonly<Record<CanvasText, string>> {
  readonly legalRoom: LegalRoom;
  readonly values: ValueTriangle;
  /** Costs per year of going on as now, in cents; null when not estimated yet. */
  readonly costMuddlingOnCents: number | null;
  readonly costBreakingThroughCents: number | null;
  readonly reviewOn: LocalDate | null;
}

const LONGEST = 4000;
const texts = Object.keys(CANVAS_TEXTS) as CanvasText[];
const values = Object.keys(VALUE_TRIANGLE) as (keyof ValueTriangle)[];

const flat = (canvas: CanvasContent): readonly (readonly [name: string, text: string])[] => [
  ...texts.map((key) => [key, canvas[key]] as const),
  ...LEGAL_ROOM_STEPS.map(({ key }) => [`legalRoom.${key}`, canvas.legalRoom[key]] as const),
  ...values.map((key) => [`values.${key}`, canvas.values[key]] as const),
];

const amounts = (canvas: CanvasContent) =>
  [
    ['costMuddlingOnCents', canvas.costMuddlingOnCents],
    ['costBreakingThroughCents', canvas.costBreakingThroughCents],
  ] as const;

/** What is wrong in a canvas, also a half-filled draft: too long, no amount, past review, the law too early. */
export function canvasProblems(canvas: CanvasContent, today: LocalDate): readonly FieldProblem[] {
  return [
    ...flat(canvas).flatMap(([name, text]) => needs(text.length <= LONGEST, name, `Schrijf hooguit ${LONGEST} tekens.`)),
    ...amounts(canvas).flatMap(([name, value]) =>
      needs(value === null || (Number.isSafeInteger(value) && value >= 0), name, 'Vul een bedrag in van 0 of meer.'),
    ),
    ...needs(canvas.reviewOn === null || canvas.reviewOn > today, 'reviewOn', 'Kies een dag in de toekomst.'),
    ...legalRoomProblems(canvas.legalRoom),
  ];
}

/** Throws `invalid` with all problems of a draft at once. */
export const checkCanvas = (canvas: CanvasContent, today: LocalDate): void =>
  refuseInvalid('canvas.invalid', canvasProblems(canvas, today));

/** Without these four answers nobody can advise (ours): what the family wants, what blocks, what is needed, what it costs either way. */
const ASKED_BY_THE_FUND: readonly CanvasText[] = ['perspective', 'obstacles', 'needed'];

/** What a canvas still lacks before it can carry a request to the fund. The other questions help to think; they block nothing. */
export function canvasGaps(canvas: CanvasContent): readonly FieldProblem[] {
  return [
    ...ASKED_BY_THE_FUND.flatMap((name) => needs(isFilled(canvas[name]), name, 'Vul dit nog in.')),
    ...amounts(canvas).flatMap(([name, value]) => needs(value !== null, name, 'Schat dit bedrag nog.')),
  ];
}

/** Costs avoided in cents: going on as now minus breaking through. Negative when it costs more; null when unknown. */
export function avoidedCosts(canvas: Pick<CanvasContent, 'costMuddlingOnCents' | 'costBreakingThroughCents'>): Cents | null {
  const { costMuddlingOnCents, costBreakingThroughCents } = canvas;
  if (costMuddlingOnCents === null || costBreakingThroughCents === null) return null;
  return cents(costMuddlingOnCents - costBreakingThroughCents);
}

export const EMPTY_CANVAS: CanvasContent = {
  perspective: '',
  obstacles: '',
  needed: '',
  ownContribution: '',
  whoDoesWhat: '',
  whoPays: '',
  legalRoom: { effect: '', basicValues: '', longTerm: '', law: '' },
  values: { legitimacy: '', involvement: '', return: '' },
  costMuddlingOnCents: null,
  costBreakingThroughCents: null,
  reviewOn: null,
};
