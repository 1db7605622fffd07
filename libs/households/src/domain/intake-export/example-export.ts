import { localDate } from '#kernel';
import { COLUMNS, type Column } from './columns.js';
import type { IntakePlan, KnownHousehold } from './intake-plan.js';
import { planIntakeImport, type IntakeImportRules } from './plan-intake-import.js';

/** Small invented exports for the tests in this folder. */
export type Cells = Partial<Record<Column, string>>;

export const EXAMPLE_RULES: IntakeImportRules = {
  today: localDate('2026-11-22'),
  places: ['Groningen', 'Haren'],
  known: [],
  bsnIndexOf: (bsn) => `index of ${bsn}`,
};

export const aMain = (cells: Cells = {}): Cells => ({
  'Aanmeldnummer': 'A26-1', 'Aanmelddatum': '20-5-2026', 'Bron': 'wijkagent', 'Achternaam': 'Boer', 'Tussenvoegsel': 'de',
  'Voorletters/roepnaam': 'Wilma', 'Geboortedatum': '19-04-1988', 'Relatie': 'hoofdbewoner', 'Postcode': '9713 AE', 'Huisnr': '151',
  'Toev.': 'A', 'Woonplaats': 'Groningen', 'Wijk': 'De Hoogte', 'Geheim adres': 'nee', 'Urgentie': 'normaal', ...cells,
});

export const aChild = (cells: Cells = {}): Cells => ({
  'Aanmeldnummer': 'A26-1', 'Achternaam': 'Boer', 'Tussenvoegsel': 'de', 'Voorletters/roepnaam': 'Zoë', 'Geboortedatum': '2015-06-10', 'Relatie': 'kind', ...cells,
});

export const aPartner = (cells: Cells = {}): Cells => aChild({ 'Voorletters/roepnaam': 'Yusuf', 'Geboortedatum': '1-10-1986', 'Relatie': 'partner', ...cells });

/** The rows as a UTF-8 file with every column; the first one is row 2. */
export function anExport(...rows: Cells[]): Uint8Array {
  const lines = [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column] ?? ''))];
  return new TextEncoder().encode(lines.map((line) => line.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n'));
}

export const planFor = (rows: Cells[], rules: Partial<IntakeImportRules> = {}) => planIntakeImport(anExport(...rows), { ...EXAMPLE_RULES, ...rules });

/** Each refusal as 'row column: reason'. */
export const refusalsOf = (rows: Cells[], rules: Partial<IntakeImportRules> = {}): string[] =>
  planFor(rows, rules).refusals.map(({ rowNumber, column, reason }) => `${rowNumber} ${column}: ${reason}`);

/** The households of a plan as they are known once it has been carried out. */
export function carriedOut(plan: IntakePlan, before: readonly KnownHousehold[] = []): KnownHousehold[] {
  const grown = before.map((household) => ({
    ...household,
    members: [...household.members, ...plan.newMembers.filter(({ householdId }) => householdId === household.householdId).map(({ member }) => member)],
  }));
  return [...grown, ...plan.newHouseholds.map((household) => ({ ...household, householdId: `household ${household.externalRef}` }))];
}
