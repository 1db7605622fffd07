import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID, Matches, MaxLength } from 'class-validator';
import type { LocalDate } from '#kernel';
import { Day } from '../../http/fields.js';
import { PageRequest } from '../../http/page.request.js';

export class AuditLogRequest extends PageRequest {
  /** Lines about this family, by its case number. */
  @ApiPropertyOptional({ type: String, maxLength: 30, example: '2026-000123' })
  @IsOptional()
  @MaxLength(30)
  @Matches(/^[A-Za-z0-9-]+$/)
  householdCase?: string;

  /** Lines of this employee. */
  @ApiPropertyOptional({ type: String, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  userId?: string;

  /** Lines of this action. */
  @ApiPropertyOptional({ type: String, maxLength: 60, pattern: '^[a-z-]+\\.[a-z-]+$', example: 'household.read' })
  @IsOptional()
  @MaxLength(60)
  @Matches(/^[a-z-]+\.[a-z-]+$/)
  action?: string;

  /** From this day on. */
  @Day({ optional: true })
  from?: LocalDate;

  /** Up to and including this day. */
  @Day({ optional: true })
  until?: LocalDate;
}

export class ProcessingLogRequest {
  /** The trace of a request, as a line of the audit shows it. */
  @ApiProperty({ type: String, pattern: '^[0-9a-f]{32}$', example: '0af7651916cd43dd8448eb211c80319c' })
  @Matches(/^[0-9a-f]{32}$/)
  traceId: string;
}
