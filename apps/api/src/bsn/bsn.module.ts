import { Module } from '@nestjs/common';
import { HouseholdsModule } from '#households';
import { BsnController } from './bsn.controller.js';

@Module({ imports: [HouseholdsModule], controllers: [BsnController] })
export class BsnApiModule {}
