export * from './assignment.policy.js';
export * from './assignment.states.js';
export * from './caseload.js';
