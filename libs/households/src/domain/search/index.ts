export * from './match.js';
export * from './query.js';
export * from './words.js';
