import { defineMachine, needs, type Transitions } from '#kernel';

export const OBJECTION_STATES = {
  lodged: 'ingediend',
  remedy: 'wordt aangevuld',
  hearing: 'hoorzitting',
  upheld: 'gegrond',
  rejected: 'ongegrond',
  inadmissible: 'niet-ontvankelijk',
} as const;
export type ObjectionState = keyof typeof OBJECTION_STATES;

export const OBJECTION_ACTIONS = {
  'ask-remedy': 'om een aanvulling vragen',
  'plan-hearing': 'een hoorzitting plannen',
  uphold: 'het bezwaar gegrond verklaren',
  reject: 'het bezwaar ongegrond verklaren',
  'declare-inadmissible': 'het bezwaar niet-ontvankelijk verklaren',
} as const;
export type ObjectionAction = keyof typeof OBJECTION_ACTIONS;

export interface ObjectionFacts {
  readonly reasonsGiven: boolean;
  readonly inTime: boolean;
  /** The chance to remedy was given and not used (Awb 6:6). */
  readonly remedyUnused: boolean;
  readonly hearingHeld: boolean;
}

export const OBJECTION_TRANSITIONS: Transitions<ObjectionState, ObjectionAction> = {
  lodged: { 'ask-remedy': 'remedy', 'plan-hearing': 'hearing', 'declare-inadmissible': 'inadmissible' },
  remedy: { 'plan-hearing': 'hearing', 'declare-inadmissible': 'inadmissible' },
  hearing: { uphold: 'upheld', reject: 'rejected', 'declare-inadmissible': 'inadmissible' },
  upheld: {},
  rejected: {},
  inadmissible: {},
};

const reasons = ({ reasonsGiven }: ObjectionFacts) => needs(reasonsGiven, 'reasons', 'Geef de redenen van het besluit.');
const heard = ({ hearingHeld }: ObjectionFacts) =>
  // Awb 7:2: who objects is heard before the decision.
  needs(hearingHeld, 'hearing', 'De inwoner is nog niet gehoord.');

/** The side path of a fund decision: objection → remedy → hearing → decision on the objection. */
export const objection = defineMachine<ObjectionState, ObjectionAction, ObjectionFacts>({
  code: 'objection',
  subject: 'Dit bezwaar',
  states: OBJECTION_STATES,
  actions: OBJECTION_ACTIONS,
  transitions: OBJECTION_TRANSITIONS,
  guards: {
    uphold: (facts) => [...reasons(facts), ...heard(facts)],
    reject: (facts) => [...reasons(facts), ...heard(facts)],
    'declare-inadmissible': (facts) => [
      ...reasons(facts),
      ...needs(!facts.inTime || facts.remedyUnused, 'inTime', 'Het bezwaar is op tijd en compleet. Behandel het.'),
    ],
  },
});

export const isOpenObjection = (state: ObjectionState): boolean => Object.keys(OBJECTION_TRANSITIONS[state]).length > 0;

/** The next state; throws `conflict` (wrong state) or `refused` with what is missing. */
export const { transition: transitionObjection, allowedTransitions: allowedObjectionTransitions } = objection;
