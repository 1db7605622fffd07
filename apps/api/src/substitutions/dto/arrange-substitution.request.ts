import { IsOptional, IsUUID } from 'class-validator';
import type { LocalDate } from '#kernel';
import { Day } from '../../http/fields.js';

export class ArrangeSubstitutionRequest {
  /** Who is away; left out: you. */
  @IsOptional()
  @IsUUID()
  regisseurId?: string;

  @IsUUID()
  substituteId: string;

  @Day()
  firstDay: LocalDate;

  /** The last day of the absence. */
  @Day()
  lastDay: LocalDate;
}
