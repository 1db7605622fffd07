import { Injectable } from '@nestjs/common';
import { type Actor, allowIf, assertAllowed, DomainError, hasRole, isDomainError, type LocalDate } from '#kernel';
import { Audit, type Transaction, UnitOfWork } from '#platform';
import { AssignmentsService } from '../assignments.service.js';
import type { AssignmentState } from '../domain/index.js';
import { HandoverPlanner } from '../handover/handover-planner.js';
import { CaseloadGate } from './caseload-gate.js';

export interface CaseloadMove {
  readonly reason: string;
  readonly talkOn: LocalDate;
  readonly overrideReason?: string | undefined;
  readonly families: readonly { readonly householdId: string; readonly successorId: string }[];
}

export interface MovedFamily {
  readonly householdId: string;
  readonly outcome: 'planned' | 'refused';
  /** Why it could not, in a sentence. */
  readonly message: string | null;
}

interface Standing {
  readonly regisseurId: string;
  /** Unset: this regisseur has nothing to do with the family. */
  readonly state: AssignmentState | undefined;
}

const OF_MY_TEAM = `SELECT FROM user_role w WHERE w.user_id = $1 AND w.role = 'regisseur' AND w.municipality_id = access.municipality() AND w.team_id = ANY (access.teams())`;
// In one order, so that two who move at once don't wait for each other.
const REGIES = `SELECT household_id AS id, state FROM regisseur_assignment WHERE household_id = ANY ($1::uuid[]) AND regisseur_id = $2
  AND state IN ('proposed', 'active', 'handover-planned') ORDER BY household_id FOR UPDATE`;

const nothingMoved = (families: readonly MovedFamily[]): DomainError =>
  new DomainError('caseload.nothing-moved', 'Er is niets gepland. Kijk bij elk gezin waarom.', {
    kind: 'refused', fields: families.map(({ message }, at) => ({ name: `families.${at}`, message: message ?? '' })),
  });

/**
 * Somebody leaves: a hand-over is planned for each family, and a proposal that they did not answer goes to another, in one transaction. All of it stands or nothing does; a family that
 * can't is named with the reason and keeps its regisseur. Done twice it is done once: who is asked already is not asked again.
 */
@Injectable()
export class CaseloadMoveService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly planner: HandoverPlanner,
    private readonly proposals: AssignmentsService,
    private readonly gate: CaseloadGate,
    private readonly audit: Audit,
  ) {}

  /** Throws `refused` with the reason of each family when none of them could. */
  move(actor: Actor, regisseurId: string, move: CaseloadMove): Promise<MovedFamily[]> {
    return this.work.run(actor, async (tx) => {
      assertAllowed(allowIf(hasRole(actor, 'team-lead'), 'Alleen een teamleider verplaatst de gezinnen van een collega.'), 'caseload.move');
      if ((await tx.query(OF_MY_TEAM, [regisseurId])).length === 0) throw new DomainError('caseload.not-found', 'Deze regisseur werkt niet in jouw team.', { kind: 'not-found' });
      const theirs = await tx.query<{ id: string; state: AssignmentState }>(REGIES, [move.families.map(({ householdId }) => householdId), regisseurId]);
      await this.gate.hold(tx, move.families.map(({ successorId }) => successorId));
      const known = new Map(theirs.map(({ id, state }) => [id, state]));
      const moved: MovedFamily[] = [];
      for (const family of move.families) moved.push(await this.one(tx, family, move, { regisseurId, state: known.get(family.householdId) }));
      const planned = moved.filter(({ outcome }) => outcome === 'planned').length;
      if (planned === 0) throw nothingMoved(moved);
      await this.audit.record(tx, { action: 'caseload.moved', subjectKind: 'user', subjectId: regisseurId, details: { planned, refused: moved.length - planned } });
      return moved;
    });
  }

  private async one(tx: Transaction, { householdId, successorId }: CaseloadMove['families'][number], { reason, talkOn, overrideReason }: CaseloadMove, now: Standing): Promise<MovedFamily> {
    if (!now.state) return { householdId, outcome: 'refused', message: 'Dit gezin heeft deze regisseur niet (meer).' };
    try {
      if (now.state === 'proposed') await this.proposals.passOn(tx, householdId, now.regisseurId, { regisseurId: successorId, note: reason, overrideReason });
      else await this.planner.plan(tx, householdId, { successorId, reason, talkOn, overrideReason });
      return { householdId, outcome: 'planned', message: null };
    } catch (error) {
      // The planner refuses before it writes, so what was planned before stands.
      if (!isDomainError(error)) throw error;
      return { householdId, outcome: 'refused', message: error.message };
    }
  }
}
