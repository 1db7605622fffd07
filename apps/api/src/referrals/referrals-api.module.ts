import { Module } from '@nestjs/common';
import { ReferralsModule as Referrals } from '#referrals';
import { ReferralStepsController } from './referral-steps.controller.js';
import { ReferralsController } from './referrals.controller.js';

@Module({ imports: [Referrals], controllers: [ReferralsController, ReferralStepsController] })
export class ReferralsApiModule {}
