import { asOneLine } from './launch-error.js';

const ENTRIES: Record<string, () => Promise<{ main(args: string[]): Promise<void> }>> = {
  start: () => import('./start.js'),
  cli: () => import('./cli.js'),
  'demo-token': () => import('./demo-token.js'),
  'demo-journey': () => import('./demo/journey/main.js'),
};

/** Runs one entry; what goes wrong is one line on standard error, never a stack. */
export async function run(entry: string, args: string[]): Promise<void> {
  try {
    const { main } = await ENTRIES[entry]!();
    await main(args);
  } catch (error) {
    process.stderr.write(`${asOneLine(error)}\n`);
    process.exit(1);
  }
}
