import { addMonths, defineMachine, type FieldProblem, isFilled, type LocalDate, needs, type Transitions } from '#kernel';

export const PLAN_ACTION_STATES = { open: 'te doen', done: 'gedaan', dropped: 'gaat niet door' } as const;
export type PlanActionState = keyof typeof PLAN_ACTION_STATES;

export const PLAN_ACTION_MOVES = { finish: 'afvinken', drop: 'schrappen', 'take-up': 'weer op de lijst zetten' } as const;
export type PlanActionMove = keyof typeof PLAN_ACTION_MOVES;

export const PLAN_ACTION_TRANSITIONS: Transitions<PlanActionState, PlanActionMove> = {
  open: { finish: 'done', drop: 'dropped' },
  done: { 'take-up': 'open' },
  dropped: { 'take-up': 'open' },
};

/** One thing that somebody does. Ticking off needs one click and can be undone; crossing out asks why. */
export const planAction = defineMachine<PlanActionState, PlanActionMove, { readonly reason: string | null }>({
  code: 'plan-action', subject: 'Deze actie', states: PLAN_ACTION_STATES, actions: PLAN_ACTION_MOVES, transitions: PLAN_ACTION_TRANSITIONS,
  guards: { drop: ({ reason }) => needs(isFilled(reason), 'reason', 'Schrijf op waarom deze actie niet doorgaat.') },
});

export const PLAN_ACTION_ORIGINS = { plan: 'uit het plan', meeting: 'uit een overleg', 'life-event': 'bij een levensgebeurtenis' } as const;
export type PlanActionOrigin = keyof typeof PLAN_ACTION_ORIGINS;

/** Who does it: a colleague in this family, somebody of the family, an organisation, or somebody of the own network by their part. */
export type ActionOwner =
  | { readonly kind: 'user' | 'member' | 'organisation'; readonly id: string }
  | { readonly kind: 'network'; readonly role: string };
export const OWNER_KINDS = ['user', 'member', 'organisation', 'network'] as const;
export type OwnerKind = (typeof OWNER_KINDS)[number];

/** What is known of who could own an action. */
export interface OwnerFacts {
  readonly colleagueIds: readonly string[];
  readonly memberIds: readonly string[];
}

const LONGEST_WHAT = 300;
const LONGEST_ROLE = 80;
const FURTHEST_MONTHS = 60;

export interface ActionContent {
  readonly what: string;
  readonly owner: ActionOwner;
  readonly dueOn: LocalDate;
}

/** What is wrong with an action; `heldDueOn`: the day it had already, which may have passed since. */
export const actionProblems = ({ what, owner, dueOn }: ActionContent, facts: OwnerFacts, today: LocalDate, heldDueOn: LocalDate | null = null): readonly FieldProblem[] => [
  ...needs(isFilled(what), 'what', 'Schrijf op wat er gaat gebeuren.'),
  ...needs(what.length <= LONGEST_WHAT, 'what', `Schrijf het korter: hooguit ${LONGEST_WHAT} tekens.`),
  ...needs(dueOn >= today || dueOn === heldDueOn, 'dueOn', 'Deze dag is al geweest. Kies vandaag of later.'),
  ...needs(dueOn <= addMonths(today, FURTHEST_MONTHS), 'dueOn', 'Kies een dag binnen vijf jaar.'),
  ...ownerProblems(owner, facts),
];

const OWNER_FIELDS = { user: 'ownerUserId', member: 'ownerMemberId', organisation: 'ownerOrganisationId' } as const;

/** An organisation is not judged here: whether it may see the family is up to the gate. */
function ownerProblems(owner: ActionOwner, { colleagueIds, memberIds }: OwnerFacts): readonly FieldProblem[] {
  if (owner.kind === 'network') {
    return [
      ...needs(isFilled(owner.role), 'ownerRole', 'Schrijf op wie het is, zoals "oma" of "de buurman".'),
      ...needs(owner.role.length <= LONGEST_ROLE, 'ownerRole', `Schrijf hooguit ${LONGEST_ROLE} tekens.`),
    ];
  }
  const field = OWNER_FIELDS[owner.kind];
  if (!isFilled(owner.id)) return needs(false, field, 'Kies wie dit doet.');
  if (owner.kind === 'user') return needs(colleagueIds.includes(owner.id), field, 'Deze collega is niet betrokken bij dit gezin en ziet het plan dus niet.');
  return needs(owner.kind === 'organisation' || memberIds.includes(owner.id), field, 'Dit gezinslid hoort niet bij dit gezin.');
}
