import { Module } from '@nestjs/common';
import { RemindersModule } from '#reminders';
import { InboxController } from './inbox.controller.js';

@Module({ imports: [RemindersModule], controllers: [InboxController] })
export class InboxApiModule {}
