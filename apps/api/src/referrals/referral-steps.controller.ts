import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { ReferralsService } from '#referrals';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { ReferralProgressResponse } from './dto/referral.response.js';
import {
  AcceptReferralRequest, CancelReferralRequest, CompleteReferralRequest, FeedbackRequest, FirstContactRequest, RejectReferralRequest,
} from './dto/referral-steps.request.js';

/** What the two sides do. If-Match: the version of the referral. */
@ApiTags('Verwijzingen')
@Controller('v1/referrals/:id')
export class ReferralStepsController {
  constructor(private readonly referrals: ReferralsService) {}

  /** We will help. The regisseur stays responsible until the first contact is recorded. */
  @Allows('partner-worker')
  @Post('acceptance')
  @HttpCode(200)
  accept(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: AcceptReferralRequest): Promise<ReferralProgressResponse> {
    return this.referrals.accept(actor, id, body.note, version);
  }

  /** We cannot help, why, and what the next step is. */
  @Allows('partner-worker')
  @Post('rejection')
  @HttpCode(200)
  reject(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: RejectReferralRequest): Promise<ReferralProgressResponse> {
    return this.referrals.reject(actor, id, body, version);
  }

  /** We have met the family: from now on the partner is responsible for this help. */
  @Allows('partner-worker')
  @Post('first-contact')
  @HttpCode(200)
  recordFirstContact(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: FirstContactRequest): Promise<ReferralProgressResponse> {
    return this.referrals.recordFirstContact(actor, id, body, version);
  }

  /** Tell the regisseur how it goes. */
  @Allows('partner-worker')
  @Post('feedback')
  @HttpCode(200)
  giveFeedback(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: FeedbackRequest): Promise<ReferralProgressResponse> {
    return this.referrals.giveFeedback(actor, id, body.note, version);
  }

  /** The help is done. The shared fields close with it. */
  @Allows('partner-worker')
  @Post('completion')
  @HttpCode(200)
  complete(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: CompleteReferralRequest): Promise<ReferralProgressResponse> {
    return this.referrals.complete(actor, id, body, version);
  }

  /** The sender takes it back. */
  @Allows('regisseur')
  @Post('cancellation')
  @HttpCode(200)
  cancel(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: CancelReferralRequest): Promise<ReferralProgressResponse> {
    return this.referrals.cancel(actor, id, body.reason, version);
  }
}
