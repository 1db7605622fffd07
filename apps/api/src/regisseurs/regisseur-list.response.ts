import { ApiProperty } from '@nestjs/swagger';

export class RegisseurResponse {
  id: string;
  name: string;
  teamName: string;
  /** Families this person is regisseur of now. */
  caseload: number;
  bandMin: number;
  bandMax: number;
  /** The caseload against the band of the team; it warns, the team lead decides. */
  @ApiProperty({ enum: ['below', 'within', 'full', 'above'] })
  level: 'below' | 'within' | 'full' | 'above';
}

export class RegisseurListResponse {
  items: RegisseurResponse[];
  nextCursor: string | null;
}
