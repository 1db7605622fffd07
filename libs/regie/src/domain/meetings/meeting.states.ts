import { defineMachine, type FieldProblem, needs, type Transitions } from '#kernel';

export const MEETING_STATES = {
  planned: 'gepland',
  held: 'geweest',
  closed: 'afgerond',
  cancelled: 'afgezegd',
} as const;
export type MeetingState = keyof typeof MEETING_STATES;

export const MEETING_ACTIONS = {
  'set-agenda': 'de agenda wijzigen',
  hold: 'vastleggen wie er was',
  'write-minutes': 'het verslag schrijven',
  decide: 'een besluit vastleggen',
  close: 'het verslag afsluiten',
  correct: 'het verslag verbeteren',
  cancel: 'het overleg afzeggen',
} as const;
export type MeetingAction = keyof typeof MEETING_ACTIONS;

/** Closed minutes are fixed: what was wrong is said in a line beside them. */
export const MEETING_TRANSITIONS: Transitions<MeetingState, MeetingAction> = {
  planned: { 'set-agenda': 'planned', hold: 'held', cancel: 'cancelled' },
  held: { 'write-minutes': 'held', decide: 'held', close: 'closed' },
  closed: { correct: 'closed' },
  cancelled: {},
};

export interface MeetingFacts {
  readonly plannedAt: Date;
  readonly now: Date;
  readonly points: number;
  /** Agenda points without a word about what was discussed, and without a decision. */
  readonly emptyPoints: number;
}

const begun = ({ plannedAt, now }: MeetingFacts): readonly FieldProblem[] => needs(plannedAt <= now, 'plannedAt', 'Het overleg is nog niet geweest.');

export const meeting = defineMachine<MeetingState, MeetingAction, MeetingFacts>({
  code: 'meeting',
  subject: 'Dit overleg',
  states: MEETING_STATES,
  actions: MEETING_ACTIONS,
  transitions: MEETING_TRANSITIONS,
  guards: {
    hold: begun,
    close: ({ points, emptyPoints }) => [
      ...needs(points > 0, 'points', 'Er staat niets op de agenda.'),
      ...needs(emptyPoints === 0, 'points', 'Schrijf bij elk punt wat er is besproken, of leg een besluit vast.'),
    ],
  },
});

/** The next state; throws `conflict` when the state has no such action, `refused` when something is missing. */
export const { transition: transitionMeeting, allowedTransitions: allowedMeetingTransitions } = meeting;
