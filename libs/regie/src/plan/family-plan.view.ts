import { type Actor, addMonths, ageOn, hasRole, type LocalDate } from '#kernel';
import { displayName, type HouseholdState, isEnded, type MemberRole } from '#households';
import { type GateAgreement, type GateBasis, type GateRelease, involvementOf, type SharingFacts, WHOSE_YES, whoseYes, type WhoseYes } from '#privacy';
import {
  changeText, type GoalMove, goal, mayEditPlan, mayTickOff, type Phase, phaseModel, planAction, planChanges, planNextStep, type PlanActionMove, type PlanActionOrigin,
  type PlanNextStep, type PlanRelation, reviewMonths, type Scheme, schemeCatalogue, type SchemeStand, type SnapshotAction, type SnapshotGoal,
} from '../domain/index.js';
import { whyClosed } from './organisation-gate.js';
import { type AgreementView, agreementView, type VersionRow } from './plan-version.view.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface FamilyPlanRow {
  readonly id: string;
  readonly municipality_id: string;
  readonly household: { readonly id: string; readonly caseNumber: string; readonly name: string; readonly state: HouseholdState };
  readonly plan: { readonly id: string; readonly version: number; readonly agreedVersion: number | null; readonly reviewOn: LocalDate | null } | null;
  readonly reasons: readonly string[];
  readonly settings: unknown;
  readonly teamId: string;
  readonly goals: readonly (SnapshotGoal & { readonly version: number })[];
  readonly actions: readonly (SnapshotAction & { readonly ownerId: string | null; readonly origin: PlanActionOrigin; readonly version: number })[];
  readonly members: SharingFacts['members'];
  readonly phases: readonly { phase: string; name: string; since: LocalDate; reason: string; by: string }[];
  readonly schemes: readonly (SchemeStand & { readonly code: string; readonly version: number })[];
  readonly organisations: readonly (Named & { readonly hasOpenReferral: boolean })[];
  readonly colleagues: Named[];
  readonly agreed: VersionRow | null;
  readonly regisseur: string | null;
  readonly bases: readonly GateBasis[];
  readonly agreements: readonly GateAgreement[];
  readonly releases: readonly GateRelease[];
}

export interface GoalView extends SnapshotGoal {
  readonly version: number;
  readonly allowedActions: GoalMove[];
}

export interface ActionView extends SnapshotAction {
  readonly ownerId: string | null;
  readonly origin: PlanActionOrigin;
  readonly late: boolean;
  /** Why whoever owns it can no longer do it; null when all is well. */
  readonly leansOnNothing: string | null;
  readonly version: number;
  readonly allowedActions: PlanActionMove[];
}

export interface FamilyPlanView {
  readonly household: FamilyPlanRow['household'];
  /** 0: there is no plan yet. */
  readonly version: number;
  readonly nextStep: PlanNextStep;
  readonly reviewOn: LocalDate | null;
  /** What the municipality proposes for the next review. */
  readonly proposedReviewOn: LocalDate;
  readonly goals: GoalView[];
  readonly actions: ActionView[];
  readonly agreement: AgreementView | null;
  /** What is different from what the family agreed to. */
  readonly changes: string[];
  readonly phase: { readonly model: string; readonly phases: Phase[]; readonly current: string | null; readonly history: FamilyPlanRow['phases'][number][] };
  readonly schemes: (Scheme & SchemeStand & { readonly version: number })[];
  readonly owners: { readonly colleagues: Named[]; readonly members: Named[]; readonly organisations: (Named & { readonly closed: string | null })[] };
  readonly members: (Named & { readonly role: MemberRole; readonly adult: boolean; readonly whoDecides: WhoseYes; readonly whoDecidesText: string })[];
  readonly allowedActions: string[];
}

export const relationOf = ({ municipality_id: municipalityId, reasons }: Pick<FamilyPlanRow, 'municipality_id' | 'reasons'>, actor: Actor): PlanRelation => {
  const { asRegisseur, hasTask } = involvementOf(reasons);
  return { municipalityId, actorIsRegisseur: asRegisseur && hasRole(actor, 'regisseur'), actorHasTask: hasTask };
};

const UNKNOWN: SchemeStand & { version: number } = { state: 'to-look-at', since: null, reason: null, version: 0 };

