import { Module } from '@nestjs/common';
import { RemindersModule } from '#reminders';
import { RemindersController } from './reminders.controller.js';

@Module({ imports: [RemindersModule], controllers: [RemindersController] })
export class RemindersApiModule {}
