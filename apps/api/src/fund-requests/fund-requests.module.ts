import { Module } from '@nestjs/common';
import { FundModule } from '#fund';
import { FundRequestStepsController } from './fund-request-steps.controller.js';
import { FundRequestsController } from './fund-requests.controller.js';

@Module({ imports: [FundModule], controllers: [FundRequestsController, FundRequestStepsController] })
export class FundRequestsModule {}
