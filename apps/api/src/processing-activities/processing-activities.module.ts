import { Module } from '@nestjs/common';
import { PrivacyModule } from '#privacy';
import { ProcessingActivitiesController } from './processing-activities.controller.js';

@Module({ imports: [PrivacyModule], controllers: [ProcessingActivitiesController] })
export class ProcessingActivitiesModule {}
