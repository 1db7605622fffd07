import type { LocalDate } from '#kernel';
import { Day, Text } from '../../http/fields.js';

export class RaiseEscalationRequest {
  /** Where the regisseur gets stuck. */
  @Text(2_000)
  reason: string;

  /** What was tried already. */
  @Text(2_000)
  tried: string;

  /** What the team lead is asked to decide or do. */
  @Text(2_000)
  asked: string;

  /** By when an answer is wanted. */
  @Day()
  answerBy: LocalDate;
}

export class EscalationAnswerRequest {
  @Text(2_000)
  answer: string;
}

export class OverridingDecisionRequest {
  @Text(2_000)
  decided: string;

  /** Who refused: a partner or a department. */
  @Text(200, { example: 'Afdeling Wonen' })
  against: string;

  /** What they refused, and why. */
  @Text(2_000)
  refusal: string;

  /** The room that the law gives for it. */
  @Text(2_000, { example: 'Awb 4:84: de beleidsregel pakt hier onevenredig uit.' })
  legalRoom: string;
}

export class EndEscalationRequest {
  /** What came of it. */
  @Text(2_000)
  outcome: string;
}
