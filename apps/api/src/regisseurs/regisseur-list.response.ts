import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate } from '#kernel';
import { Day } from '../http/fields.js';

export class RegisseurAbsence {
  /** The last day of the absence. */
  @Day()
  until: LocalDate;
  /** Name of who stands in. */
  substitute: string;
}

export class RegisseurResponse {
  id: string;
  name: string;
  teamName: string;
  /** Families this person is regisseur of now. */
  caseload: number;
  bandMin: number;
  bandMax: number;
  /** The caseload against the band of the team. */
  @ApiProperty({ enum: ['below', 'within', 'full', 'above'] })
  level: 'below' | 'within' | 'full' | 'above';
}

export class RegisseurToAskResponse extends RegisseurResponse {
  /** Families this person is asked for: open proposals and hand-overs. */
  coming: number;
  /** One family more would be above the band: only with a reason of the team lead. */
  wouldBeAbove: boolean;
  /** Away today. */
  absence: RegisseurAbsence | null;
}

export class RegisseurListResponse {
  items: RegisseurToAskResponse[];
  nextCursor: string | null;
}
