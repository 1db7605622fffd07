/** The columns of a file with signals, as the creditors' portals write them. */
export const SIGNAL_COLUMNS = [
  'Soort schuldeiser', 'Schuldeiser', 'Naam', 'Postcode', 'Huisnr', 'Toev.', 'Woonplaats', 'Bedrag', 'Maanden', 'Signaaldatum', 'Dreiging',
] as const;
export type SignalColumn = (typeof SIGNAL_COLUMNS)[number];

export const OPTIONAL_SIGNAL_COLUMNS: readonly SignalColumn[] = ['Toev.', 'Maanden', 'Dreiging'];

/** What the refused-rows file adds; skipped when the corrected file comes back. */
export const REFUSAL_COLUMNS = ['Rijnummer', 'Kolom', 'Reden'];

export const WHOLE_ROW = 'hele rij';
