import { Module } from '@nestjs/common';
import { RegieModule } from '#regie';
import { LifeEventsController } from './life-events.controller.js';

@Module({ imports: [RegieModule], controllers: [LifeEventsController] })
export class LifeEventsApiModule {}
