import { Module } from '@nestjs/common';
import { HouseholdsModule } from '#households';
import { BreakGlassNotices } from './break-glass.notices.js';
import { BreakGlassQueries } from './break-glass.queries.js';
import { BreakGlassService } from './break-glass.service.js';

const parts = [BreakGlassService, BreakGlassQueries, BreakGlassNotices];

@Module({ imports: [HouseholdsModule], providers: parts, exports: parts })
export class BreakGlassModule {}
