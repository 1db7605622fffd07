export * from './member-correction.js';
export * from './redaction.js';
export * from './rights-export.states.js';
export * from './rights-request.next-step.js';
export * from './rights-request.policy.js';
export * from './rights-request.states.js';
export * from './rights-request.terms.js';
export * from './rights-request.validation.js';
