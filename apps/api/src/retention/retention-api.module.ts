import { Module } from '@nestjs/common';
import { RetentionModule } from '#privacy';
import { LegalHoldsController } from './legal-holds.controller.js';
import { RetentionRulesController } from './retention-rules.controller.js';

@Module({ imports: [RetentionModule], controllers: [RetentionRulesController, LegalHoldsController] })
export class RetentionApiModule {}
