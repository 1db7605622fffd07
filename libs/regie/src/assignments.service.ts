import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, newId, type Role } from '#kernel';
import { type Household, HouseholdStory, needsRegisseur, staleHousehold, transitionHousehold, type HouseholdFacts } from '#households';
import { Audit, Outbox, refuseOnConstraint, type Transaction, UnitOfWork } from '#platform';
import { type AssignmentFacts, canBeRegisseur, mayAnswer, mayChangeAssignment, mayPropose, mayProposeThisPerson, transitionAssignment } from './domain/index.js';
import { RegisseurAssignment } from './regisseur-assignment.entity.js';

refuseOnConstraint('one_active_regisseur', 'assignment.already-active', 'Dit gezin heeft al een regisseur.');
refuseOnConstraint('one_open_proposal', 'assignment.already-proposed', 'Er ligt al een voorstel voor dit gezin. Wacht op het antwoord.');

const notFound = (): DomainError => new DomainError('assignment.not-found', 'Dit voorstel bestaat niet, of je mag het niet zien.', { kind: 'not-found' });
const stale = (): DomainError => new DomainError('assignment.stale', 'Dit voorstel is net gewijzigd. Lees het opnieuw.', { kind: 'stale' });

const FACTS: AssignmentFacts = {
  anotherIsActive: false, caseNeedsRegisseur: false, successorAccepted: false, threeWayTalkHeld: false, declineReasonGiven: false,
};
// Starting an intake asks only for the safety check; the other facts belong to later steps.
const INTAKE_FACTS: Omit<HouseholdFacts, 'safetyChecked'> = {
  hasPlan: false, hasActiveRegisseur: true, hasActiveBasis: false, openReferrals: 0, openFundObligations: 0, openPayments: 0, warmHandoverDone: false,
};

const HOUSEHOLD = `SELECT id, municipality_id AS "municipalityId", team_id AS "teamId", state, version, safety_checked_at IS NOT NULL AS "safetyChecked"
  FROM household WHERE id = $1`;
type EndedHousehold = Pick<Household, 'id' | 'municipalityId' | 'teamId' | 'state' | 'version'> & { readonly safetyChecked: boolean };

