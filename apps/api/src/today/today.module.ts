import { Module } from '@nestjs/common';
import { PrivacyDeskQueries } from './privacy-desk.queries.js';
import { TodayController } from './today.controller.js';
import { TodayQueries } from './today.queries.js';

@Module({ controllers: [TodayController], providers: [TodayQueries, PrivacyDeskQueries] })
export class TodayModule {}
