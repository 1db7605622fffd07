import { type Urgency } from '#households/domain';
import { addDays, type Actor, allowIf, type FieldProblem, hasRole, type LocalDate, needs, type Verdict } from '#kernel';

export const CALL_OUTCOMES = { reached: 'gesproken', 'not-reached': 'niet bereikt', voicemail: 'voicemail ingesproken' } as const;
export type CallOutcome = keyof typeof CALL_OUTCOMES;
export const CALL_OUTCOME_NAMES = Object.keys(CALL_OUTCOMES) as CallOutcome[];

export interface WaitingCall {
  readonly calledOn: LocalDate;
  readonly nextTryOn?: LocalDate | null;
}

const EARLIEST_DAYS = 31;
const LATEST_DAYS = 183;

/** What is wrong with a call that somebody notes. */
export const callProblems = ({ calledOn, nextTryOn }: WaitingCall, today: LocalDate): readonly FieldProblem[] => [
  ...needs(calledOn <= today, 'calledOn', 'Deze dag moet nog komen. Noteer een gesprek dat al is geweest.'),
  ...needs(calledOn >= addDays(today, -EARLIEST_DAYS), 'calledOn', `Noteer een gesprek van de laatste ${EARLIEST_DAYS} dagen.`),
  ...needs(!nextTryOn || nextTryOn > today, 'nextTryOn', 'Kies een dag na vandaag om weer te bellen.'),
  ...needs(!nextTryOn || nextTryOn <= addDays(today, LATEST_DAYS), 'nextTryOn', 'Kies een dag binnen een half jaar.'),
];

export interface UrgencyChange {
  readonly from: Urgency;
  readonly to: Urgency;
}

export const urgencyProblems = ({ from, to }: UrgencyChange): readonly FieldProblem[] =>
  needs(from !== to, 'urgency', 'Dit gezin heeft deze urgentie al. Kies een andere.');

/** Who keeps the list: the team that takes families in. Which families, says the database. */
export const mayKeepWaitingList = (actor: Actor): Verdict =>
  allowIf(hasRole(actor, 'team-lead', 'case-worker'), 'Alleen het team van dit gezin werkt aan de wachtlijst.');

export interface NotedCall {
  readonly calledBy: string;
  readonly notedOn: LocalDate;
  readonly undone: boolean;
}

/** A slip of the finger is taken back by whoever made it, on the day itself; later it is part of the record. */
export const mayUndoCall = (actor: Actor, call: NotedCall, today: LocalDate): Verdict =>
  allowIf(call.calledBy === actor.userId && call.notedOn === today && !call.undone, 'Je kunt alleen je eigen gesprek van vandaag terugdraaien.');
