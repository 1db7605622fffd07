import { addMonths, type LocalDate } from '../local-date.js';
import { addWorkingDays } from '../working-days.js';
import { type Deadline, shifted, unshifted, weeksAfter } from './deadline.js';

/** Wgs 4: the first talk within 4 weeks, or 3 working days when eviction or cut-off threatens. */
export const wgsFirstTalkDeadline = (reportedOn: LocalDate, threatening: boolean): Deadline =>
  threatening ? shifted(addWorkingDays(reportedOn, 3)) : weeksAfter(reportedOn, 4);

/** The decision on debt help: 8 weeks after the first talk, unless the local rule sets another number. */
export const wgsDecisionDeadline = (firstTalkOn: LocalDate, weeks = 8): Deadline =>
  weeksAfter(firstTalkOn, weeks);

/** Wmo 2015 2.3.2: the investigation within 6 weeks of the report. */
export const wmoInvestigationDeadline = (reportedOn: LocalDate): Deadline => weeksAfter(reportedOn, 6);

/** Wmo 2015 2.3.5: the decision within 2 weeks of the application. */
export const wmoDecisionDeadline = (appliedOn: LocalDate): Deadline => weeksAfter(appliedOn, 2);

/** AVG 12(3): answer a rights request in 1 month, or 3 when extended; planned without a shift. */
export const avgAnswerDeadline = (receivedOn: LocalDate, extended = false): Deadline =>
  unshifted(addMonths(receivedOn, extended ? 3 : 1));
