import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import { isValidBsn } from '#kernel';

export class BsnLookupRequest {
  /** Burgerservicenummer; passes the 11-test. In the body, because a URL ends up in logs. */
  @ApiProperty({ type: String, pattern: '^\\d{9}$' })
  @ValidateBy({ name: 'isBsn', validator: { validate: (value) => typeof value === 'string' && isValidBsn(value) } })
  bsn: string;
}
