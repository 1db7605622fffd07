import { type CellReader, fault, type Reading, value } from '#households/domain';
import { addMonths, isDomainError, type LocalDate, normaliseName, parseEuro } from '#kernel';

/** Who may send a signal: the kinds of fixed costs of the Besluit gemeentelijke schuldhulpverlening, paragraph 2. */
export const CREDITOR_KINDS = { rent: 'huur', energy: 'energie', water: 'water', 'health-insurance': 'zorgverzekering', mortgage: 'hypotheek', 'local-tax': 'gemeentelijke belasting' } as const;
export type CreditorKind = keyof typeof CREDITOR_KINDS;
const KINDS = new Map<string, CreditorKind>(Object.entries(CREDITOR_KINDS).map(([kind, name]) => [name, kind as CreditorKind]));

const MOST_CENTS = 10_000_000;
const OLDEST_MONTHS = 12;

export function readCreditorKind(text: string): Reading<CreditorKind> {
  const kind = KINDS.get(normaliseName(text));
  return kind ? value(kind) : fault(`Deze soort schuldeiser mag geen signaal geven. Kies uit: ${[...KINDS.keys()].join(', ')}.`);
}

/** Arrears in euros as people write them ('1.050,00', '€ 312'), in cents. */
export function readAmount(text: string): Reading<number> {
  try {
    const cents = parseEuro(text);
    if (cents === 0) return fault('Het bedrag is nul. Dan is er geen achterstand.');
    return cents > MOST_CENTS ? fault('Dit bedrag is hoger dan € 100.000,00. Controleer het.') : value(cents);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return fault('Dit is geen bedrag. Schrijf het zo: 312,45.');
  }
}

export function readMonths(text: string): Reading<number> {
  return /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 120 ? value(Number(text)) : fault('Vul het aantal maanden in als een getal van 1 tot en met 120.');
}

/** A signal that is a year old tells nothing about today. */
export function readSignalDay(today: LocalDate, readDay: CellReader<LocalDate>): CellReader<LocalDate> {
  return (text) => {
    const day = readDay(text);
    return day.ok && day.value < addMonths(today, -OLDEST_MONTHS) ? fault('Dit signaal is meer dan een jaar oud.') : day;
  };
}
