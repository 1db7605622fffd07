import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, type LocalDate, localDateOf, newId, refuseInvalid } from '#kernel';
import { HouseholdStory } from '#households';
import { Audit, type Transaction, UnitOfWork } from '#platform';
import { type Authority, type KnownMember, remindAt } from '#privacy';
import { RemindersService } from '#reminders';
import { agreementProblems, type PlanAgreement, type PlanSnapshot, reviewProblems } from '../domain/index.js';
import { type HeldPlan, holdPlan } from './held-plan.js';
import { SNAPSHOT } from './plan-snapshot.sql.js';

const PEOPLE = `SELECT id, role, birth_date AS "birthDate" FROM household_member WHERE household_id = $1 AND left_on IS NULL`;
const AUTHORITY = `SELECT child_id AS "childId", adult_id AS "adultId", has_authority AS "hasAuthority" FROM parental_authority WHERE household_id = $1`;
const KEEP = `INSERT INTO plan_version (id, household_id, municipality_id, number, snapshot, agreed_by, agreed_on, how, reservations, recorded_by, recorded_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;
const AGREE = 'UPDATE family_plan SET agreed_version = $2, review_on = $3, version = version + 1 WHERE id = $1';
const REVIEW = 'UPDATE family_plan SET review_on = $2, version = version + 1 WHERE id = $1';
const REGISSEUR = `SELECT regisseur_id AS id FROM regisseur_assignment WHERE household_id = $1 AND state IN ('active', 'handover-planned')`;

const noGoal = (): DomainError => new DomainError('plan.no-goal', 'In dit plan staat nog geen doel. Schrijf er eerst een op met het gezin.', {
  kind: 'refused', fields: [{ name: 'goals', message: 'Er is nog geen doel.' }],
});

/** What the family agrees to is kept as it was: a version that nobody changes any more. */
@Injectable()
export class PlanAgreementsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly story: HouseholdStory,
    private readonly reminders: RemindersService,
    private readonly audit: Audit,
  ) {}

  /** Throws `stale` when the plan is no longer the one that was read, `refused` without an open goal, `invalid` about who said yes. */
  agree(actor: Actor, householdId: string, input: PlanAgreement, version: number): Promise<{ number: number }> {
    return this.work.run(actor, async (tx) => {
      const plan = await holdPlan(tx, householdId, version);
      const members = await tx.query<KnownMember>(PEOPLE, [householdId]);
      const authority = await tx.query<Authority>(AUTHORITY, [householdId]);
      refuseInvalid('plan-agreement.invalid', agreementProblems(input, { today: localDateOf(tx.now), reportedOn: plan.reportedOn, members, authority }));
      const [{ snapshot } = { snapshot: null }] = await tx.query<{ snapshot: PlanSnapshot | null }>(SNAPSHOT, [householdId]);
      if (!snapshot?.goals.some(({ state }) => state === 'open')) throw noGoal();
      const number = (plan.agreedVersion ?? 0) + 1;
      const id = newId();
      await tx.query(KEEP, [
        id, householdId, actor.municipalityId, number, JSON.stringify(snapshot), keptYeses(input), input.agreedOn, input.how,
        input.reservations?.trim() || null, actor.userId, tx.now,
      ]);
      await tx.query(AGREE, [plan.id, number, input.reviewOn]);
      await this.remind(tx, plan, input.reviewOn);
      await this.story.tell(tx, householdId, 'plan.agreed', 'Het gezin heeft ja gezegd tegen het gezinsplan.');
      await this.audit.record(tx, { action: 'plan.agreed', subjectKind: 'family-plan', subjectId: plan.id, householdId, details: { number, yeses: input.agreedBy.length } });
      return { number };
    });
  }

  /** Another day to look at the plan again. */
  review(actor: Actor, householdId: string, reviewOn: LocalDate, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const plan = await holdPlan(tx, householdId, version);
      refuseInvalid('plan.invalid', reviewProblems(reviewOn, localDateOf(tx.now)));
      await tx.query(REVIEW, [plan.id, reviewOn]);
      await this.remind(tx, plan, reviewOn);
      await this.story.tell(tx, householdId, 'plan.review-set', 'Er is een dag gekozen om het gezinsplan te bespreken.');
      await this.audit.record(tx, { action: 'plan.review-set', subjectKind: 'family-plan', subjectId: plan.id, householdId });
    });
  }

  /** For the regisseur, also when a substitute writes it down. */
  private async remind(tx: Transaction, { id, householdId }: HeldPlan, reviewOn: LocalDate): Promise<void> {
    await this.reminders.dropAbout(tx, id, 'plan-review-due');
    const [regisseur] = await tx.query<{ id: string }>(REGISSEUR, [householdId]);
    const about = { householdId, userId: regisseur?.id ?? tx.actor.userId, subjectId: id, title: 'Bespreek met het gezin hoe het plan loopt.' };
    await this.reminders.remindLater(tx, { ...about, kind: 'plan-review-due', dueAt: remindAt(reviewOn) });
  }
}

const keptYeses = ({ agreedBy }: PlanAgreement): string =>
  JSON.stringify(agreedBy.map(({ forMemberId, memberId, name, capacity }) => ({ forMemberId, ...(memberId ? { memberId } : { name: name?.trim() }), capacity })));
