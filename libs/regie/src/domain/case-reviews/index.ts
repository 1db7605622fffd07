export * from './case-review.js';
export * from './names-in-text.js';
export * from './pseudonyms.js';
