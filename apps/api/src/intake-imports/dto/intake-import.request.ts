import { ApiProperty } from '@nestjs/swagger';
import { Equals } from 'class-validator';
import { Text } from '../../http/fields.js';

export class IntakeImportRequest {
  /** Name of the file, to recognise it by. */
  @Text(200, { example: 'aanmeldingen.csv' })
  fileName: string;

  /** Somebody looked whether the families in this file are safe. Without it there is no place on the waiting list. */
  @ApiProperty({ enum: ['true'] })
  @Equals('true')
  safetyChecked: 'true';
}
