import { today } from '../../time/now.js';
import { type Errors, missing } from '../../components/form/index.js';
import type { Messages } from '../../i18n/index.js';
import type { Domain, Measurement, Round, Scale } from './queries.js';

export const WHOLE_FAMILY = 'gezin';

export interface MeasureDraft {
  about: string;
  view: Measurement['view'] | '';
  moment: Measurement['moment'] | '';
  measuredOn: string;
  scores: { domain: Domain; step: string; reason: string }[];
  correctionReason: string;
}

export const emptyDraft = (): MeasureDraft => ({ about: '', view: '', moment: '', measuredOn: today(), scores: [], correctionReason: '' });

export const draftOf = ({ memberId, view, moment, measuredOn, scores }: Round): MeasureDraft => ({
  about: memberId ?? WHOLE_FAMILY, view, moment, measuredOn, correctionReason: '', scores: scores.map(({ domain, step, reason }) => ({ domain, step: String(step), reason })),
});

/** The scale that holds on this day; which one counts is checked by the API. */
export const scaleOn = (scales: readonly Scale[], day: string): Scale | undefined => scales.findLast(({ validFrom }) => validFrom <= day);

/** What was filled in for an area that stays chosen is kept. */
export const chosen = (scores: MeasureDraft['scores'], domains: readonly Domain[], order: readonly Domain[]): MeasureDraft['scores'] =>
  order.filter((domain) => domains.includes(domain)).map((domain) => scores.find((score) => score.domain === domain) ?? { domain, step: '', reason: '' });

export const checkMeasurement = ({ about, view, moment, measuredOn, scores, correctionReason }: MeasureDraft, corrects: boolean, say: Messages['scores']['required']): Errors =>
  missing(
    ['about', about, say.about], ['view', view, say.view], ['moment', moment, say.moment], ['measuredOn', measuredOn, say.day], ['scores', scores, say.scores],
    ...scores.flatMap(({ step, reason }, at) => [[`scores.${at}.step`, step, say.step], [`scores.${at}.reason`, reason, say.reason]] as const),
    ...(corrects ? ([['correctionReason', correctionReason, say.correctionReason]] as const) : []),
  );

export const bodyOf = ({ view, moment, measuredOn, scores }: MeasureDraft, scaleId: string): Omit<Measurement, 'memberId'> => ({
  view: view || 'family', moment: moment || 'interim', measuredOn, scaleId, scores: scores.map(({ domain, step, reason }) => ({ domain, step: Number(step), reason })),
});
