import { defineMachine, type FieldProblem, needs, type Transitions } from '#kernel';

export const HOUSEHOLD_STATES = {
  reported: 'aangemeld',
  'safety-check': 'veiligheid wordt bekeken',
  'waiting-list': 'op de wachtlijst',
  intake: 'intake',
  'draft-plan': 'plan in de maak',
  active: 'actief',
  'scaled-up': 'opgeschaald',
  aftercare: 'nazorg',
  closed: 'afgesloten',
  reopened: 'heropend',
  'referred-elsewhere': 'overgedragen aan een ander',
  'declined-help': 'wil geen hulp',
  'moved-away': 'verhuisd',
  merged: 'samengevoegd met een ander dossier',
} as const;
export type HouseholdState = keyof typeof HOUSEHOLD_STATES;

export const HOUSEHOLD_ACTIONS = {
  'start-safety-check': 'de veiligheid bekijken',
  'place-on-waiting-list': 'op de wachtlijst zetten',
  'start-intake': 'de intake starten',
  'start-plan': 'een plan gaan maken',
  activate: 'met het plan starten',
  'scale-up': 'opschalen',
  'scale-down': 'afschalen',
  'start-aftercare': 'de nazorg starten',
  close: 'afsluiten',
  reopen: 'heropenen',
  'refer-elsewhere': 'overdragen aan een ander',
  'decline-help': 'vastleggen dat het gezin geen hulp wil',
  'move-away': 'vastleggen dat het gezin is verhuisd',
  merge: 'samenvoegen met een ander dossier',
} as const;
export type HouseholdAction = keyof typeof HOUSEHOLD_ACTIONS;

/** What the case knows about itself; the service reads these facts in the same transaction. */
export interface HouseholdFacts {
  readonly safetyChecked: boolean;
  readonly hasPlan: boolean;
  readonly hasActiveRegisseur: boolean;
  readonly hasActiveBasis: boolean;
  readonly openReferrals: number;
  readonly openFundObligations: number;
  readonly openPayments: number;
  /** The receiving party has had its first contact: nobody is just "sent on". */
  readonly warmHandoverDone: boolean;
  /** Contacts of the aftercare that are still to come. */
  readonly openAftercareContacts: number;
  /** Goals of the plan of which nobody said yet whether they were reached. */
  readonly openGoals: number;
}

/** Nothing is known yet: a use case adds what it read. */
export const NO_FACTS: HouseholdFacts = {
  safetyChecked: false, hasPlan: false, hasActiveRegisseur: false, hasActiveBasis: false, openReferrals: 0, openFundObligations: 0,
  openPayments: 0, warmHandoverDone: false, openAftercareContacts: 0, openGoals: 0,
};

// A family may stop or move at any moment; no rule of ours may hold them.
const leaving = { 'decline-help': 'declined-help', 'move-away': 'moved-away' } as const;
const beforeHelp = { ...leaving, 'refer-elsewhere': 'referred-elsewhere' } as const;
// Two dossiers of one family: the one without help goes up in the other. Undoing leads back to where it was (merge room), so it is no move of this table.
const double = { merge: 'merged' } as const;

export const HOUSEHOLD_TRANSITIONS: Transitions<HouseholdState, HouseholdAction> = {
  reported: { 'start-safety-check': 'safety-check', ...beforeHelp, ...double },
  'safety-check': { 'place-on-waiting-list': 'waiting-list', ...beforeHelp, ...double },
  'waiting-list': { 'start-intake': 'intake', ...beforeHelp, ...double },
  intake: { 'place-on-waiting-list': 'waiting-list', 'start-plan': 'draft-plan', ...beforeHelp, ...double },
  'draft-plan': { activate: 'active', ...beforeHelp, ...double },
  active: { 'scale-up': 'scaled-up', 'start-aftercare': 'aftercare', ...beforeHelp },
  'scaled-up': { 'scale-down': 'active', ...beforeHelp },
  aftercare: { close: 'closed', reopen: 'reopened', ...leaving },
  closed: { reopen: 'reopened' },
  reopened: {
    'place-on-waiting-list': 'waiting-list',
    'start-intake': 'intake',
    'start-plan': 'draft-plan',
    activate: 'active',
    ...beforeHelp,
    ...double,
  },
  // Who left can always come back to the same dossier (decision 26).
  'referred-elsewhere': { reopen: 'reopened' },
  'declined-help': { reopen: 'reopened' },
  'moved-away': { reopen: 'reopened' },
  merged: {},
};

