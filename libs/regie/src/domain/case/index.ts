export * from './aftercare.js';
export * from './case-settings.js';
export * from './case-steps.js';
export * from './escalation.js';
