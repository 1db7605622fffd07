import { Module } from '@nestjs/common';
import { BsnLook } from './bsn/bsn-look.service.js';
import { BsnService } from './bsn/bsn.service.js';
import { HouseholdStory } from './household-story.service.js';
import { HouseholdsService } from './households.service.js';
import { IntakeDesk } from './intake-desk.service.js';
import { IntakeImportsQueries } from './intake-imports.queries.js';
import { IntakeImportsService } from './intake-imports.service.js';

@Module({
  providers: [BsnLook, BsnService, HouseholdStory, IntakeDesk, HouseholdsService, IntakeImportsService, IntakeImportsQueries],
  exports: [BsnService, HouseholdStory, HouseholdsService, IntakeImportsService, IntakeImportsQueries],
})
export class HouseholdsModule {}
