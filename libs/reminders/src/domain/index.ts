export * from './notification-texts.js';
export * from './reminder.states.js';
export * from './reminder.validation.js';
