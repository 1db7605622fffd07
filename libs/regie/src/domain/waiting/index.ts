export * from './contact.js';
export * from './order.js';
export * from './settings.js';
export * from './target.js';
export * from './trend.js';
