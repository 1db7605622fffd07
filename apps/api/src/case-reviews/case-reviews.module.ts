import { Module } from '@nestjs/common';
import { RegieModule } from '#regie';
import { CaseReviewsController } from './case-reviews.controller.js';

@Module({ imports: [RegieModule], controllers: [CaseReviewsController] })
export class CaseReviewsApiModule {}
