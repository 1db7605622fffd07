import { type FieldProblem, isFilled, type LocalDate, needs } from '#kernel';

export type DecisionOutcome = 'granted' | 'partly-granted' | 'refused';
export type AdviceKind = 'grant' | 'grant-partly' | 'refuse';

export interface Advice {
  readonly advice: AdviceKind;
  readonly amountCents: number;
}

export interface NewDecision {
  readonly outcome: DecisionOutcome;
  /** 0 when refused. */
  readonly amountCents: number;
  readonly reasons: string;
  readonly departureReasons?: string | null;
  /** Day on which the resident could give their view. */
  readonly heardOn?: LocalDate | null;
  /** The decision departs from the fund's policy rules (Awb 4:84). */
  readonly departsFromPolicy?: boolean;
  /** It rests on facts that others gave. Left out: assumed for a refusal. */
  readonly restsOnOthersFacts?: boolean;
}

const ADVISED: Readonly<Record<DecisionOutcome, AdviceKind>> = {
  granted: 'grant',
  'partly-granted': 'grant-partly',
  refused: 'refuse',
};

/** The advice of more than half of the members, or null when they differ. */
export function majorityAdvice(advices: readonly Advice[]): AdviceKind | null {
  const kinds: readonly AdviceKind[] = ['grant', 'grant-partly', 'refuse'];
  return kinds.find((kind) => advices.filter(({ advice }) => advice === kind).length * 2 > advices.length) ?? null;
}

/** Whether a decision differs from the advice: another outcome, another part, or no majority to follow. */
export function departsFromAdvice(decision: NewDecision, advices: readonly Advice[]): boolean {
  const majority = majorityAdvice(advices);
  if (majority !== ADVISED[decision.outcome]) return true;
  if (decision.outcome !== 'partly-granted') return false;
  return !advices.some(({ advice, amountCents }) => advice === majority && amountCents === decision.amountCents);
}

const amountProblems = ({ outcome, amountCents }: NewDecision, requestedCents: number): readonly FieldProblem[] => {
  if (!Number.isSafeInteger(amountCents)) return needs(false, 'amountCents', 'Vul een bedrag in.');
  switch (outcome) {
    case 'granted':
      // Less than asked is a partial refusal: it may not hide behind 'granted'.
      return needs(amountCents === requestedCents, 'amountCents', 'Toekennen is het hele bedrag. Kies anders: deels.');
    case 'partly-granted': {
      const part = amountCents > 0 && amountCents < requestedCents;
      return needs(part, 'amountCents', 'Deels toekennen is meer dan 0 en minder dan gevraagd.');
    }
    case 'refused':
      return needs(amountCents === 0, 'amountCents', 'Bij een afwijzing is het bedrag 0 euro.');
  }
};

const hearingProblems = (decision: NewDecision, today: LocalDate): readonly FieldProblem[] => {
  const { outcome, heardOn, restsOnOthersFacts } = decision;
  // Awb 4:7: before refusing, wholly or partly, on facts that differ from what the resident said.
  const mustHear = outcome === 'refused' ? restsOnOthersFacts !== false : outcome !== 'granted' && restsOnOthersFacts === true;
  if (heardOn && heardOn > today) return needs(false, 'heardOn', 'Deze dag is nog niet geweest.');
  return needs(!mustHear || !!heardOn, 'heardOn', 'Vraag eerst de inwoner om een reactie. Vul in wanneer dat was.');
};

/** Everything that keeps a decision from being taken; an empty list means it can be. Amounts in cents. */
export function decisionProblems(
  decision: NewDecision,
  context: { readonly requestedCents: number; readonly advices: readonly Advice[]; readonly today: LocalDate },
): readonly FieldProblem[] {
  const departs = departsFromAdvice(decision, context.advices) || decision.departsFromPolicy === true;
  return [
    ...amountProblems(decision, context.requestedCents),
    // Awb 3:46: every decision rests on reasons that are made known.
    ...needs(isFilled(decision.reasons), 'reasons', 'Geef de redenen van het besluit.'),
    // Awb 3:50 and 4:84: who departs from advice or policy says why.
    ...needs(
      !departs || isFilled(decision.departureReasons),
      'departureReasons',
      'Je wijkt af van het advies of het beleid. Schrijf op waarom.',
    ),
    ...hearingProblems(decision, context.today),
  ];
}
