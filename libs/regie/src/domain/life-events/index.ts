export * from './checklist.js';
export * from './checklists/index.js';
export * from './follow-up.js';
export * from './item-owner.js';
export * from './life-event.js';
export * from './life-event.states.js';
export * from './life-event-settings.js';
export * from './turning-18.js';
