import { Module } from '@nestjs/common';
import { HouseholdStory } from './household-story.service.js';

@Module({ providers: [HouseholdStory], exports: [HouseholdStory] })
export class HouseholdsModule {}
