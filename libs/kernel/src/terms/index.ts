export * from './deadline.js';
export * from './decision.js';
export * from './default-penalty.js';
export * from './objection.js';
export * from './social-domain.js';
export * from './suspension.js';
