import { addWorkingDays, type Actor, allowIf, allOf, defineMachine, type FieldProblem, hasRole, type LocalDate, needs, type Verdict } from '#kernel';
import type { CaseSettings, LadderListener } from './case-settings.js';

export const ESCALATION_STATES = { open: 'wacht op antwoord', answered: 'beantwoord', ended: 'afgerond' } as const;
export type EscalationState = keyof typeof ESCALATION_STATES;

export const ESCALATION_ACTIONS = { answer: 'antwoorden', override: 'doorzettingsmacht gebruiken', end: 'afschalen' } as const;
export type EscalationAction = keyof typeof ESCALATION_ACTIONS;

const decide = { answer: 'answered', override: 'answered', end: 'ended' } as const;

/** What was asked of the team lead. An answer may be followed by another; the end is the end. */
export const escalationMachine = defineMachine<EscalationState, EscalationAction, Record<string, never>>({
  code: 'escalation',
  subject: 'Deze opschaling',
  states: ESCALATION_STATES,
  actions: ESCALATION_ACTIONS,
  transitions: { open: decide, answered: decide, ended: {} },
  guards: {},
});

/** Who asked does not answer: that is for the team lead of the family's team. */
export const mayAnswerEscalation = (actor: Actor, household: { municipalityId: string; teamId: string }): Verdict =>
  allOf(
    allowIf(actor.municipalityId === household.municipalityId, 'Dit gezin hoort bij een andere gemeente.'),
    allowIf(hasRole(actor, 'team-lead') && actor.teamIds.includes(household.teamId), 'Alleen de teamleider van dit gezin kan hierop antwoorden.'),
  );

/** The day that a form offers: an answer within so many working days. */
export const answerDay = (today: LocalDate, { answerWorkingDays }: CaseSettings['escalation']): LocalDate => addWorkingDays(today, answerWorkingDays);

const FURTHEST_WORKING_DAYS = 60;

export const answerByProblems = (answerBy: LocalDate, today: LocalDate): readonly FieldProblem[] => [
  ...needs(answerBy >= today, 'answerBy', 'Deze dag is al geweest.'),
  ...needs(answerBy <= addWorkingDays(today, FURTHEST_WORKING_DAYS), 'answerBy', 'Deze dag is te ver weg. Een gezin dat vastzit kan niet zo lang wachten.'),
];

export interface EscalationAlarm {
  readonly rung: number;
  readonly on: LocalDate;
  readonly tells: readonly LadderListener[];
}

/** Which step of the ladder rings when; undefined past the last. */
export function escalationAlarm(answerBy: LocalDate, rung: number, { ladder }: CaseSettings['escalation']): EscalationAlarm | undefined {
  const step = ladder[rung];
  return step && { rung, on: addWorkingDays(answerBy, step.after), tells: step.tells };
}
