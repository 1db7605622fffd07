import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the running launcher serves, for the commands beside it (demo:token, migrate). */
export interface Running {
  pid: number;
  address: string;
  issuer?: string;
  pgPort?: number;
}

const fileIn = (dataDir: string) => join(dataDir, 'running.json');

export async function writeRunning(dataDir: string, running: Running): Promise<() => Promise<void>> {
  await writeFile(fileIn(dataDir), `${JSON.stringify(running)}\n`);
  return () => rm(fileIn(dataDir), { force: true });
}

export async function readRunning(dataDir: string): Promise<Running | undefined> {
  const text = await readFile(fileIn(dataDir), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Running);
}
