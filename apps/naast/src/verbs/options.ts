import { BadUse } from './verb.js';

/** Reads what was typed after the verb, with `parseArgs`. Anything unknown is bad use, not something to guess at. */
export function readOptions<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    const option = /'(-[^ ']*)/.exec((error as Error).message)?.[1];
    throw new BadUse(option ? `De keuze ${option} klopt niet.` : 'Er staat iets dat deze opdracht niet kent.');
  }
}
