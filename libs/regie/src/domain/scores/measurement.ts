import { type FieldProblem, type LocalDate, needs } from '#kernel';
import type { LifeDomain } from '#households/domain';
import type { ScoreScale } from './score-scale.js';

export const SCORE_MOMENTS = { start: '0-meting', interim: 'tussenmeting', end: 'eindmeting' } as const;
export type ScoreMoment = keyof typeof SCORE_MOMENTS;

/** Whose view it is: how the family sees it itself, or how the regisseur sees it. */
export const SCORE_VIEWS = { family: 'het gezin zelf', regisseur: 'de regisseur' } as const;
export type ScoreView = keyof typeof SCORE_VIEWS;

export interface Score {
  readonly domain: LifeDomain;
  readonly step: number;
  /** Why this step: without it nobody can weigh the number later. */
  readonly reason: string;
}

export interface Measurement {
  readonly moment: ScoreMoment;
  readonly measuredOn: LocalDate;
  readonly view: ScoreView;
  /** The scale that the person had before them. */
  readonly scaleId: string;
  /** Only what matters in this family now; what is left out is not relevant yet. */
  readonly scores: readonly Score[];
}

export interface MeasurementContext {
  readonly today: LocalDate;
  readonly reportedOn: LocalDate;
  /** Null: about the family as a whole. */
  readonly birthDate: LocalDate | null;
  /** From this day on no member of the family any more. */
  readonly leftOn: LocalDate | null;
  /** The scale that it has to be measured with. */
  readonly scale: ScoreScale | undefined;
}

const dayProblems = (day: LocalDate, { today, reportedOn, birthDate, leftOn }: MeasurementContext): readonly FieldProblem[] => [
  ...needs(day <= today, 'measuredOn', 'De meting kan niet in de toekomst liggen.'),
  ...needs(day >= reportedOn, 'measuredOn', 'De meting kan niet voor de aanmelding van het gezin liggen.'),
  ...needs(birthDate === null || day >= birthDate, 'measuredOn', 'De meting kan niet voor de geboorte van dit gezinslid liggen.'),
  ...needs(leftOn === null || day <= leftOn, 'measuredOn', 'Op deze dag hoorde dit gezinslid niet meer bij het gezin.'),
];

const scoreProblems = (scores: readonly Score[], scale: ScoreScale): readonly FieldProblem[] =>
  scores.flatMap(({ domain, step, reason }, at) => [
    ...needs(scale.domains.includes(domain), `scores.${at}.domain`, 'Dit leefgebied staat niet in de schaal van jouw gemeente.'),
    ...needs(scores.findIndex((other) => other.domain === domain) === at, `scores.${at}.domain`, 'Dit leefgebied staat er al.'),
    ...needs(scale.steps.some((one) => one.step === step), `scores.${at}.step`, 'Kies een stap van de schaal.'),
    ...needs(reason.trim() !== '', `scores.${at}.reason`, 'Schrijf op waarom je deze stap kiest.'),
  ]);

/** Every problem of a measurement, by field. */
export function measurementProblems(measurement: Measurement, context: MeasurementContext): readonly FieldProblem[] {
  const { measuredOn, scaleId, scores } = measurement;
  const wrongDay = dayProblems(measuredOn, context);
  const some = needs(scores.length > 0, 'scores', 'Kies minstens één leefgebied.');
  if (!context.scale) return [...wrongDay, ...needs(false, 'measuredOn', 'Op deze dag was er nog geen schaal.')];
  if (context.scale.id !== scaleId) return [...wrongDay, ...needs(false, 'scaleId', 'Op deze dag geldt een andere schaal. Kies de stappen opnieuw.')];
  return [...wrongDay, ...some, ...scoreProblems(scores, context.scale)];
}
