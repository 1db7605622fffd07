import { ApiProperty } from '@nestjs/swagger';
import { LIFE_DOMAINS, type LifeDomain } from '#households';
import type { LocalDate } from '#kernel';
import { Day } from '../../http/fields.js';

export class ScaleStepResponse {
  /** 1 is the hardest. */
  step: number;
  label: string;
  /** What it looks like. */
  description: string;
}

export class ScoreScaleResponse {
  id: string;
  name: string;
  /** Which version it is; a version is never changed. */
  version: number;
  @Day()
  validFrom: LocalDate;
  steps: readonly ScaleStepResponse[];
  @ApiProperty({ enum: Object.keys(LIFE_DOMAINS), isArray: true })
  domains: readonly LifeDomain[];
  /** For each step of the version before it the step here that says the same; null: the two can't be compared. */
  @ApiProperty({ type: [Number], nullable: true })
  mapsPrevious: readonly number[] | null;
}

export class ScoreScaleListResponse {
  /** The newest first. */
  items: readonly ScoreScaleResponse[];
  nextCursor: string | null;
}
