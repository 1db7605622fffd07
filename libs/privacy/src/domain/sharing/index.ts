export * from './agreement.deadlines.js';
export * from './agreement.policy.js';
export * from './agreement.states.js';
export * from './agreement.validation.js';
export * from './closed-in-text.js';
export * from './refusals.js';
export * from './who-sees-what.js';
