import { Module } from '@nestjs/common';
import { RegieModule } from '#regie';
import { MeetingMinutesController } from './meeting-minutes.controller.js';
import { MeetingsController } from './meetings.controller.js';

@Module({ imports: [RegieModule], controllers: [MeetingsController, MeetingMinutesController] })
export class MeetingsApiModule {}
