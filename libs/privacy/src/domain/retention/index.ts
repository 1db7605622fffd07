export * from './destruction.policy.js';
export * from './destruction.states.js';
export * from './kinds.js';
export * from './legal-hold.js';
export * from './rules.js';
export * from './term.js';
export * from './retention-rule.validation.js';
export * from './retention-settings.js';
