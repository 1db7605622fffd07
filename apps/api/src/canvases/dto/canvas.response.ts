import type { CanvasView } from '#doorbraak';
import type { FieldProblem } from '#kernel';

export class LegalRoomResponse {
  effect: string;
  basicValues: string;
  longTerm: string;
  law: string;
}

export class ValuesResponse {
  legitimacy: string;
  involvement: string;
  return: string;
}

/** What a canvas says, without where it belongs. */
export class CanvasContentResponse {
  perspective: string;
  obstacles: string;
  needed: string;
  ownContribution: string;
  whoDoesWhat: string;
  whoPays: string;
  legalRoom: LegalRoomResponse;
  values: ValuesResponse;
  /** Null when not estimated yet. */
  costMuddlingOnCents: number | null;
  costBreakingThroughCents: number | null;
  reviewOn: string | null;
}

export class MissingResponse {
  field: string;
  message: string;
}

export class CanvasResponse extends CanvasContentResponse {
  id: string;
  householdId: string;
  updatedAt: string;
  version: number;
  /** Going on as now minus breaking through; null when one of both is unknown. */
  avoidedCostsCents: number | null;
  /** What is still to fill in before the fund takes a request. */
  missing: MissingResponse[];
  allowedActions: string[];
}

export const toCanvasResponse = ({ missing, updatedAt, ...canvas }: CanvasView): CanvasResponse => ({
  ...canvas,
  updatedAt: updatedAt.toISOString(),
  missing: missing.map(({ name, message }: FieldProblem) => ({ field: name, message })),
});
