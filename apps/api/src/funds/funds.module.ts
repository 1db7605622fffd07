import { Module } from '@nestjs/common';
import { FundModule } from '#fund';
import { FundsController } from './funds.controller.js';

@Module({ imports: [FundModule], controllers: [FundsController] })
export class FundsModule {}
