export * from './file/index.js';
export * from './settings.js';
export * from './signal-case.policy.js';
export * from './signal-case.states.js';
export * from './year-count.js';
