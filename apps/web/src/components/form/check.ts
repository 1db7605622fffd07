import type { Errors } from './useForm.js';

/** Names and messages of what is still empty. */
export function missing(...questions: readonly (readonly [name: string, value: unknown, message: string])[]): Errors {
  return Object.fromEntries(questions.filter(([, value]) => isEmpty(value)).map(([name, , message]) => [name, message]));
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);
