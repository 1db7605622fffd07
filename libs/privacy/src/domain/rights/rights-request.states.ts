import { defineMachine, needs, type Transitions } from '#kernel';

/** What a person can ask about their own data (AVG chapter III). */
export const RIGHTS_KINDS = {
  access: { name: 'inzage', article: 'AVG art. 15' },
  rectification: { name: 'verbetering', article: 'AVG art. 16' },
  erasure: { name: 'verwijdering', article: 'AVG art. 17' },
  restriction: { name: 'beperking', article: 'AVG art. 18' },
  portability: { name: 'meenemen van gegevens', article: 'AVG art. 20' },
  objection: { name: 'bezwaar tegen het gebruik', article: 'AVG art. 21' },
} as const;
export type RightsKind = keyof typeof RIGHTS_KINDS;
export const RIGHTS_KIND_NAMES = Object.keys(RIGHTS_KINDS) as RightsKind[];

export const RIGHTS_STATES = {
  received: 'ontvangen',
  'identity-check': 'we wachten op bewijs wie het vraagt',
  'in-progress': 'in behandeling',
  granted: 'toegewezen',
  'partly-granted': 'voor een deel toegewezen',
  refused: 'afgewezen',
  'carried-out': 'uitgevoerd',
  withdrawn: 'ingetrokken',
} as const;
export type RightsState = keyof typeof RIGHTS_STATES;

export const RIGHTS_ACTIONS = {
  'ask-identity': 'om meer bewijs vragen',
  'confirm-identity': 'vastleggen wie het vraagt',
  extend: 'de termijn verlengen',
  grant: 'toewijzen',
  'grant-partly': 'voor een deel toewijzen',
  refuse: 'afwijzen',
  'carry-out': 'afronden',
  withdraw: 'intrekken',
} as const;
export type RightsAction = keyof typeof RIGHTS_ACTIONS;

export interface RightsFacts {
  readonly reasonsGiven: boolean;
  /** The month of AVG 12(3) still runs. */
  readonly inFirstMonth: boolean;
  readonly extendedBefore: boolean;
  /** The person was told of the complaint and the court (AVG 12(4)). */
  readonly remediesTold: boolean;
  /** Access and portability: the files are there. Rectification: something was corrected. Others: done with the decision. */
  readonly effectIsThere: boolean;
}

export const RIGHTS_TRANSITIONS: Transitions<RightsState, RightsAction> = {
  received: { 'ask-identity': 'identity-check', 'confirm-identity': 'in-progress', extend: 'received', withdraw: 'withdrawn' },
  'identity-check': { 'confirm-identity': 'in-progress', extend: 'identity-check', refuse: 'refused', withdraw: 'withdrawn' },
  'in-progress': {
    extend: 'in-progress', grant: 'granted', 'grant-partly': 'partly-granted', refuse: 'refused', withdraw: 'withdrawn',
  },
  granted: { 'carry-out': 'carried-out' },
  'partly-granted': { 'carry-out': 'carried-out' },
  refused: {},
  'carried-out': {},
  withdrawn: {},
};

const reasons = ({ reasonsGiven }: RightsFacts) => needs(reasonsGiven, 'reasons', 'Schrijf op waarom.');
const remedies = ({ remediesTold }: RightsFacts) =>
  needs(remediesTold, 'remediesTold', 'Vertel de inwoner over de klacht bij de Autoriteit Persoonsgegevens en de rechter (AVG 12, vierde lid).');

/** A request about one's own data, from the kitchen table to the answer. */
export const rightsRequest = defineMachine<RightsState, RightsAction, RightsFacts>({
  code: 'rights-request',
  subject: 'Dit verzoek',
  states: RIGHTS_STATES,
  actions: RIGHTS_ACTIONS,
  transitions: RIGHTS_TRANSITIONS,
  guards: {
    // AVG 12(3): once, and the person hears it within the first month.
    extend: (facts) => [
      ...needs(!facts.extendedBefore, 'extension', 'De termijn is al een keer verlengd. Dat kan maar één keer.'),
      ...needs(facts.inFirstMonth, 'toldOn', 'Verlengen kan alleen in de eerste maand. Die is voorbij.'),
      ...reasons(facts),
    ],
    grant: reasons,
    'grant-partly': (facts) => [...reasons(facts), ...remedies(facts)],
    refuse: (facts) => [...reasons(facts), ...remedies(facts)],
    'carry-out': ({ effectIsThere }) => needs(effectIsThere, 'effect', 'Wat is toegewezen, is nog niet gedaan.'),
  },
});

/** Still waiting for a decision: the term runs. */
export const RUNNING_STATES = ['received', 'identity-check', 'in-progress'] as const satisfies readonly RightsState[];
/** Somebody still has something to do. */
export const OPEN_STATES = [...RUNNING_STATES, 'granted', 'partly-granted'] as const satisfies readonly RightsState[];
export const GRANTED_STATES = ['granted', 'partly-granted', 'carried-out'] as const satisfies readonly RightsState[];

const isIn = (states: readonly RightsState[], state: RightsState): boolean => states.includes(state);
export const isRunning = (state: RightsState): boolean => isIn(RUNNING_STATES, state);
export const isOpenRequest = (state: RightsState): boolean => isIn(OPEN_STATES, state);
export const isGranted = (state: RightsState): boolean => isIn(GRANTED_STATES, state);

export const { transition: transitionRights, allowedTransitions: allowedRightsTransitions } = rightsRequest;

export type RightsOutcome = 'granted' | 'partly-granted' | 'refused';
export const OUTCOME_ACTIONS: Readonly<Record<RightsOutcome, RightsAction>> = { granted: 'grant', 'partly-granted': 'grant-partly', refused: 'refuse' };
