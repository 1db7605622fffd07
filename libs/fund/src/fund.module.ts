import { Module } from '@nestjs/common';
import { HouseholdsModule } from '#households';
import { FundRequestNotices } from './fund-request.notices.service.js';
import { FundRequestAdviceService } from './fund-request.advice.service.js';
import { FundRequestCompletenessService } from './fund-request.completeness.service.js';
import { FundRequestDecisionService } from './fund-request.decision.service.js';
import { FundRequestDossier } from './fund-request.dossier.service.js';
import { FundRequestsQueries } from './fund-requests.queries.js';
import { FundRequestsService } from './fund-requests.service.js';
import { FundRulesQuery } from './fund-rules.queries.js';
import { FundsQueries } from './funds.queries.js';

const doors = [
  FundRequestsService, FundRequestCompletenessService, FundRequestAdviceService, FundRequestDecisionService, FundRequestsQueries, FundsQueries, FundRequestNotices,
];

@Module({ imports: [HouseholdsModule], providers: [...doors, FundRequestDossier, FundRulesQuery], exports: doors })
export class FundModule {}
