import { Module } from '@nestjs/common';
import { HouseholdStory } from './household-story.service.js';
import { HouseholdsService } from './households.service.js';
import { IntakeDesk } from './intake-desk.service.js';
import { IntakeImportsQueries } from './intake-imports.queries.js';
import { IntakeImportsService } from './intake-imports.service.js';

@Module({
  providers: [HouseholdStory, IntakeDesk, HouseholdsService, IntakeImportsService, IntakeImportsQueries],
  exports: [HouseholdStory, HouseholdsService, IntakeImportsService, IntakeImportsQueries],
})
export class HouseholdsModule {}
