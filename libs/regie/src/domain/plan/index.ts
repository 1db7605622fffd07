export * from './action.js';
export * from './goal.js';
