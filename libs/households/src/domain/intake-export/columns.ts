/** The columns of an intake export, in the order in which municipalities make them. */
export const COLUMNS = [
  'Aanmeldnummer', 'Aanmelddatum', 'Bron', 'Achternaam', 'Tussenvoegsel', 'Voorletters/roepnaam', 'Geboortedatum',
  'BSN', 'Relatie', 'Postcode', 'Huisnr', 'Toev.', 'Woonplaats', 'Wijk', 'Geheim adres', 'Telefoon', 'E-mail',
  'Leefgebieden', 'Urgentie', 'Toelichting',
] as const;

export type Column = (typeof COLUMNS)[number];

/** A file may leave these columns out; every other one has to be there. */
export const OPTIONAL_COLUMNS: readonly Column[] = ['Tussenvoegsel', 'BSN', 'Toev.', 'Wijk', 'Telefoon', 'E-mail', 'Leefgebieden', 'Toelichting'];

/** What the refused-rows file adds. Skipped on import, so that the corrected file can come straight back. */
export const REFUSAL_COLUMNS = ['Rijnummer', 'Kolom', 'Reden'] as const;

/** Stands in `Refusal.column` where the fault is not in one cell. */
export const WHOLE_ROW = 'hele rij';

export type FaultColumn = Column | typeof WHOLE_ROW;
