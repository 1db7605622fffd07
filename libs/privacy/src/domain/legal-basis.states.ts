import { defineMachine, type LocalDate, needs, type Transitions } from '#kernel';

export const BASIS_STATES = {
  proposed: 'voorgesteld',
  active: 'geldig',
  withdrawn: 'ingetrokken',
  expired: 'verlopen',
  superseded: 'vervangen',
  invalid: 'ongeldig',
} as const;
export type BasisState = keyof typeof BASIS_STATES;

export const BASIS_ACTIONS = {
  activate: 'de grondslag vastleggen',
  withdraw: 'intrekken',
  expire: 'laten verlopen',
  supersede: 'vervangen',
  invalidate: 'ongeldig verklaren',
} as const;
export type BasisAction = keyof typeof BASIS_ACTIONS;

export interface BasisFacts {
  /** `validUntil` is today or earlier. */
  readonly periodOver: boolean;
  /** A newer basis takes this one's place. */
  readonly hasSuccessor: boolean;
}

export const BASIS_TRANSITIONS: Transitions<BasisState, BasisAction> = {
  proposed: { activate: 'active', withdraw: 'withdrawn', expire: 'expired', invalidate: 'invalid' },
  active: { withdraw: 'withdrawn', expire: 'expired', supersede: 'superseded', invalidate: 'invalid' },
  withdrawn: {},
  expired: {},
  superseded: {},
  invalid: {},
};

/** A legal basis. Withdrawing has no guard on purpose: it always succeeds (AVG 7(3)). */
export const legalBasis = defineMachine<BasisState, BasisAction, BasisFacts>({
  code: 'legal-basis',
  subject: 'Deze grondslag',
  states: BASIS_STATES,
  actions: BASIS_ACTIONS,
  transitions: BASIS_TRANSITIONS,
  guards: {
    activate: ({ periodOver }) => needs(!periodOver, 'validUntil', 'De periode is al voorbij.'),
    expire: ({ periodOver }) => needs(periodOver, 'validUntil', 'De periode loopt nog.'),
    supersede: ({ hasSuccessor }) => needs(hasSuccessor, 'successor', 'Er is nog geen nieuwe grondslag.'),
  },
});

/** The period runs from `validFrom` up to but not including `validUntil` ('tot 1 maart' is without 1 March). */
export interface BasisPeriod {
  readonly state: BasisState;
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate;
}

/** What a basis is worth today: an active one whose period is over counts as expired, job or no job. */
export const effectiveState = ({ state, validUntil }: BasisPeriod, today: LocalDate): BasisState =>
  (state === 'active' || state === 'proposed') && validUntil <= today ? 'expired' : state;

/** Whether data may flow on this basis today. */
export const isInForce = (basis: BasisPeriod, today: LocalDate): boolean =>
  effectiveState(basis, today) === 'active' && basis.validFrom <= today;

/** The next state; throws `conflict` (wrong state) or `refused` with what is missing. */
export const { transition: transitionBasis, allowedTransitions: allowedBasisTransitions } = legalBasis;
