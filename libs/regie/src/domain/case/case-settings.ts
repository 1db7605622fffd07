/** Who hears it when a team lead does not answer. */
export type LadderListener = 'team-lead' | 'regisseur';

export interface LadderRung {
  /** Working days after the day on which an answer was wanted; 0 is that day itself. */
  readonly after: number;
  readonly tells: readonly LadderListener[];
}

export interface CaseSettings {
  readonly aftercare: {
    /** Months after the start of the aftercare. */
    readonly months: readonly number[];
    /** After so many times nobody answered, the contact counts as not reached. */
    readonly attempts: number;
    readonly retryWorkingDays: number;
  };
  readonly escalation: { readonly answerWorkingDays: number; readonly ladder: readonly LadderRung[] };
}

/** All of it is ours; a municipality that thinks otherwise writes its own under `case` in its settings. */
export const CASE_DEFAULTS: CaseSettings = {
  aftercare: { months: [3, 6, 12], attempts: 3, retryWorkingDays: 5 },
  escalation: { answerWorkingDays: 5, ladder: [{ after: 0, tells: ['team-lead'] }, { after: 2, tells: ['team-lead', 'regisseur'] }, { after: 5, tells: ['team-lead', 'regisseur'] }] },
};

const isCount = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
const objectOf = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {});
const isListener = (value: unknown): value is LadderListener => value === 'team-lead' || value === 'regisseur';

const isRung = (value: unknown): value is LadderRung => {
  const { after, tells } = objectOf(value);
  return isCount(after, 0, 60) && Array.isArray(tells) && tells.length > 0 && tells.every(isListener);
};

const isMonths = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length > 0 && value.length <= 12 && value.every((month) => isCount(month, 1, 60)) && new Set(value).size === value.length;

const isLadder = (value: unknown): value is LadderRung[] =>
  Array.isArray(value) && value.length > 0 && value.length <= 10 && value.every(isRung) && value.every((rung, at) => at === 0 || rung.after > (value[at - 1] as LadderRung).after);

/** The part `case` of a municipality's settings. What is not there, or is not what it should be, is the default. */
export function caseSettings(settings: unknown): CaseSettings {
  const { aftercare, escalation } = objectOf(objectOf(settings)['case']);
  const { months, attempts, retryWorkingDays } = objectOf(aftercare);
  const { answerWorkingDays, ladder } = objectOf(escalation);
  const [after, up] = [CASE_DEFAULTS.aftercare, CASE_DEFAULTS.escalation];
  return {
    aftercare: {
      months: isMonths(months) ? months.toSorted((a, b) => a - b) : after.months,
      attempts: isCount(attempts, 1, 10) ? attempts : after.attempts,
      retryWorkingDays: isCount(retryWorkingDays, 1, 30) ? retryWorkingDays : after.retryWorkingDays,
    },
    escalation: { answerWorkingDays: isCount(answerWorkingDays, 0, 60) ? answerWorkingDays : up.answerWorkingDays, ladder: isLadder(ladder) ? ladder : up.ladder },
  };
}
