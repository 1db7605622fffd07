export * from './address.js';
export * from './contact.js';
export * from './membership.js';
export * from './network.js';
export * from './people.policy.js';
export * from './representative.js';
