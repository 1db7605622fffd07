import type { Column } from './columns.js';
import type { HouseholdFacts } from './read-facts.js';
import { warnAbout, type ReadRow } from './read-row.js';

const COLUMN_OF = { urgency: 'Urgentie', lifeDomains: 'Leefgebieden', note: 'Toelichting' } as const satisfies Partial<Record<keyof HouseholdFacts, Column>>;

/** These three are read from the row of the main resident. Something else on another row is not kept, so say so. */
export function warnAboutUnusedFacts(row: ReadRow, main: ReadRow | null): void {
  if (row === main) return;
  for (const fact of Object.keys(COLUMN_OF) as (keyof typeof COLUMN_OF)[]) {
    const given = row.facts[fact];
    if (given === null || JSON.stringify(given) === JSON.stringify(main?.facts[fact])) continue;
    warnAbout(row, COLUMN_OF[fact], 'Dit lezen we alleen op de rij van de hoofdbewoner. Het is niet overgenomen.');
  }
}