/** One regisseur per family: propose, accept, decline, end. */
@Injectable()
export class AssignmentsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** A team lead proposes a regisseur. Throws `conflict` when there is a proposal or a regisseur already. */
  propose(actor: Actor, householdId: string, input: { regisseurId: string; note?: string }, version: number): Promise<{ id: string }> {
    return this.work.run(actor, async (tx) => {
      const household = await this.story.hold(tx, householdId);
      assertAllowed(mayPropose(actor, household), 'assignment.propose');
      assertAllowed(mayProposeThisPerson(actor, input.regisseurId), 'assignment.propose-oneself');
      if (household.version !== version) throw staleHousehold();
      await this.requireRegisseur(tx, input.regisseurId, household);
      const [current] = await tx.query(`SELECT FROM regisseur_assignment WHERE household_id = $1 AND state IN ('active', 'handover-planned')`, [householdId]);
      if (current) throw new DomainError('assignment.already-active', 'Dit gezin heeft al een regisseur.', { kind: 'conflict' });
      const id = newId();
      await tx.manager.insert(RegisseurAssignment, {
        id, householdId, municipalityId: actor.municipalityId, regisseurId: input.regisseurId, state: 'proposed',
        proposedBy: actor.userId, proposedAt: tx.now, note: input.note ?? null, version: 1,
      });
      await this.touch(tx, household);
      await this.story.tell(tx, householdId, 'assignment.proposed', 'Een regisseur is voorgesteld.');
      await this.audit.record(tx, { action: 'assignment.proposed', subjectKind: 'assignment', subjectId: id, householdId, details: { regisseurId: input.regisseurId } });
      await this.outbox.add(tx, { kind: 'assignment.proposed', payload: { assignmentId: id } });
      return { id };
    });
  }

  /** The proposed regisseur says yes: from now on the dossier is theirs and the intake starts. */
  accept(actor: Actor, householdId: string, assignmentId: string, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const assignment = await this.hold(tx, householdId, assignmentId, version);
      assertAllowed(mayAnswer(actor, assignment), 'assignment.answer');
      assignment.state = transitionAssignment(transitionAssignment(assignment.state, 'accept', FACTS), 'start', FACTS);
      await this.save(tx, assignment, { state: assignment.state, activeSince: tx.now });
      const household = await this.story.hold(tx, householdId);
      if (household.state === 'waiting-list') {
        const facts = { ...INTAKE_FACTS, safetyChecked: household.safetyCheckedAt !== null };
        household.state = transitionHousehold(household.state, 'start-intake', facts);
      }
      await this.touch(tx, household);
      await this.story.tell(tx, householdId, 'assignment.accepted', 'De regisseur heeft ja gezegd. De intake is gestart.');
      await this.audit.record(tx, { action: 'assignment.accepted', subjectKind: 'assignment', subjectId: assignmentId, householdId });
      await this.outbox.add(tx, { kind: 'assignment.answered', payload: { assignmentId } });
    });
  }

  /** The proposed regisseur says no, with the reason; the family stays on the waiting list. */
  decline(actor: Actor, householdId: string, assignmentId: string, reason: string, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const assignment = await this.hold(tx, householdId, assignmentId, version);
      assertAllowed(mayAnswer(actor, assignment), 'assignment.answer');
      const state = transitionAssignment(assignment.state, 'decline', { ...FACTS, declineReasonGiven: reason.trim() !== '' });
      await this.story.tell(tx, householdId, 'assignment.declined', 'De voorgestelde regisseur kan dit gezin niet aannemen.');
      await this.save(tx, assignment, { state, declineReason: reason });
      await this.audit.record(tx, { action: 'assignment.declined', subjectKind: 'assignment', subjectId: assignmentId, householdId });
      await this.outbox.add(tx, { kind: 'assignment.answered', payload: { assignmentId } });
    });
  }

  /**
   * The team lead ends the regie; the dossier closes for the regisseur and for who stands in. A family in its intake goes
   * back to the waiting list; one that gets help already is not left alone (`refused`: plan a handover).
   */
  end(actor: Actor, householdId: string, assignmentId: string, reason: string, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      // Before the household, as everywhere: two that lock in another order wait for each other.
      const assignment = await this.hold(tx, householdId, assignmentId, version);
      const [household] = await tx.query<EndedHousehold>(HOUSEHOLD, [householdId]);
      if (!household) throw notFound();
      assertAllowed(mayChangeAssignment(actor, 'end', { ...household, regisseurId: assignment.regisseurId }), 'assignment.end');
      const state = transitionAssignment(assignment.state, 'end', { ...FACTS, caseNeedsRegisseur: needsRegisseur(household.state) });
      await this.save(tx, assignment, { state, endedAt: tx.now, endReason: reason });
      if (household.state === 'intake') {
        household.state = transitionHousehold('intake', 'place-on-waiting-list', { ...INTAKE_FACTS, safetyChecked: household.safetyChecked });
      }
      await this.touch(tx, household);
      await this.story.tell(tx, householdId, 'assignment.ended', 'De regisseur is geen regisseur meer van dit gezin.');
      await this.audit.record(tx, { action: 'assignment.ended', subjectKind: 'assignment', subjectId: assignmentId, householdId, details: { regisseurId: assignment.regisseurId } });
      await this.outbox.add(tx, { kind: 'assignment.ended', payload: { assignmentId } });
    });
  }

  private async hold(tx: Transaction, householdId: string, id: string, version: number): Promise<RegisseurAssignment> {
    const assignment = await tx.manager.findOne(RegisseurAssignment, { where: { id, householdId }, lock: { mode: 'pessimistic_write' } });
    if (!assignment) throw notFound();
    if (assignment.version !== version) throw stale();
    return assignment;
  }

  private async save(tx: Transaction, { id, version }: RegisseurAssignment, changes: Partial<RegisseurAssignment>): Promise<void> {
    await tx.manager.update(RegisseurAssignment, { id }, { ...changes, version: version + 1 });
  }

  private async touch(tx: Transaction, { id, state, version }: Pick<Household, 'id' | 'state' | 'version'>): Promise<void> {
    await tx.query('UPDATE household SET state = $2, version = $3 WHERE id = $1', [id, state, version + 1]);
  }

  private async requireRegisseur(tx: Transaction, userId: string, household: Household): Promise<void> {
    const [found] = await tx.query<{ roles: Role[] }>(
      `SELECT array_agg(r.role) AS roles FROM user_role r JOIN app_user u ON u.id = r.user_id AND u.active
       WHERE r.user_id = $1 AND r.municipality_id = $2`,
      [userId, household.municipalityId],
    );
    const person = { userId, municipalityId: household.municipalityId, roles: found?.roles ?? [] };
    const verdict = canBeRegisseur(person, household);
    if (!verdict.allowed) {
      throw new DomainError('assignment.no-regisseur', verdict.message, { kind: 'invalid', fields: [{ name: 'regisseurId', message: verdict.message }] });
    }
  }
}
