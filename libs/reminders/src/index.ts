export * from './domain/index.js';
export { InboxService, type Notice } from './inbox.service.js';
export { Reminder } from './reminder.entity.js';
export { RemindersModule } from './reminders.module.js';
export { type InboxItem, type ReminderItem, RemindersQueries } from './reminders.queries.js';
export { type LaterReminder, RemindersService, type SystemReminder } from './reminders.service.js';
