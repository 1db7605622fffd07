import { Module } from '@nestjs/common';
import { RegieModule } from '#regie';
import { CaseloadsController } from './caseloads.controller.js';

@Module({ imports: [RegieModule], controllers: [CaseloadsController] })
export class CaseloadsApiModule {}
