import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from './visitor.js';

const LOOK_EVERY_MS = 250;

/** Something did not hold; the journey stops there. */
export class Broken extends Error {}

/** Tells the journey as it happens, and stops it at the first thing that does not hold. */
export class Tale {
  constructor(
    private readonly write: (line: string) => void,
    private readonly colours: boolean,
  ) {}

  step(number: number, title: string): void {
    this.write(`\n${this.paint('1', `${number}. ${title}`)}`);
  }

  /** What somebody did, and what the server said to it. */
  said(who: string, what: string, answer: string): void {
    this.write(`  ${this.paint('32', '✓')} ${who}: ${what} ${this.paint('2', `→ ${answer}`)}`);
  }

  /** The body of an answer with this status; anything else breaks the journey with what the server said. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- see Answer
  expect({ status, body }: Answer, wanted: number, what: string): any {
    if (status !== wanted) throw new Broken(`${what}: ik verwachtte ${wanted}, de server zei ${status} ${body?.detail ?? ''}`.trim());
    return body;
  }

  holds(condition: boolean, what: string): void {
    if (!condition) throw new Broken(`Dit klopt niet: ${what}`);
  }

  /** Looks again until it is there. */
  async eventually<T>(look: () => Promise<T | undefined>, seconds: number, what: string): Promise<T> {
    for (let waited = 0; waited <= seconds * 1000; waited += LOOK_EVERY_MS) {
      const found = await look();
      if (found !== undefined) return found;
      await pause(LOOK_EVERY_MS);
    }
    throw new Broken(`Dit kwam niet binnen ${seconds} seconden: ${what}`);
  }

  private paint(code: string, text: string): string {
    return this.colours ? `\u001b[${code}m${text}\u001b[0m` : text;
  }
}
