import { defineMachine, needs, type Transitions } from '#kernel';

export const DESTRUCTION_LIST_STATES = {
  proposed: 'wacht op akkoord',
  approved: 'akkoord gegeven',
  'carrying-out': 'wordt uitgevoerd',
  done: 'uitgevoerd',
  withdrawn: 'ingetrokken',
} as const;
export type DestructionListState = keyof typeof DESTRUCTION_LIST_STATES;

export const DESTRUCTION_LIST_ACTIONS = {
  approve: 'akkoord geven',
  withdraw: 'intrekken',
  start: 'de uitvoering starten',
  retry: 'opnieuw proberen',
  finish: 'afronden',
} as const;
export type DestructionListAction = keyof typeof DESTRUCTION_LIST_ACTIONS;

export interface DestructionListFacts {
  /** Items that would really be destroyed. */
  readonly toDestroy: number;
  readonly failed: number;
}

const transitions: Transitions<DestructionListState, DestructionListAction> = {
  proposed: { approve: 'approved', withdraw: 'withdrawn' },
  approved: { start: 'carrying-out' },
  'carrying-out': { retry: 'carrying-out', finish: 'done' },
  done: {},
  withdrawn: {},
};

export const destructionList = defineMachine<DestructionListState, DestructionListAction, DestructionListFacts>({
  code: 'destruction-list',
  subject: 'Deze lijst',
  states: DESTRUCTION_LIST_STATES,
  actions: DESTRUCTION_LIST_ACTIONS,
  transitions,
  guards: {
    approve: ({ toDestroy }) => needs(toDestroy > 0, 'toDestroy', 'Er staat niets op de lijst om te vernietigen.'),
    retry: ({ failed }) => needs(failed > 0, 'failed', 'Er is niets mislukt.'),
    finish: ({ toDestroy, failed }) => needs(toDestroy + failed === 0, 'toDestroy', 'Er is nog werk op deze lijst.'),
  },
});
export const { transition: transitionDestructionList, allowedTransitions: allowedListTransitions } = destructionList;

export const DESTRUCTION_ITEM_STATES = {
  proposed: 'op de lijst',
  kept: 'blijft bewaard',
  destroyed: 'vernietigd',
  failed: 'niet gelukt',
} as const;
export type DestructionItemState = keyof typeof DESTRUCTION_ITEM_STATES;

/** Why a record was not destroyed after all. */
export const KEPT_BECAUSE = {
  officer: 'De privacyfunctionaris houdt dit dossier vast.',
  reopened: 'De zaak is weer open.',
  hold: 'Er loopt nog iets waarvoor het dossier nodig is.',
  'term-not-over': 'De bewaartermijn is nog niet voorbij.',
  'list-withdrawn': 'De lijst is ingetrokken.',
} as const;
export type KeptBecause = keyof typeof KEPT_BECAUSE;

/** Keeping and its undo, as long as nobody agreed; afterwards only what failed can still be taken off. */
export function allowedItemActions(list: DestructionListState, item: DestructionItemState, keptBecause: KeptBecause | null): ('keep' | 'undo')[] {
  if (list === 'proposed' && item === 'proposed') return ['keep'];
  if (list === 'proposed' && item === 'kept' && keptBecause === 'officer') return ['undo'];
  return list === 'carrying-out' && item === 'failed' ? ['keep'] : [];
}
