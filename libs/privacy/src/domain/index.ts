export * from './data-categories.js';
export * from './legal-basis.policy.js';
export * from './legal-basis.states.js';
export * from './legal-basis.validation.js';
export * from './sharing-gate.js';
export * from './sharing-text.js';
export * from './retention/index.js';
