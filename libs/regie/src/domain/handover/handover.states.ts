import { defineMachine, needs, type Transitions } from '#kernel';

export const HANDOVER_STATES = {
  proposed: 'voorgesteld',
  accepted: 'aangenomen',
  'talk-held': 'gesprek geweest',
  'confirmed-by-one': 'door één bevestigd',
  done: 'overgedragen',
  cancelled: 'gaat niet door',
  declined: 'niet aangenomen',
} as const;
export type HandoverState = keyof typeof HANDOVER_STATES;

export const HANDOVER_ACTIONS = {
  accept: 'de overdracht aannemen',
  decline: 'de overdracht niet aannemen',
  'move-talk': 'het gesprek verzetten',
  'record-talk': 'het gesprek vastleggen',
  confirm: 'de overdracht bevestigen',
  'switch-urgently': 'met spoed overdragen',
  cancel: 'de overdracht niet laten doorgaan',
} as const;
export type HandoverAction = keyof typeof HANDOVER_ACTIONS;

export interface HandoverFacts {
  /** A reason was given, where one is asked: declining, cancelling and switching without the talk. */
  readonly reasonGiven: boolean;
  /** At least one member of the family was at the talk. */
  readonly familyWasThere: boolean;
  readonly talkIsOver: boolean;
  /** Who acts did not confirm before. */
  readonly notConfirmedBefore: boolean;
  /** The municipality lets a team lead switch without a talk (ours, a setting). */
  readonly urgencyAllowed: boolean;
  /** There was no talk yet. After the switch that is so only when it was switched with spoed. */
  readonly talkIsOwed: boolean;
}

const STOPPING = { cancel: 'cancelled' } as const;

export const HANDOVER_TRANSITIONS: Transitions<HandoverState, HandoverAction> = {
  proposed: { accept: 'accepted', decline: 'declined', 'move-talk': 'proposed', ...STOPPING },
  accepted: { 'move-talk': 'accepted', 'record-talk': 'talk-held', 'switch-urgently': 'done', ...STOPPING },
  'talk-held': { confirm: 'confirmed-by-one', 'switch-urgently': 'done', ...STOPPING },
  'confirmed-by-one': { confirm: 'done', 'switch-urgently': 'done', ...STOPPING },
  // Switched with spoed: the talk is still owed to the family, and is recorded when it was.
  done: { 'record-talk': 'done' },
  cancelled: {},
  declined: {},
};

const reasonAsked = ({ reasonGiven }: HandoverFacts) => needs(reasonGiven, 'reason', 'Vertel waarom.');

/** A planned hand-over, from the question to the successor up to the switch. Beside it runs the assignment that is handed over. */
export const handover = defineMachine<HandoverState, HandoverAction, HandoverFacts>({
  code: 'handover',
  subject: 'Deze overdracht',
  states: HANDOVER_STATES,
  actions: HANDOVER_ACTIONS,
  transitions: HANDOVER_TRANSITIONS,
  guards: {
    decline: reasonAsked,
    cancel: reasonAsked,
    'record-talk': (facts) => [
      ...needs(facts.talkIsOwed, 'talkIsOwed', 'Het gesprek is al geweest.'),
      ...needs(facts.familyWasThere, 'memberIds', 'Kies wie er van het gezin bij was. Zonder het gezin is het geen driegesprek.'),
      ...needs(facts.talkIsOver, 'heldOn', 'De dag van het gesprek ligt in de toekomst.'),
    ],
    confirm: (facts) => needs(facts.notConfirmedBefore, 'confirmed', 'Je hebt dit al bevestigd. We wachten op de ander.'),
    'switch-urgently': (facts) => [
      ...reasonAsked(facts),
      ...needs(facts.urgencyAllowed, 'urgencyAllowed', 'In deze gemeente gaat een overdracht altijd met een gesprek.'),
    ],
  },
});

export const OPEN_HANDOVER: readonly HandoverState[] = ['proposed', 'accepted', 'talk-held', 'confirmed-by-one'];
export const isOpenHandover = (state: HandoverState): boolean => OPEN_HANDOVER.includes(state);

/** The next state; throws `conflict` (wrong state) or `refused` with what is missing. */
export const { transition: transitionHandover } = handover;
