import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate } from '#kernel';
import { SUBSTITUTION_STATES, type SubstitutionState } from '#regie';
import { Day } from '../../http/fields.js';
import { NamedThing } from '../../me/me.response.js';

export class SubstitutionResponse {
  id: string;
  /** Who is away. */
  regisseur: NamedThing;
  /** Who stands in. */
  substitute: NamedThing;
  @Day()
  firstDay: LocalDate;
  @Day()
  lastDay: LocalDate;
  @ApiProperty({ enum: Object.keys(SUBSTITUTION_STATES) })
  state: SubstitutionState;
  version: number;
  allowedActions: string[];
}

export class SubstitutionPageResponse {
  items: SubstitutionResponse[];
  nextCursor: string | null;
}

export class ColleagueResponse {
  id: string;
  name: string;
  teamName: string;
  /** In one of your teams. */
  ofMyTeam: boolean;
}

export class ColleagueListResponse {
  items: ColleagueResponse[];
  nextCursor: string | null;
}
