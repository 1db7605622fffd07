import { DomainError, type LocalDate } from '#kernel';
import { refuseOnConstraint, type Transaction } from '#platform';
import type { AssignmentState, HandoverParties, HandoverState } from '../domain/index.js';

refuseOnConstraint('one_open_handover', 'handover.already-planned', 'Er is al een overdracht gepland voor dit gezin.');
refuseOnConstraint('handover_from_active', 'handover.no-active-regisseur', 'Dit gezin heeft nu geen regisseur die het kan overdragen.');
refuseOnConstraint('handover_to_regisseur', 'handover.successor-left', 'De nieuwe regisseur werkt hier niet meer als regisseur. Stop deze overdracht en vraag een ander.');
refuseOnConstraint('handover_over_is_over', 'handover.over', 'Deze overdracht is al klaar of gestopt.');

const notFound = (): DomainError => new DomainError('handover.not-found', 'Deze overdracht bestaat niet, of je mag haar niet zien.', { kind: 'not-found' });
export const staleHandover = (): DomainError => new DomainError('handover.stale', 'Deze overdracht is net gewijzigd. Lees haar opnieuw.', { kind: 'stale' });

export interface HeldHandover extends HandoverParties {
  readonly id: string;
  readonly householdId: string;
  readonly state: HandoverState;
  readonly talkOn: LocalDate;
  readonly talkHeldOn: LocalDate | null;
  readonly urgentBy: string | null;
  readonly regisseurConfirmedBy: string | null;
  readonly successorConfirmedBy: string | null;
  readonly version: number;
}

// The successor sees the family's row only while the question stands, and still hears that a hand-over was stopped.
const HOLD = `SELECT v.id, v.household_id AS "householdId", v.municipality_id AS "municipalityId", h.team_id AS "teamId", v.regisseur_id AS "regisseurId",
    v.successor_id AS "successorId", v.state, v.talk_on AS "talkOn", v.talk_held_on AS "talkHeldOn", v.urgent_by AS "urgentBy",
    v.regisseur_confirmed_by AS "regisseurConfirmedBy", v.successor_confirmed_by AS "successorConfirmedBy", v.version,
    EXISTS (SELECT FROM household_access a WHERE a.household_id = v.household_id AND a.user_id = access.user_id()
      AND a.reason IN ('regisseur', 'substitute')) AS "actorWorksOnIt"
  FROM handover v LEFT JOIN household h ON h.id = v.household_id WHERE v.id = $2 AND v.household_id = $1 FOR UPDATE OF v`;

/** Locks one hand-over as the actor may see it. Throws `not-found`. */
export async function holdHandover(tx: Transaction, householdId: string, id: string): Promise<HeldHandover> {
  const [held] = await tx.query<HeldHandover>(HOLD, [householdId, id]);
  if (!held) throw notFound();
  return held;
}

export interface HeldRegie {
  readonly assignmentId: string;
  readonly regisseurId: string;
  readonly municipalityId: string;
  readonly teamId: string | null;
  readonly state: AssignmentState;
  readonly version: number;
}

const REGIE = `SELECT r.id AS "assignmentId", r.regisseur_id AS "regisseurId", r.municipality_id AS "municipalityId", h.team_id AS "teamId", r.state, r.version
  FROM regisseur_assignment r JOIN household h ON h.id = r.household_id
  WHERE r.household_id = $1 AND r.state IN ('active', 'handover-planned') FOR UPDATE OF r`;

/** Locks the regie of a family as who may hand it over. Throws `not-found`. */
export async function holdRegie(tx: Transaction, householdId: string): Promise<HeldRegie> {
  const [held] = await tx.query<HeldRegie>(REGIE, [householdId]);
  if (!held) throw new DomainError('handover.no-regie', 'Dit gezin heeft geen regisseur, of je mag het niet zien.', { kind: 'not-found' });
  return held;
}
