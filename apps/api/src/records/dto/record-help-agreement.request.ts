import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import type { LocalDate } from '#kernel';
import { Day, Text } from '../../http/fields.js';
import { AgreedBy } from '../../legal-bases/dto/agreed-by.js';
import { AgreedByRequest } from '../../legal-bases/dto/agreed-by.request.js';

const PROOFS = ['conversation', 'signed-form', 'letter'] as const;

export class RecordHelpAgreementRequest {
  /** A member of this household. */
  @IsUUID()
  memberId: string;

  /** Which help, in words. */
  @Text(500)
  help: string;

  @Day()
  validFrom: LocalDate;

  @ApiProperty({ enum: PROOFS })
  @IsIn(PROOFS)
  proof: (typeof PROOFS)[number];

  /** Who said yes: under 12 a parent with authority, 12–15 child and parent, from 16 the child alone. */
  @AgreedBy()
  agreedBy: AgreedByRequest[];

  /** The agreement of the same person that this one takes the place of. */
  @IsOptional()
  @IsUUID()
  replaces?: string;
}
