import { addMonths, isLocalDate, type LocalDate } from '#kernel';
import { fault, value, type CellReader } from './reading.js';

const OLDEST_YEARS = 120;

/** A day as 18-7-2000, 18-07-2000 or 2000-07-18, that exists, is not in the future and not more than 120 years ago. */
export function readPastDay(today: LocalDate): CellReader<LocalDate> {
  return (text) => {
    const iso = toIso(text);
    if (iso === undefined) return fault('Schrijf de datum als dag-maand-jaar, bijvoorbeeld 18-7-2000.');
    if (!isLocalDate(iso)) return fault('Deze datum bestaat niet.');
    if (iso > today) return fault('Deze datum ligt in de toekomst.');
    if (iso < addMonths(today, -12 * OLDEST_YEARS)) return fault(`Deze datum ligt meer dan ${OLDEST_YEARS} jaar terug.`);
    return value(iso);
  };
}

function toIso(text: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const [, day, month, year] = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text) ?? [];
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined;
}