/** Everything on the page of the plan, with what this reader may do with it. */
export function familyPlanView(row: FamilyPlanRow, actor: Actor, today: LocalDate): FamilyPlanView {
  const relation = relationOf(row, actor);
  const writable = !isEnded(row.household.state) && mayEditPlan(actor, relation).allowed;
  const changes = row.agreed ? planChanges(row.agreed.snapshot, row).map(changeText) : [];
  const { phases } = row;
  const model = phaseModel(row.settings);
  return {
    household: row.household,
    version: row.plan?.version ?? 0,
    nextStep: planNextStep({ ...row, agreedVersion: row.plan?.agreedVersion ?? null, changes: changes.length, reviewOn: row.plan?.reviewOn ?? null }, today),
    reviewOn: row.plan?.reviewOn ?? null,
    proposedReviewOn: addMonths(today, reviewMonths(row.settings)),
    goals: row.goals.map((one) => ({ ...one, allowedActions: writable ? goal.allowedTransitions(one.state, { reason: 'given later' }) : [] })),
    actions: actionsView(row, actor, today),
    agreement: row.agreed && agreementView(row.agreed, namesOf(row)),
    changes,
    phase: { model: model.name, phases: [...model.phases], current: phases[0]?.phase ?? null, history: [...phases] },
    schemes: schemeCatalogue(row.settings).map((scheme) => ({ ...scheme, ...UNKNOWN, ...row.schemes.find(({ code }) => code === scheme.code) })),
    owners: { colleagues: row.colleagues, members: namesOf(row), organisations: organisationsView(row, today) },
    members: row.members.map((member) => {
      const whoDecides = whoseYes('help-agreement', member.birthDate, today);
      return { id: member.id, name: displayName(member), role: member.role, adult: ageOn(member.birthDate, today) >= 18, whoDecides, whoDecidesText: WHOSE_YES[whoDecides] };
    }),
    allowedActions: writable ? ['edit', ...(row.goals.some(({ state }) => state === 'open') ? ['agree'] : []), ...(row.plan ? ['export'] : [])] : [],
  };
}

const namesOf = ({ members }: FamilyPlanRow): Named[] => members.map((member) => ({ id: member.id, name: displayName(member) }));

const organisationsView = ({ organisations, ...facts }: FamilyPlanRow, today: LocalDate): (Named & { closed: string | null })[] =>
  organisations.map(({ id, name, hasOpenReferral }) => ({ id, name, closed: whyClosed({ ...facts, organisation: { id, name }, hasOpenReferral }, today) }));

function actionsView(row: FamilyPlanRow, actor: Actor, today: LocalDate): ActionView[] {
  const relation = relationOf(row, actor);
  const ended = isEnded(row.household.state);
  const goneOwner = whoIsGone(row, today);
  const mayMove = (move: PlanActionMove, ownerUserId: string | null): boolean =>
    !ended && (move === 'drop' ? mayEditPlan(actor, relation) : mayTickOff(actor, relation, ownerUserId)).allowed;
  return row.actions.map((one) => ({
    ...one,
    late: one.state === 'open' && one.dueOn < today,
    leansOnNothing: one.state === 'open' ? goneOwner(one) : null,
    allowedActions: planAction.allowedTransitions(one.state, { reason: 'given later' }).filter((move) => mayMove(move, one.ownerKind === 'user' ? one.ownerId : null)),
  }));
}

/** Why whoever owns an action can no longer do it; null when all is well. A team lead reads no bases, so there the gate is not asked. */
function whoIsGone(row: FamilyPlanRow, today: LocalDate): (action: FamilyPlanRow['actions'][number]) => string | null {
  const closed = new Map(row.reasons.length === 0 ? [] : organisationsView(row, today).map((one) => [one.id, one.closed]));
  const isIn = (people: readonly { readonly id: string }[], id: string | null): boolean => people.some((one) => one.id === id);
  return ({ ownerKind, ownerId, owner }) => {
    switch (ownerKind) {
      case 'organisation':
        return closed.get(ownerId ?? '') ?? null;
      case 'user':
        return isIn(row.colleagues, ownerId) ? null : `${owner} werkt niet meer met dit gezin. Kies een ander.`;
      case 'member':
        return isIn(row.members, ownerId) ? null : `${owner} hoort niet meer bij dit gezin. Kies een ander.`;
      case 'network':
        return null;
    }
  };
}
