import { afterAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type Person, signedIn } from './person.js';
import { keep } from './screenshots.js';

export interface Story {
  /** Each works at a screen of their own, and signs in there once. */
  as(name: string): Promise<Page>;
  /** Closes the browser of this person: who comes back signs in anew, and finds only what the server kept. */
  leaves(name: string): Promise<void>;
  /** Each step stands on the one before: after a failure the rest is not tried, and every screen is kept as it was. */
  step(title: string, play: () => Promise<void>, patience?: number): void;
}

/** One story in steps, with everybody who plays in it. */
export function aStory(browser: () => Browser): Story {
  const people = new Map<string, Person>();
  const faults: string[] = [];
  let broken: string | undefined;

  const leaves = async (name: string): Promise<void> => {
    const person = people.get(name);
    people.delete(name);
    faults.push(...(person?.faults ?? []));
    await person?.context.close();
  };
  const as = async (name: string): Promise<Page> => {
    const person = people.get(name) ?? (await signedIn(browser(), name));
    people.set(name, person);
    return person.page;
  };
  const step = (title: string, play: () => Promise<void>, patience?: number): void =>
    it(title, async () => {
      if (broken) throw new Error(`not tried after: ${broken}`);
      await play().catch(async (error: unknown) => {
        broken = title;
        for (const [name, { page }] of people) await keep(page, `failed-${name}`);
        throw error;
      });
    }, patience);

  afterAll(async () => {
    for (const name of [...people.keys()]) await leaves(name);
    expect(faults).toEqual([]);
  });
  return { as, leaves, step };
}