const readyForHelp = (facts: HouseholdFacts): readonly FieldProblem[] => [
  ...needs(facts.hasPlan, 'hasPlan', 'Er is nog geen plan waar het gezin ja op zei.'),
  ...needs(facts.hasActiveRegisseur, 'hasActiveRegisseur', 'Er is nog geen regisseur.'),
  ...needs(facts.hasActiveBasis, 'hasActiveBasis', 'Er is nog geen geldige grondslag.'),
];

const nothingOpen = (facts: HouseholdFacts): readonly FieldProblem[] => [
  ...needs(facts.openReferrals === 0, 'openReferrals', 'Er loopt nog een verwijzing.'),
  ...needs(facts.openFundObligations === 0, 'openFundObligations', 'Er is nog geld toegezegd uit het fonds.'),
  ...needs(facts.openPayments === 0, 'openPayments', 'Er staat nog een betaling open.'),
];

const lookedBack = (facts: HouseholdFacts): readonly FieldProblem[] => [
  ...needs(facts.openGoals === 0, 'openGoals', 'Van een doel staat nog niet of het gehaald is.'),
  ...needs(facts.openAftercareContacts === 0, 'openAftercareContacts', 'Er staat nog een gesprek van de nazorg open.'),
];

const safetyChecked = (facts: HouseholdFacts): readonly FieldProblem[] =>
  needs(facts.safetyChecked, 'safetyChecked', 'De veiligheid is nog niet bekeken.');

/** The household case of domain.md. One table; the guards say what must be true first. */
export const householdCase = defineMachine<HouseholdState, HouseholdAction, HouseholdFacts>({
  code: 'household-case',
  subject: 'Dit huishouden',
  states: HOUSEHOLD_STATES,
  actions: HOUSEHOLD_ACTIONS,
  transitions: HOUSEHOLD_TRANSITIONS,
  guards: {
    'place-on-waiting-list': safetyChecked,
    'start-intake': safetyChecked,
    activate: readyForHelp,
    'scale-down': readyForHelp,
    close: (facts) => [...nothingOpen(facts), ...lookedBack(facts)],
    'refer-elsewhere': ({ warmHandoverDone }) =>
      needs(warmHandoverDone, 'warmHandoverDone', 'De ander heeft nog geen contact gehad met het gezin.'),
  },
});

/** Cases where exactly one regisseur must be active: the database checks the same list. */
export const needsRegisseur = (state: HouseholdState): boolean => state === 'active' || state === 'scaled-up';

export const isEnded = (state: HouseholdState): boolean =>
  state === 'closed' || state === 'referred-elsewhere' || state === 'declined-help' || state === 'moved-away' || state === 'merged';

/**
 * The case follows the facts: an active case that lost its plan, its regisseur or its last legal basis goes back to the draft
 * plan (decision 26). Scaled up it stays: somebody who may decide looks along already. The database does the same by a trigger.
 */
export const followFacts = (state: HouseholdState, facts: HouseholdFacts): HouseholdState =>
  state === 'active' && readyForHelp(facts).length > 0 ? 'draft-plan' : state;

/** The next state; throws `conflict` (wrong state) or `refused` with what is missing. */
export const { transition: transitionHousehold, allowedTransitions: allowedHouseholdTransitions } = householdCase;
