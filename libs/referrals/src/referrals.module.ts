import { Module } from '@nestjs/common';
import { HouseholdsModule } from '#households';
import { PrivacyModule } from '#privacy';
import { AnswerLadder } from './answer-ladder.service.js';
import { ReferralExport } from './referral-export.queries.js';
import { ReferralMoves } from './referral-moves.service.js';
import { ReferralSending } from './referral-sending.service.js';
import { ReferralStandingQueries } from './referral-standing.queries.js';
import { ReferralStopsService } from './referral-stops.service.js';
import { ReferralsQueries } from './referrals.queries.js';
import { ReferralsService } from './referrals.service.js';
import { WithdrawalPreviewQueries } from './withdrawal-preview.queries.js';

const doors = [AnswerLadder, ReferralExport, ReferralSending, ReferralsService, ReferralStopsService, ReferralsQueries, WithdrawalPreviewQueries, ReferralStandingQueries];

@Module({ imports: [HouseholdsModule, PrivacyModule], providers: [ReferralMoves, ...doors], exports: doors })
export class ReferralsModule {}
