import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** The log of one part, of this run; the previous run is kept beside it. */
export class LogFile {
  private constructor(private readonly path: string, readonly fd: number, readonly write: (line: string) => void) {}

  static async open(dataDir: string, part: string): Promise<LogFile> {
    const folder = join(dataDir, 'logs');
    await mkdir(folder, { recursive: true });
    const path = join(folder, `${part}.log`);
    await rename(path, `${path}.1`).catch(() => undefined);
    const file = await open(path, 'a', 0o600);
    // A full disk must not take the launcher down while it tries to say so.
    return new LogFile(path, file.fd, (line) => void file.appendFile(`${line}\n`).catch(() => undefined));
  }

  /** The last thing the part said, in words: the message of a JSON line, else the line itself. */
  async lastWords(): Promise<string> {
    const lines = (await readFile(this.path, 'utf8').catch(() => '')).split('\n').filter((line) => line.trim());
    return lines.slice(-30).map(inWords).filter((words) => words && !/^\s*(at |Node\.js v|})/.test(words)).at(-1) ?? '';
  }
}

function inWords(line: string): string {
  try {
    const entry = JSON.parse(line) as { msg?: string; err?: { message?: string } };
    return entry.err?.message ?? entry.msg ?? '';
  } catch {
    return line.trim();
  }
}
