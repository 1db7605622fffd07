import { Module } from '@nestjs/common';
import { HouseholdsModule } from '#households';
import { InboxService } from './inbox.service.js';
import { RemindersQueries } from './reminders.queries.js';
import { RemindersService } from './reminders.service.js';

@Module({
  imports: [HouseholdsModule],
  providers: [InboxService, RemindersService, RemindersQueries],
  exports: [InboxService, RemindersService, RemindersQueries],
})
export class RemindersModule {}
