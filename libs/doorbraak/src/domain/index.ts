export * from './canvas.js';
export * from './canvas.policy.js';
export * from './legal-room.js';
