import { ArrayMaxSize, IsArray, IsUUID } from 'class-validator';
import { Text } from '../../http/fields.js';

const LONGEST_DRAFT = 100_000;

/** As typed so far: a draft may be wrong and incomplete, and longer than a note. */
export class SaveDraftRequest {
  @Text(30, { optional: true })
  kind: string;

  /** As the field holds it. */
  @Text(30, { optional: true })
  moment: string;

  /** Who of the family is ticked. */
  @ArrayMaxSize(30)
  @IsUUID(undefined, { each: true })
  @IsArray()
  memberIds: string[];

  @Text(2_000, { optional: true })
  others: string;

  @Text(LONGEST_DRAFT, { optional: true })
  discussed: string;

  @Text(5_000, { optional: true })
  nextStep: string;

  @Text(30, { optional: true })
  remind: string;
}
