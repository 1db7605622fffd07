import { Module } from '@nestjs/common';
import { HouseholdsModule } from '#households';
import { HouseholdSearchesController } from './household-searches.controller.js';

@Module({ imports: [HouseholdsModule], controllers: [HouseholdSearchesController] })
export class HouseholdSearchesModule {}
