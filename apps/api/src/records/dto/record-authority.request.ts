import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsUUID } from 'class-validator';

const SOURCES = ['register', 'told'] as const;

export class RecordAuthorityRequest {
  /** A member under 18. */
  @IsUUID()
  childId: string;

  /** A member of age. */
  @IsUUID()
  adultId: string;

  @IsBoolean()
  hasAuthority: boolean;

  /** From the register of authority, or told in a talk. */
  @ApiProperty({ enum: SOURCES })
  @IsIn(SOURCES)
  source: (typeof SOURCES)[number];
}
