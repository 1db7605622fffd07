import { defineMachine, needs } from '#kernel';
import { BASIS_ACTIONS, BASIS_STATES, BASIS_TRANSITIONS, type BasisAction, type BasisFacts, type BasisState } from '../legal-basis.states.js';

/** Lives as a legal basis does: withdrawing has no guard, it always succeeds. */
export const secrecyRelease = defineMachine<BasisState, BasisAction, Pick<BasisFacts, 'periodOver'>>({
  code: 'secrecy-release', subject: 'Dit ja tegen het beroepsgeheim', states: BASIS_STATES, actions: BASIS_ACTIONS, transitions: BASIS_TRANSITIONS,
  guards: { expire: ({ periodOver }) => needs(periodOver, 'validUntil', 'De periode loopt nog.') },
});

export type HelpState = Exclude<BasisState, 'expired'>;
export type HelpAction = Exclude<BasisAction, 'expire'>;

const { proposed, active, withdrawn, superseded, invalid } = BASIS_STATES;
const HELP_STATES = { proposed, active, withdrawn, superseded, invalid };
const { activate, withdraw, supersede, invalidate } = BASIS_ACTIONS;
const HELP_ACTIONS = { activate, withdraw, supersede, invalidate };

/** Agreeing to be helped has no last day: it stands until it is taken back or another one takes its place. */
export const helpAgreement = defineMachine<HelpState, HelpAction, Record<string, never>>({
  code: 'help-agreement', subject: 'Deze instemming', states: HELP_STATES, actions: HELP_ACTIONS,
  transitions: {
    proposed: { activate: 'active', withdraw: 'withdrawn', invalidate: 'invalid' },
    active: { withdraw: 'withdrawn', supersede: 'superseded', invalidate: 'invalid' },
    withdrawn: {},
    superseded: {},
    invalid: {},
  },
  guards: {},
});
