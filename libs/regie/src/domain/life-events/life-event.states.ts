import { defineMachine } from '#kernel';

/** `proposed`: Naast saw it coming; nothing is in the plan until a person starts it. */
export const LIFE_EVENT_STATES = { proposed: 'voorgesteld', running: 'loopt', withdrawn: 'ingetrokken' } as const;
export type LifeEventState = keyof typeof LIFE_EVENT_STATES;

export const LIFE_EVENT_ACTIONS = { start: 'starten', correct: 'verbeteren', withdraw: 'intrekken' } as const;
export type LifeEventAction = keyof typeof LIFE_EVENT_ACTIONS;

export const lifeEvent = defineMachine<LifeEventState, LifeEventAction, object>({
  code: 'life-event',
  subject: 'Deze gebeurtenis',
  states: LIFE_EVENT_STATES,
  actions: LIFE_EVENT_ACTIONS,
  transitions: {
    proposed: { start: 'running', withdraw: 'withdrawn' },
    running: { correct: 'running', withdraw: 'withdrawn' },
    withdrawn: {},
  },
  guards: {},
});
