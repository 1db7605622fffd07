import { Module } from '@nestjs/common';
import { HouseholdsModule } from '#households';
import { PrivacyModule } from '#privacy';
import { HouseholdMergesController } from './household-merges.controller.js';
import { HouseholdSplitsController } from './household-splits.controller.js';
import { SplitQueries } from './split.queries.js';

@Module({ imports: [HouseholdsModule, PrivacyModule], controllers: [HouseholdMergesController, HouseholdSplitsController], providers: [SplitQueries] })
export class HouseholdMergesModule {}
