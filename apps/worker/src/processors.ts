import { AssignmentNewsProcessor } from './assignments/assignment-news.processor.js';
import { MailProcessor } from './mail/mail.processor.js';
import { ReminderDueProcessor } from './reminders/reminder-due.processor.js';

/** Everything that an outbox row can ask for. */
export const processors = [ReminderDueProcessor, MailProcessor, AssignmentNewsProcessor];
