export * from './agenda.js';
export * from './meeting.moments.js';
export * from './meeting.policy.js';
export * from './meeting.states.js';
