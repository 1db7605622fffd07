import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import type { LocalDate } from '#kernel';
import { NETWORK_AGREEMENTS, NETWORK_KINDS, type NetworkAgreement, type NetworkKind, REPRESENTATIVE_KINDS, type RepresentativeKind } from '#households';
import { Day, Text } from '../../http/fields.js';

export class RepresentativeRequest {
  @ApiProperty({ enum: Object.keys(REPRESENTATIVE_KINDS) })
  @IsIn(Object.keys(REPRESENTATIVE_KINDS))
  kind: RepresentativeKind;

  @Text(120)
  name: string;

  @Text(120, { optional: true })
  organisation?: string;

  @Text(30, { optional: true, example: '06 12345678' })
  phone?: string;

  @Text(254, { optional: true, example: 'naam@voorbeeld.nl' })
  email?: string;

  @Day()
  since: LocalDate;

  /** The first day on which it no longer holds. */
  @Day({ optional: true })
  until?: LocalDate;
}

export class RecordRepresentativeRequest extends RepresentativeRequest {
  /** For whom. */
  @IsUUID()
  memberId: string;
}

export class NetworkPersonRequest {
  /** For whom; left out: for the whole family. */
  @IsOptional()
  @IsUUID()
  memberId?: string;

  @ApiProperty({ enum: Object.keys(NETWORK_KINDS) })
  @IsIn(Object.keys(NETWORK_KINDS))
  kind: NetworkKind;

  /** What this person is to the family, in its own words. */
  @Text(80, { example: 'oma' })
  relation: string;

  /** Only of who agreed to be written down. */
  @Text(120, { optional: true })
  name?: string;

  @Text(30, { optional: true, example: '06 12345678' })
  phone?: string;

  @Text(254, { optional: true, example: 'naam@voorbeeld.nl' })
  email?: string;

  /** Whether this person agrees to be written down. */
  @ApiProperty({ enum: Object.keys(NETWORK_AGREEMENTS) })
  @IsIn(Object.keys(NETWORK_AGREEMENTS))
  agreement: NetworkAgreement;

  @Day({ optional: true })
  agreedOn?: LocalDate;

  @Day()
  since: LocalDate;

  /** The first day on which it is over. */
  @Day({ optional: true })
  until?: LocalDate;

  /** A colleague to fall back on; gets no access to the dossier by it. */
  @IsOptional()
  @IsUUID()
  backupUserId?: string;
}
