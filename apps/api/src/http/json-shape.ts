import { InvalidInput } from './validation.js';

const DEEPEST = 12;

/**
 * Refuses JSON that no route of ours asks for and that the libraries behind this door stumble over: nothing at all, nested
 * without end, a list straight in a list, and field names that every object already has (`toString`), which pass for known.
 */
export function assertPlainJson(body: unknown): void {
  if (body === null) throw new InvalidInput([], 'Stuur een object met velden.');
  walk(body, '', 0);
}

function walk(value: unknown, path: string, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > DEEPEST) throw new InvalidInput([], 'De gegevens zitten te diep in elkaar.');
  for (const [name, item] of Object.entries(value)) {
    const field = path ? `${path}.${name}` : name;
    if (name in Object.prototype) throw new InvalidInput([{ field, message: 'Dit veld kennen we niet.' }]);
    if (Array.isArray(value) && Array.isArray(item)) throw new InvalidInput([{ field, message: 'Dit onderdeel heeft niet de goede vorm.' }]);
    walk(item, field, depth + 1);
  }
}
