import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, newId } from '#kernel';
import { type Household, HouseholdStory, needsRegisseur, NO_FACTS, staleHousehold, transitionHousehold, type HouseholdFacts } from '#households';
import { Audit, Outbox, refuseOnConstraint, type Transaction, UnitOfWork } from '#platform';
import { CaseloadGate } from './caseload/caseload-gate.js';
import { type AssignmentFacts, type AssignmentState, isRegisseurNow, mayAnswer, mayChangeAssignment, mayPropose, mayProposeThisPerson, transitionAssignment } from './domain/index.js';
import { requireRegisseur } from './regisseur-check.js';
import { RegisseurAssignment } from './regisseur-assignment.entity.js';

refuseOnConstraint('one_active_regisseur', 'assignment.already-active', 'Dit gezin heeft al een regisseur.');
refuseOnConstraint('one_open_proposal', 'assignment.already-proposed', 'Er ligt al een voorstel voor dit gezin. Wacht op het antwoord.');

const notFound = (): DomainError => new DomainError('assignment.not-found', 'Dit voorstel bestaat niet, of je mag het niet zien.', { kind: 'not-found' });
const stale = (): DomainError => new DomainError('assignment.stale', 'Dit voorstel is net gewijzigd. Lees het opnieuw.', { kind: 'stale' });

const FACTS: AssignmentFacts = {
  anotherIsActive: false, caseNeedsRegisseur: false, successorAccepted: false, threeWayTalkHeld: false, switchedUrgently: false, declineReasonGiven: false,
};
// Starting an intake asks only for the safety check; the other facts belong to later steps.
const INTAKE_FACTS: Omit<HouseholdFacts, 'safetyChecked'> = {
  ...NO_FACTS, hasActiveRegisseur: true,
};

const HOUSEHOLD = `SELECT id, municipality_id AS "municipalityId", team_id AS "teamId", state, version, safety_checked_at IS NOT NULL AS "safetyChecked"
  FROM household WHERE id = $1 FOR NO KEY UPDATE`;
type EndedHousehold = Pick<Household, 'id' | 'municipalityId' | 'teamId' | 'state' | 'version'> & { readonly safetyChecked: boolean };

export interface NewProposal {
  readonly regisseurId: string;
  readonly note?: string;
  /** Why this regisseur can have a family above the band of the team. */
  readonly overrideReason?: string;
}

const STANDING = `SELECT state FROM regisseur_assignment WHERE household_id = $1 AND state IN ('proposed', 'accepted', 'active', 'handover-planned') ORDER BY state LIMIT 1`;

const WITHDRAW = `UPDATE regisseur_assignment SET state = $3, ended_at = $4, version = version + 1
  WHERE household_id = $1 AND regisseur_id = $2 AND state = 'proposed' RETURNING id`;

/** One regisseur per family: propose, accept, decline, end. */
@Injectable()
export class AssignmentsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly gate: CaseloadGate,
  ) {}

  /** A team lead proposes a regisseur. Throws `conflict` when there is a proposal or a regisseur already. */
  propose(actor: Actor, householdId: string, input: NewProposal, version: number): Promise<{ id: string }> {
    return this.work.run(actor, async (tx) => {
      const household = await this.story.hold(tx, householdId);
      this.checkProposer(actor, household, input);
      // Who comes second hears what happened before they hear that they read an old version.
      await this.requireNobody(tx, householdId);
      if (household.version !== version) throw staleHousehold();
      return { id: await this.ask(tx, household, input, 'Een regisseur is voorgesteld.') };
    });
  }

  /**
   * The proposal to somebody who leaves goes to another, inside the transaction of who moves a caseload. Everything is checked
   * before anything is written. Throws `conflict` when it was answered meanwhile.
   */
  async passOn(tx: Transaction, householdId: string, from: string, input: NewProposal): Promise<void> {
    const household = await this.story.hold(tx, householdId);
    this.checkProposer(tx.actor, household, input);
    await this.ask(tx, household, input, 'Een andere regisseur is voorgesteld.', async () => {
      const state = transitionAssignment('proposed', 'withdraw-proposal', FACTS);
      const withdrawn = await tx.query(WITHDRAW, [householdId, from, state, tx.now]);
      if (withdrawn.length === 0) throw new DomainError('assignment.answered', 'Dit voorstel is net beantwoord. Kijk opnieuw.', { kind: 'conflict' });
    });
  }

  private checkProposer(actor: Actor, household: Household, { regisseurId }: NewProposal): void {
    assertAllowed(mayPropose(actor, household), 'assignment.propose');
    assertAllowed(mayProposeThisPerson(actor, regisseurId), 'assignment.propose-oneself');
  }

  private async ask(tx: Transaction, household: Household, input: NewProposal, tells: string, first?: () => Promise<void>): Promise<string> {
    const householdId = household.id;
    await requireRegisseur(tx, input.regisseurId, household, 'regisseurId');
    const id = newId();
    const overrideReason = await this.gate.pass(tx, 'assignment', { id, householdId, regisseurId: input.regisseurId, overrideReason: input.overrideReason });
    await first?.();
    await tx.manager.insert(RegisseurAssignment, {
      id, householdId, municipalityId: tx.actor.municipalityId, regisseurId: input.regisseurId, state: 'proposed',
      proposedBy: tx.actor.userId, proposedAt: tx.now, note: input.note ?? null, overrideReason, version: 1,
    });
    await this.touch(tx, household);
    await this.story.tell(tx, householdId, 'assignment.proposed', tells);
    await this.audit.record(tx, { action: 'assignment.proposed', subjectKind: 'assignment', subjectId: id, householdId, details: { regisseurId: input.regisseurId } });
    await this.outbox.add(tx, { kind: 'assignment.proposed', payload: { assignmentId: id } });
    return id;
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

  private async requireNobody(tx: Transaction, householdId: string): Promise<void> {
    const [standing] = await tx.query<{ state: AssignmentState }>(STANDING, [householdId]);
    if (!standing) return;
    if (isRegisseurNow(standing.state)) throw new DomainError('assignment.already-active', 'Dit gezin heeft al een regisseur.', { kind: 'conflict' });
    throw new DomainError('assignment.already-proposed', 'Er ligt al een voorstel voor dit gezin. Wacht op het antwoord.', { kind: 'conflict' });
  }
}
