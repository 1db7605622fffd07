import { ApiProperty } from '@nestjs/swagger';
import { EXPORT_STATES, type ExportState } from '#privacy';

export class ExportTextResponse {
  id: string;
  label: string;
  writtenAt: string | null;
  /** As it was written; look through it for data of others. */
  text: string;
  /** Words about others that were found in it: a proposal, reading is still needed. */
  suggested: readonly string[];
}

/** The file for the resident: how far it is. */
export class RightsExportResponse {
  id: string;
  @ApiProperty({ enum: Object.keys(EXPORT_STATES) })
  state: ExportState;
  requestedAt: string;
  readyAt: string | null;
  /** Then it is thrown away. */
  expiresAt: string | null;
  /** How often a file was taken. */
  downloads: number;
  version: number;
  /** Filled while they wait to be looked through. */
  @ApiProperty({ type: [ExportTextResponse] })
  texts: readonly ExportTextResponse[];
}
