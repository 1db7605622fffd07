export * from './handover.deadlines.js';
export * from './handover.policy.js';
export * from './handover.problems.js';
export * from './handover.settings.js';
export * from './handover.states.js';
