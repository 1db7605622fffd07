import { addDays, type Actor, allowIf, type FieldProblem, hasRole, type LocalDate, needs, type Verdict, wgsFirstTalkDeadline } from '#kernel';
import type { SignalAction } from './signal-case.states.js';

/** Who follows up signals: the team whose they are. Which ones, says the database. */
export const mayFollowSignals = (actor: Actor): Verdict =>
  allowIf(hasRole(actor, 'team-lead', 'case-worker'), 'Alleen het team volgt signalen op.');

export const mayImportSignals = (actor: Actor): Verdict =>
  allowIf(hasRole(actor, 'case-worker'), 'Alleen een medewerker van het team leest signalen in.');

/** These come in through a form of their own: a visit has a day and a visitor, help a whole registration. */
export const STEPS_OF_THEIR_OWN = ['plan-visit', 'accept-help'] as const satisfies readonly SignalAction[];
export type PlainStep = Exclude<SignalAction, (typeof STEPS_OF_THEIR_OWN)[number]>;

const LATEST_DAYS = 92;

export const visitProblems = (visitOn: LocalDate, visitorIsColleague: boolean, today: LocalDate): readonly FieldProblem[] => [
  ...needs(visitOn >= today, 'visitOn', 'Deze dag is al geweest. Kies vandaag of later.'),
  ...needs(visitOn <= addDays(today, LATEST_DAYS), 'visitOn', 'Kies een dag binnen drie maanden.'),
  ...needs(visitorIsColleague, 'visitorId', 'Deze collega werkt niet in jouw team.'),
];

/**
 * By when somebody should have spoken with this person. Wgs 4 counts from the moment that a resident asks for help or takes up
 * the offer; we count from the day the signal came in, which is never later (decision 23).
 */
export const firstTalkBy = (receivedOn: LocalDate, threatening: boolean): LocalDate => wgsFirstTalkDeadline(receivedOn, threatening).due;
