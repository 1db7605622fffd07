import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { LocalDate } from '#kernel';
import { CONTACT_KINDS, type ContactKind, REFUSAL_CODES, type RefusalCode } from '#referrals';
import { Day, Text } from '../../http/fields.js';

const CODES = Object.keys(REFUSAL_CODES);
const KINDS = Object.keys(CONTACT_KINDS);

export class AcceptReferralRequest {
  /** Something the regisseur should know. */
  @Text(1000, { optional: true })
  note?: string;
}

export class RejectReferralRequest {
  /** Why it is not possible. */
  @ApiProperty({ enum: CODES })
  @IsIn(CODES)
  code: RefusalCode;

  @Text(1000)
  explanation: string;

  /** What the family can do now: a refusal never ends with "no". */
  @Text(1000)
  nextStep: string;
}

export class FirstContactRequest {
  /** The day of the contact: not before the referral, not in the future. */
  @Day()
  contactedOn: LocalDate;

  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind: ContactKind;

  @Text(2000)
  note: string;
}

export class FeedbackRequest {
  /** How it goes. The regisseur reads this. */
  @Text(2000)
  note: string;
}

export class CompleteReferralRequest {
  /** What it brought the family. */
  @Text(2000)
  outcome: string;

  @Text(2000, { optional: true })
  note?: string;
}

export class CancelReferralRequest {
  /** Why it stops. The partner is told that it stopped, and no longer sees this text. */
  @Text(1000)
  reason: string;
}
