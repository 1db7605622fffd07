import { Module } from '@nestjs/common';
import { TodayController } from './today.controller.js';
import { TodayQueries } from './today.queries.js';

@Module({ controllers: [TodayController], providers: [TodayQueries] })
export class TodayModule {}
