export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** Whose keys: those of the BSN, or those that SubjectVault makes of the same ring. */
  readonly keys: 'bsn' | 'subject';
  /** The blind index of the same value, when people are found by it. */
  readonly index?: string;
}

/**
 * Every column that is sealed. Rotation walks this list; a spec compares it with the database, so a
 * column named `…_sealed` that is not here fails. Each of these tables has a primary key `id`.
 */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  { table: 'household_member', column: 'bsn_sealed', keys: 'bsn', index: 'bsn_index' },
  { table: 'early_signal_import', column: 'refused_csv_sealed', keys: 'bsn' },
  { table: 'intake_import', column: 'refused_csv_sealed', keys: 'bsn' },
  { table: 'processing_log', column: 'data_subject_sealed', keys: 'subject', index: 'data_subject_index' },
  { table: 'rights_export', column: 'json_sealed', keys: 'bsn' },
  { table: 'rights_export', column: 'pdf_sealed', keys: 'bsn' },
  { table: 'rights_export_text', column: 'original_sealed', keys: 'bsn' },
  { table: 'rights_export_text', column: 'suggested_sealed', keys: 'bsn' },
  { table: 'rights_export_text', column: 'shown_sealed', keys: 'bsn' },
];
