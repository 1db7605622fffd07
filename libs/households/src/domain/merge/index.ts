export * from './duplicates.js';
export * from './merge-choice.js';
export * from './merge.policy.js';
export * from './split.js';
export * from './undo.js';
