export * from './break-glass.deadlines.js';
export * from './break-glass.policy.js';
export * from './break-glass.settings.js';
export * from './break-glass.states.js';
export * from './involvement.js';
