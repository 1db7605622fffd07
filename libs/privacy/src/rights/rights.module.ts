import { Module } from '@nestjs/common';
import { HouseholdsModule } from '#households';
import { MemberCorrectionsService } from './member-corrections.service.js';
import { MemberHistoryQueries } from './member-history.queries.js';
import { RightsDecisionsService } from './rights-decisions.service.js';
import { RightsExportMaker } from './rights-export.maker.js';
import { RightsExportsQueries } from './rights-exports.queries.js';
import { RightsExportsService } from './rights-exports.service.js';
import { RightsRequestsQueries } from './rights-requests.queries.js';
import { RightsRequestsService } from './rights-requests.service.js';

const services = [
  RightsRequestsService, RightsDecisionsService, RightsExportsService, RightsExportMaker, MemberCorrectionsService, RightsRequestsQueries, RightsExportsQueries, MemberHistoryQueries,
];

/** What people ask about their own data. */
@Module({ imports: [HouseholdsModule], providers: services, exports: services })
export class RightsModule {}
