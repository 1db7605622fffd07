import { afterAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type Person, signedIn } from './person.js';
import { keep } from './screenshots.js';

interface Day {
  /** Each works at a screen of their own, and signs in there once. */
  readonly as: (name: string) => Promise<Page>;
  readonly step: (title: string, play: () => Promise<void>, patience?: number) => void;
}

/** Each step stands on the one before: after a failure the rest is not tried, and every screen is kept as it was. */
export function aDay(browser: () => Browser): Day {
  const people = new Map<string, Person>();
  let broken: string | undefined;
  afterAll(() => expect([...people.values()].flatMap(({ faults }) => faults)).toEqual([]));
  return {
    as: async (name) => {
      const person = people.get(name) ?? (await signedIn(browser(), name));
      people.set(name, person);
      return person.page;
    },
    step: (title, play, patience) =>
      it(title, async () => {
        if (broken) throw new Error(`not tried after: ${broken}`);
        await play().catch(async (error: unknown) => {
          broken = title;
          for (const [name, { page }] of people) await keep(page, `failed-${name}`);
          throw error;
        });
      }, patience),
  };
}
