import { Injectable } from '@nestjs/common';
import { type Actor, type Cents, type FieldProblem } from '#kernel';
import { UnitOfWork } from '#platform';
import { canvasNotFound } from './canvases.service.js';
import { avoidedCosts, canvasGaps, type CanvasContent, mayWriteCanvas } from './domain/index.js';

export interface CanvasView extends CanvasContent {
  readonly id: string;
  readonly householdId: string;
  readonly updatedAt: Date;
  readonly version: number;
  /** Going on as now minus breaking through; null when one of both is unknown. */
  readonly avoidedCostsCents: Cents | null;
  /** What is still to fill in before the fund takes a request. */
  readonly missing: FieldProblem[];
  readonly allowedActions: string[];
}

/** The content of canvas `c` as one JSON value, in the names of the API. */
export const CANVAS_CONTENT = `jsonb_build_object(
  'perspective', c.perspective, 'obstacles', c.obstacles, 'needed', c.needed, 'ownContribution', c.own_contribution,
  'whoDoesWhat', c.who_does_what, 'whoPays', c.who_pays, 'costMuddlingOnCents', c.cost_muddling_on_cents,
  'costBreakingThroughCents', c.cost_breaking_through_cents, 'reviewOn', c.review_on,
  'legalRoom', jsonb_build_object('effect', '', 'basicValues', '', 'longTerm', '', 'law', '') || c.legal_room,
  'values', jsonb_build_object('legitimacy', '', 'involvement', '', 'return', '') || c.value_triangle)`;

const CANVAS = {
  name: 'canvas',
  text: `WITH found AS (SELECT * FROM canvas WHERE id = $1),
    seen AS (
      INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, request_id)
      SELECT municipality_id, $2::uuid, $3::uuid, 'canvas.read', 'canvas', id, household_id, $4 FROM found)
    SELECT c.id, c.household_id AS "householdId", c.updated_at AS "updatedAt", c.version, ${CANVAS_CONTENT} AS content,
      EXISTS (SELECT FROM household_access a WHERE a.household_id = c.household_id AND a.user_id = $2::uuid
        AND a.reason IN ('regisseur', 'substitute')) AS "actorIsRegisseur"
    FROM found c`,
};

interface CanvasRow {
  readonly id: string;
  readonly householdId: string;
  readonly updatedAt: Date;
  readonly version: number;
  readonly content: CanvasContent;
  readonly actorIsRegisseur: boolean;
}

@Injectable()
export class CanvasesQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** One canvas; that it was read is in the audit. Throws `not-found`. */
  async get(actor: Actor, id: string): Promise<CanvasView> {
    const [row] = await this.work.read<CanvasRow>(actor, CANVAS, [id, actor.userId, actor.organisationId, actor.requestId ?? null]);
    if (!row) throw canvasNotFound();
    const { content, actorIsRegisseur, ...head } = row;
    const writable = mayWriteCanvas(actor, { municipalityId: actor.municipalityId, actorIsRegisseur }).allowed;
    return {
      ...head, ...content,
      avoidedCostsCents: avoidedCosts(content),
      missing: [...canvasGaps(content)],
      allowedActions: writable ? ['edit', 'request-fund'] : [],
    };
  }
}
