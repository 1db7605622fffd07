import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { CAPACITIES, type Capacity } from '#privacy';
import { Text } from '../../http/fields.js';

const NAMES = Object.keys(CAPACITIES);

/** Who said yes: a member of the family, or a name of somebody outside it. */
export class AgreedByRequest {
  /** A member of this household. */
  @IsOptional()
  @IsUUID()
  memberId?: string;

  /** Somebody outside the household, such as a guardian. */
  @Text(200, { optional: true })
  name?: string;

  /** In which capacity. A parent without authority can be named here, and is refused. */
  @ApiProperty({ enum: NAMES })
  @IsIn(NAMES)
  capacity: Capacity;
}

export class AgreedByResponse {
  memberId?: string | null;
  name?: string | null;
  @ApiProperty({ enum: NAMES })
  capacity: Capacity;
}
