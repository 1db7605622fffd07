import { Injectable } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Clock, UnitOfWork } from '#platform';
import { allowedCaseReviewTransitions, type CaseReviewAction, type CaseReviewState, type PseudonymousMember } from '../domain/index.js';
import { caseReviewNotFound } from './case-reviews.service.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface ReviewedFamily {
  readonly id: string;
  /** 'A': means nothing outside this review. */
  readonly label: string;
  readonly composition: readonly PseudonymousMember[];
  readonly situation: string;
  readonly question: string;
  readonly outcome: string | null;
  /** Only for who works with this family: which one it is. */
  readonly own: { readonly household: Named & { readonly caseNumber: string }; readonly version: number; readonly mayWrite: boolean } | null;
}

export interface CaseReviewView {
  readonly id: string;
  readonly plannedAt: string;
  readonly title: string;
  readonly state: CaseReviewState;
  readonly organisedBy: string;
  readonly participants: readonly string[];
  readonly families: readonly ReviewedFamily[];
  readonly version: number;
  readonly allowedActions: readonly CaseReviewAction[];
}

type Row = Omit<CaseReviewView, 'plannedAt' | 'allowedActions'> & { readonly plannedAt: Date; readonly isOrganiser: boolean };

// What stands beside 'own' comes under row-level security: whoever does not work with the family gets null there.
const ONE = {
  name: 'case-review',
  text: `WITH one AS (SELECT r.* FROM case_review r WHERE r.id = $1),
    seen AS (INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, request_id)
      SELECT one.municipality_id, access.user_id(), access.organisation(), 'case-review.read', 'case-review', one.id, $2 FROM one)
    SELECT one.id, one.planned_at AS "plannedAt", one.title, one.state, one.version, one.organised_by = access.user_id() AS "isOrganiser",
      (SELECT u.name FROM app_user u WHERE u.id = one.organised_by) AS "organisedBy",
      ARRAY(SELECT u.name FROM case_review_participant p JOIN app_user u ON u.id = p.user_id WHERE p.review_id = one.id ORDER BY 1) AS participants,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', f.id, 'label', f.label, 'composition', f.composition, 'situation', f.situation, 'question', f.question, 'outcome', f.outcome,
          'own', CASE WHEN h.id IS NOT NULL THEN jsonb_build_object('household', jsonb_build_object('id', h.id, 'name', h.name, 'caseNumber', h.case_number),
            'version', x.version, 'mayWrite', x.presented_by = access.user_id()) END) ORDER BY length(f.label), f.label)
        FROM access.in_case_review(one.id) f LEFT JOIN case_review_family x ON x.id = f.id LEFT JOIN household h ON h.id = x.household_id), '[]') AS families
    FROM one`,
};
const COLLEAGUES = {
  name: 'case-review-colleagues',
  text: `SELECT DISTINCT u.id, u.name FROM user_role r JOIN app_user u ON u.id = r.user_id
    WHERE r.municipality_id = access.municipality() AND u.id <> access.user_id() AND access.may_take_part(u.id) ORDER BY u.name`,
};

@Injectable()
export class CaseReviewsQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async get(actor: Actor, id: string): Promise<CaseReviewView> {
    const [row] = await this.work.read<Row>(actor, ONE, [id, actor.requestId ?? null]);
    if (!row) throw caseReviewNotFound();
    const { isOrganiser, plannedAt, ...review } = row;
    const may = allowedCaseReviewTransitions(review.state, { plannedAt, now: this.clock.now() })
      .filter((action) => (action === 'hold' || action === 'cancel' ? isOrganiser : actor.roles.some((role) => role === 'regisseur' || role === 'case-worker')));
    return { ...review, plannedAt: plannedAt.toISOString(), allowedActions: may };
  }

  /** Who can take part: those who work with families in the same team or organisation. */
  colleagues(actor: Actor): Promise<Named[]> {
    return this.work.read<Named>(actor, COLLEAGUES);
  }
}
