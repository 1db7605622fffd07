export * from './cells.js';
export * from './plan-signal-import.js';
export { type NewSignal, personKeyOf, type SignalRefusal, type SignalRules } from './read-signal.js';
