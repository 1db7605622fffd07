export * from './compare-scores.js';
export * from './family-work.policy.js';
export * from './measurement.js';
export * from './score-scale.js';
export * from './series.js';
