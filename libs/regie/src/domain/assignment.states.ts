import { defineMachine, needs, type Transitions } from '#kernel';

export const ASSIGNMENT_STATES = {
  proposed: 'voorgesteld',
  accepted: 'aangenomen',
  active: 'actief',
  'handover-planned': 'overdracht gepland',
  'handed-over': 'overgedragen',
  ended: 'beëindigd',
  declined: 'niet aangenomen',
} as const;
export type AssignmentState = keyof typeof ASSIGNMENT_STATES;

export const ASSIGNMENT_ACTIONS = {
  accept: 'de regie aannemen',
  decline: 'de regie niet aannemen',
  'withdraw-proposal': 'het voorstel intrekken',
  start: 'met de regie starten',
  'plan-handover': 'een overdracht plannen',
  'cancel-handover': 'de overdracht niet laten doorgaan',
  'hand-over': 'de regie overdragen',
  end: 'de regie beëindigen',
} as const;
export type AssignmentAction = keyof typeof ASSIGNMENT_ACTIONS;

export interface AssignmentFacts {
  /** Another assignment of this household is active or has a planned handover. */
  readonly anotherIsActive: boolean;
  /** The case is active or scaled up: it may not be without a regisseur. */
  readonly caseNeedsRegisseur: boolean;
  readonly successorAccepted: boolean;
  /** Family, old and new regisseur sat at one table. */
  readonly threeWayTalkHeld: boolean;
  /** A team lead said why it can't wait for that talk. */
  readonly switchedUrgently: boolean;
  readonly declineReasonGiven: boolean;
}

export const ASSIGNMENT_TRANSITIONS: Transitions<AssignmentState, AssignmentAction> = {
  proposed: { accept: 'accepted', decline: 'declined', 'withdraw-proposal': 'ended' },
  accepted: { start: 'active', end: 'ended' },
  active: { 'plan-handover': 'handover-planned', end: 'ended' },
  'handover-planned': { 'hand-over': 'handed-over', 'cancel-handover': 'active', end: 'ended' },
  'handed-over': {},
  ended: {},
  declined: {},
};

const leavesTheFamilyAlone = (state: AssignmentFacts): boolean => state.caseNeedsRegisseur && !state.anotherIsActive;

/** The assignment of a regisseur. Exactly one is active; the database enforces that once more. */
export const regisseurAssignment = defineMachine<AssignmentState, AssignmentAction, AssignmentFacts>({
  code: 'assignment',
  subject: 'Deze regie',
  states: ASSIGNMENT_STATES,
  actions: ASSIGNMENT_ACTIONS,
  transitions: ASSIGNMENT_TRANSITIONS,
  guards: {
    decline: (facts) => needs(facts.declineReasonGiven, 'reason', 'Vertel waarom je de regie niet aanneemt.'),
    start: (facts) => needs(!facts.anotherIsActive, 'anotherIsActive', 'Dit gezin heeft al een regisseur.'),
    'hand-over': (facts) => [
      ...needs(facts.successorAccepted, 'successorAccepted', 'De nieuwe regisseur heeft nog niet ja gezegd.'),
      ...needs(facts.threeWayTalkHeld || facts.switchedUrgently, 'threeWayTalkHeld', 'Het gesprek met z’n drieën is er nog niet geweest.'),
    ],
    end: (facts) =>
      needs(!leavesTheFamilyAlone(facts), 'caseNeedsRegisseur', 'Dit gezin kan niet zonder regisseur. Plan een overdracht.'),
  },
});

/** The states in which somebody really is the regisseur: at most one per household. */
export const isRegisseurNow = (state: AssignmentState): boolean => state === 'active' || state === 'handover-planned';

export const isOpenProposal = (state: AssignmentState): boolean => state === 'proposed';

/** The next state; throws `conflict` (wrong state) or `refused` with what is missing. */
export const { transition: transitionAssignment, allowedTransitions: allowedAssignmentTransitions } = regisseurAssignment;
