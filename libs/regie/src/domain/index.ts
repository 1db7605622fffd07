export * from './assignment.policy.js';
export * from './assignment.states.js';
export * from './caseload.js';
export * from './substitution.policy.js';
export * from './substitution.states.js';
