export * from './household-case.policy.js';
export * from './household-case.states.js';
export * from './household-report.js';
export * from './life-domain.js';
export * from './member.js';
export * from './next-step.js';
export * from './people/index.js';
export * from './waiting-list.js';
