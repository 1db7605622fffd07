/** Something about one row of the file. */
export class RowRemarkResponse {
  /** As a spreadsheet shows it: the header is row 1. */
  rowNumber: number;
  column: string;
  reason: string;
  /** The number that the row itself carries (aanmeldnummer). */
  key: string;
}

export class IntakeImportSummaryResponse {
  id: string;
  fileName: string;
  importedAt: string;
  rowCount: number;
  takenRows: number;
  refusedRows: number;
  newHouseholds: number;
  newMembers: number;
  /** Rows about people we had already; nothing changed for them. */
  alreadyKnown: number;
}

export class IntakeImportResponse extends IntakeImportSummaryResponse {
  /** Every fault of every row that was not taken. */
  refusals: RowRemarkResponse[];
  /** Rows that were taken, and need a look. */
  warnings: RowRemarkResponse[];
}

export class IntakeImportListResponse {
  items: IntakeImportSummaryResponse[];
  nextCursor: string | null;
}
