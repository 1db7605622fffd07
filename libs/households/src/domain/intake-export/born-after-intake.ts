import { refuseRow, warnAbout, type ReadRow } from './read-row.js';

/** Compares birth dates with the day of the intake: the row's own, else that of the main resident. */
export function checkBornAfterIntake(rows: readonly ReadRow[]): void {
  const ofHousehold = rows.find(({ role }) => role === 'main')?.facts.reportedOn;
  for (const row of rows) {
    const reportedOn = row.facts.reportedOn ?? ofHousehold;
    if (!reportedOn || !row.clues.birthDate || row.clues.birthDate <= reportedOn) continue;
    // A baby may come between the intake and the export; an adult may not.
    if (row.role === 'child') warnAbout(row, 'Geboortedatum', 'Dit kind is geboren na de aanmelddatum. Controleer de geboortedatum.');
    else refuseRow(row, 'Geboortedatum', 'De geboortedatum ligt na de aanmelddatum.');
  }
}
