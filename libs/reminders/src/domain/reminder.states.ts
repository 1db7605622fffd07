import { defineMachine, type Transitions } from '#kernel';

export const REMINDER_STATES = { scheduled: 'gepland', fired: 'gegeven', done: 'gedaan', cancelled: 'geschrapt' } as const;
export type ReminderState = keyof typeof REMINDER_STATES;

export const REMINDER_ACTIONS = { fire: 'de herinnering geven', finish: 'afvinken', cancel: 'de herinnering schrappen' } as const;
export type ReminderAction = keyof typeof REMINDER_ACTIONS;

export const REMINDER_TRANSITIONS: Transitions<ReminderState, ReminderAction> = {
  scheduled: { fire: 'fired', finish: 'done', cancel: 'cancelled' },
  fired: { finish: 'done' },
  done: {},
  cancelled: {},
};

/** A reminder fires once; a second alarm for the same reminder finds it fired. */
export const reminder = defineMachine<ReminderState, ReminderAction, null>({
  code: 'reminder',
  subject: 'Deze herinnering',
  states: REMINDER_STATES,
  actions: REMINDER_ACTIONS,
  transitions: REMINDER_TRANSITIONS,
  guards: {},
});

/** True when the alarm must still do something: scheduled, and its moment has come. */
export const isDue = (row: { state: ReminderState; dueAt: Date }, now: Date): boolean =>
  row.state === 'scheduled' && row.dueAt.getTime() <= now.getTime();

/** The next state; throws `conflict` when the reminder has already fired or was cancelled. */
export const transitionReminder = (state: ReminderState, action: ReminderAction): ReminderState =>
  reminder.transition(state, action, null);
export const allowedReminderTransitions = (state: ReminderState): ReminderAction[] => reminder.allowedTransitions(state, null);
