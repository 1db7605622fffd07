// The door of `npm start`, `npm run naast` and `npm run demo:token`: builds what is missing or out of date, then
// hands over to dist. Plain JavaScript, because it runs before the first build.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const SOURCES = ['apps', 'libs', 'migrations', 'package.json', '.swcrc'];
const BUILT = ['dist/apps/api/src/main.js', 'dist/apps/worker/src/main.js', 'dist/apps/naast/src/start.js', 'dist/web/index.html'];

/** @param {string} path @returns {number} the newest change in a file or folder, tests left out */
function newest(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = readdirSync(path).filter((name) => !/\.spec\.tsx?$|^node_modules$/.test(name));
  return Math.max(0, ...inside.map((name) => newest(join(path, name))));
}

function outOfDate() {
  const built = BUILT.map((name) => join(ROOT, name));
  if (!built.every((path) => existsSync(path))) return 'Naast wordt voor het eerst gebouwd. Dit duurt even.';
  const oldest = Math.min(...built.map((path) => statSync(path).mtimeMs));
  const changed = SOURCES.map((name) => join(ROOT, name)).some((path) => existsSync(path) && newest(path) > oldest);
  return changed ? 'De broncode is veranderd. Naast wordt opnieuw gebouwd.' : '';
}

/** Standard output stays clean for whoever reads it (a token, an export). */
function build(why) {
  process.stderr.write(`${why}\n`);
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const { status } = spawnSync(npm[0], [...npm.slice(1), 'run', '--silent', 'build'], { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (status === 0) return;
  process.stderr.write('Het bouwen van Naast is mislukt. De melding staat hierboven.\n');
  process.exit(1);
}

const [entry = 'start', ...rest] = process.argv.slice(2);
const why = outOfDate();
if (why) build(why);
const { run } = await import('../../dist/apps/naast/src/run.js');
await run(entry, rest);
