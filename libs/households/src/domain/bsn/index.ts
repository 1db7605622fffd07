export * from './bsn-reasons.js';
export * from './bsn-throttle.js';
