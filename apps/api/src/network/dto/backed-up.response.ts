import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate } from '#kernel';
import { NETWORK_KINDS, type NetworkKind } from '#households';
import { Day } from '../../http/fields.js';

/** Somebody who can fall back on you. Of the family nothing. */
export class BackedUpResponse {
  id: string;
  @ApiProperty({ enum: Object.keys(NETWORK_KINDS) })
  kind: NetworkKind;
  name: string;
  phone: string | null;
  email: string | null;
  @Day()
  since: LocalDate;
  until: string | null;
  /** Whom to call about the family. */
  regisseur: string | null;
}

export class BackedUpListResponse {
  items: BackedUpResponse[];
  nextCursor: string | null;
}
