import { assertAllowed, DomainError, type LocalDate } from '#kernel';
import { householdNotFound, type HouseholdState, isEnded } from '#households';
import type { Transaction } from '#platform';
import { involvementOf } from '#privacy';
import { mayEditPlan, type PlanRelation } from '../domain/index.js';
import { planOfEndedCase } from './plan-actions.js';

export interface HeldFamily {
  readonly householdId: string;
  readonly municipalityId: string;
  readonly state: HouseholdState;
  readonly reportedOn: LocalDate;
  readonly settings: unknown;
  readonly relation: PlanRelation;
}

export interface HeldPlan extends HeldFamily {
  readonly id: string;
  readonly agreedVersion: number | null;
}

interface Row extends Omit<HeldFamily, 'relation'> {
  readonly reasons: readonly string[];
}

const FAMILY = `SELECT h.id AS "householdId", h.municipality_id AS "municipalityId", h.state, h.reported_on AS "reportedOn",
    (SELECT m.settings FROM municipality m WHERE m.id = h.municipality_id) AS settings,
    ARRAY(SELECT a.reason FROM household_access a WHERE a.household_id = h.id AND a.user_id = $2) AS reasons
  FROM household h WHERE h.id = $1 FOR NO KEY UPDATE OF h`;
const PLAN = 'SELECT id, version, agreed_version AS "agreedVersion" FROM family_plan WHERE household_id = $1 FOR UPDATE';

const noPlan = (): DomainError => new DomainError('plan.not-found', 'Dit gezin heeft nog geen plan. Schrijf eerst een doel op.', { kind: 'not-found' });
export const stalePlan = (): DomainError =>
  new DomainError('plan.stale', 'Iemand anders heeft het plan net gewijzigd. Lees het opnieuw en probeer het dan nog eens.', { kind: 'stale' });

/** Locks the family for who has a task in it. Throws `not-found`, or `conflict` when its case is over. */
export async function holdFamily(tx: Transaction, householdId: string): Promise<HeldFamily> {
  const [row] = await tx.query<Row>(FAMILY, [householdId, tx.actor.userId]);
  const { asRegisseur, hasTask } = involvementOf(row?.reasons ?? []);
  if (!row || !hasTask) throw householdNotFound();
  if (isEnded(row.state)) throw planOfEndedCase();
  return { ...row, relation: { municipalityId: row.municipalityId, actorIsRegisseur: asRegisseur, actorHasTask: hasTask } };
}

/** As `holdFamily`, for the one who writes the plan. Throws `forbidden` for others. */
export async function holdForWriting(tx: Transaction, householdId: string): Promise<HeldFamily> {
  const family = await holdFamily(tx, householdId);
  assertAllowed(mayEditPlan(tx.actor, family.relation), 'plan.edit');
  return family;
}

/** The plan itself, in the version that was read. Throws `stale`. */
export async function holdPlan(tx: Transaction, householdId: string, version: number): Promise<HeldPlan> {
  const family = await holdForWriting(tx, householdId);
  const [plan] = await tx.query<{ id: string; version: number; agreedVersion: number | null }>(PLAN, [householdId]);
  if (!plan) throw noPlan();
  if (plan.version !== version) throw stalePlan();
  return { ...family, id: plan.id, agreedVersion: plan.agreedVersion };
}
