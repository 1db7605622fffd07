import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, localDateOf, newId, refuseInvalid } from '#kernel';
import { HouseholdStory } from '#households';
import { Audit, Outbox, refuseOnConstraint, type Transaction, UnitOfWork } from '#platform';
import { type CaseReviewAction, caseReviewProblems, type CaseReviewState, composition, labelOf, mayPlanCaseReview, transitionCaseReview } from '../domain/index.js';
import { holdFamilyOfReview, NOBODY, refuseNames } from './case-review-family.js';
import { announceCaseReview } from './case-review-news.js';

refuseOnConstraint('case_review_family_once', 'case-review.family-once', 'Dit gezin staat al op de lijst van deze casuïstiek.');
refuseOnConstraint('case_review_label_once', 'case-review.label-taken', 'Iemand anders bracht op dit moment ook een gezin in. Probeer het nog eens.');

export interface NewCaseReview {
  readonly plannedAt: Date;
  readonly title: string;
  readonly participantIds: readonly string[];
}

export interface FamilyTexts {
  readonly situation: string;
  readonly question: string;
}

const ADD = `INSERT INTO case_review (id, municipality_id, organised_by, planned_at, title, state) VALUES ($1, $2, $3, $4, $5, 'planned')`;
const INVITE = 'INSERT INTO case_review_participant (review_id, user_id, municipality_id) SELECT $1, u, $3 FROM unnest($2::uuid[]) AS u';
const COLLEAGUES = 'SELECT u AS id FROM unnest($1::uuid[]) AS u WHERE access.may_take_part(u)';
const HOLD = `SELECT r.state, r.version, r.title, r.planned_at AS "plannedAt", r.organised_by AS "organisedBy", access.families_in_review(r.id) AS families FROM case_review r WHERE r.id = $1`;
const LOCK = `${HOLD} FOR UPDATE OF r`;
const BRING_IN = `INSERT INTO case_review_family (id, review_id, household_id, municipality_id, label, presented_by, composition, situation, question)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const HOLD_FAMILY = `SELECT f.household_id AS "householdId", f.version, f.presented_by AS "presentedBy" FROM case_review_family f WHERE f.id = $1 AND f.review_id = $2`;
const REWRITE = `UPDATE case_review_family SET situation = $2, question = $3, outcome = $4, version = version + 1 WHERE id = $1 AND version = $5 RETURNING id`;
const MOVE = 'UPDATE case_review SET state = $2, version = version + 1 WHERE id = $1';

interface Held {
  readonly state: CaseReviewState;
  readonly version: number;
  readonly title: string;
  readonly plannedAt: Date;
  readonly organisedBy: string;
  /** Null for who does not take part. */
  readonly families: number | null;
}

export const caseReviewNotFound = (): DomainError => new DomainError('case-review.not-found', 'Deze casuïstiek bestaat niet, of je doet er niet aan mee.', { kind: 'not-found' });
const stale = (): DomainError => new DomainError('case-review.stale', 'Dit is net gewijzigd. Lees het opnieuw.', { kind: 'stale' });
const otherPresenter = (): DomainError => new DomainError('case-review.presenter', 'Alleen wie dit gezin inbracht, schrijft erover.', { kind: 'forbidden' });

/** Colleagues think along about a family without knowing which one it is. */
@Injectable()
export class CaseReviewsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  plan(actor: Actor, input: NewCaseReview): Promise<{ id: string }> {
    return this.work.run(actor, async (tx) => {
      assertAllowed(mayPlanCaseReview(actor), 'case-review.plan');
      const colleagues = await tx.query<{ id: string }>(COLLEAGUES, [input.participantIds]);
      refuseInvalid('case-review.invalid', caseReviewProblems(input, colleagues.map(({ id }) => id), tx.now));
      refuseNames({ title: input.title }, NOBODY);
      const id = newId();
      await tx.query(ADD, [id, actor.municipalityId, actor.userId, input.plannedAt, input.title.trim()]);
      await tx.query(INVITE, [id, [...new Set([actor.userId, ...input.participantIds])], actor.municipalityId]);
      await this.audit.record(tx, { action: 'case-review.planned', subjectKind: 'case-review', subjectId: id, details: { participants: input.participantIds.length } });
      await announceCaseReview(this.outbox, tx, id, input.plannedAt);
      return { id };
    });
  }

  /** The others see roles, age bands and these two texts, under a letter that means nothing elsewhere. */
  bringIn(actor: Actor, reviewId: string, householdId: string, texts: FamilyTexts): Promise<{ id: string }> {
    return this.work.run(actor, async (tx) => {
      // First the family and then the review, as everywhere.
      const family = await holdFamilyOfReview(tx, actor, householdId);
      const held = await this.hold(tx, reviewId, 'bring-in');
      refuseNames({ title: held.title, situation: texts.situation, question: texts.question }, family);
      const id = newId();
      const shown = composition(family.people.filter(({ present }) => present), localDateOf(tx.now));
      await tx.query(BRING_IN, [id, reviewId, householdId, actor.municipalityId, labelOf(held.families ?? 0), actor.userId, JSON.stringify(shown), texts.situation.trim(), texts.question.trim()]);
      await this.story.tell(tx, householdId, 'case-review.brought-in', 'Het gezin is zonder naam ingebracht in een casuïstiek.');
      await this.audit.record(tx, { action: 'case-review.brought-in', subjectKind: 'case-review', subjectId: reviewId, householdId });
      return { id };
    });
  }

  /** `outcome`: what the colleagues advised. Throws `refused` when a text tells which family it is. */
  rewrite(actor: Actor, reviewId: string, familyId: string, texts: FamilyTexts & { readonly outcome?: string | null }, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const [row] = await tx.query<{ householdId: string; version: number; presentedBy: string }>(HOLD_FAMILY, [familyId, reviewId]);
      if (!row) throw caseReviewNotFound();
      const family = await holdFamilyOfReview(tx, actor, row.householdId);
      if (row.presentedBy !== actor.userId) throw otherPresenter();
      await this.hold(tx, reviewId, 'rewrite', false);
      refuseNames({ situation: texts.situation, question: texts.question, outcome: texts.outcome }, family);
      const changed = await tx.query(REWRITE, [familyId, texts.situation.trim(), texts.question.trim(), texts.outcome?.trim() || null, version]);
      if (changed.length === 0) throw stale();
      await this.audit.record(tx, { action: 'case-review.rewritten', subjectKind: 'case-review', subjectId: reviewId, householdId: row.householdId });
    });
  }

  /** It took place, or it does not go on. By who organises it. */
  move(actor: Actor, reviewId: string, action: 'hold' | 'cancel', version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const held = await this.hold(tx, reviewId, action);
      if (held.version !== version) throw stale();
      await tx.query(MOVE, [reviewId, held.next]);
      await this.audit.record(tx, { action: `case-review.${held.next}`, subjectKind: 'case-review', subjectId: reviewId });
      if (action === 'cancel') await this.outbox.add(tx, { kind: 'case-review.cancelled', payload: { reviewId } });
    });
  }

  /** Row-level security lets only the organiser lock it for a change of itself. */
  private async hold(tx: Transaction, id: string, action: CaseReviewAction, lock = action === 'hold' || action === 'cancel'): Promise<Held & { readonly next: CaseReviewState }> {
    const [seen] = await tx.query<Held>(HOLD, [id]);
    if (!seen) throw caseReviewNotFound();
    if (lock && seen.organisedBy !== tx.actor.userId) throw new DomainError('case-review.organiser', 'Alleen wie deze casuïstiek plande, doet dit.', { kind: 'forbidden' });
    const [held] = lock ? await tx.query<Held>(LOCK, [id]) : [seen];
    if (!held) throw caseReviewNotFound();
    return { ...held, next: transitionCaseReview(held.state, action, { plannedAt: held.plannedAt, now: tx.now }) };
  }
}
