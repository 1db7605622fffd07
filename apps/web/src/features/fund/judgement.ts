import type { Advice, Decision } from '../../api/types.js';
import { missing, type Errors } from '../../components/form/index.js';
import { readEuro } from '../../components/money.js';

export interface AdviceDraft {
  advice: Advice['advice'] | '';
  amountCents: string;
  reasons: string;
}

export interface DecisionDraft {
  outcome: Decision['outcome'] | '';
  amountCents: string;
  reasons: string;
  departureReasons: string;
  heardOn: string;
  ownFacts: boolean;
  departsFromPolicy: boolean;
}

/** Only a part needs an amount of its own: all is what was asked, and nothing is 0. */
export function checkJudgement(
  draft: { amountCents: string; reasons: string; advice?: string; outcome?: string },
  question: 'advice' | 'outcome',
  say: { required: string; wrongAmount: string },
): Errors {
  const answer = draft[question];
  const partly = answer === 'grant-partly' || answer === 'partly-granted';
  return missing(
    [question, answer, say.required],
    ['amountCents', partly ? readEuro(draft.amountCents) : 0, say.wrongAmount],
    ['reasons', draft.reasons, say.required],
  );
}

function amountOf(answer: string, typed: string, requestedCents: number): number {
  if (answer === 'grant' || answer === 'granted') return requestedCents;
  return answer.startsWith('refuse') ? 0 : (readEuro(typed) ?? 0);
}

export const adviceBody = ({ advice, amountCents, reasons }: AdviceDraft, requestedCents: number): Advice => ({
  advice: advice as Advice['advice'],
  amountCents: amountOf(advice, amountCents, requestedCents),
  reasons,
});

export const decisionBody = (draft: DecisionDraft, requestedCents: number): Decision => ({
  outcome: draft.outcome as Decision['outcome'],
  amountCents: amountOf(draft.outcome, draft.amountCents, requestedCents),
  reasons: draft.reasons,
  departureReasons: draft.departureReasons || undefined,
  heardOn: draft.heardOn || undefined,
  departsFromPolicy: draft.departsFromPolicy || undefined,
  restsOnOthersFacts: draft.ownFacts ? false : undefined,
});
