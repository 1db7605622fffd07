import { Module } from '@nestjs/common';
import { RegieModule } from '#regie';
import { TimelineController } from './timeline.controller.js';

@Module({ imports: [RegieModule], controllers: [TimelineController] })
export class TimelineApiModule {}
