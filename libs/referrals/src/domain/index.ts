export * from './answer-due.js';
export * from './fhir-task.js';
export * from './next-step.js';
export * from './referral.deadlines.js';
export * from './referral.policy.js';
export * from './referral.states.js';
export * from './refusal.js';
