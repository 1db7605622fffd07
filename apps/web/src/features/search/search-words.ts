import { useSyncExternalStore } from 'react';

/**
 * What somebody looks for is a name: it stays in the memory of this page. Not in the address, which stands in histories and on
 * shared screens, and not in storage, which outlives the person at the desk.
 */
let words = '';
const listeners = new Set<() => void>();

export function lookFor(text: string): void {
  words = text;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useSearchWords = (): string => useSyncExternalStore(subscribe, () => words);
