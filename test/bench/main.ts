import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { gateMeasure, type Measure, measures, scaleMeasure } from './measures.js';
import { memoryOf } from './parts.js';
import { reporter } from './report.js';
import { inTurns } from './rounds.js';
import { openScene } from './scene.js';
import { startToPage } from './start-to-page.js';

/**
 * `npm run bench -- [--json] [--only dossier-read] [--households 100000] [--small 10000] [--large 1000000] [--rounds 8] [--seconds 2] [--connections 32] [--profile folder]`
 * `dossier-read-scale` loads two municipalities of its own, so it only runs when `--only` names it.
 */
const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false }, only: { type: 'string' }, households: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '8' },
    seconds: { type: 'string', default: '2' }, connections: { type: 'string', default: '32' }, profile: { type: 'string' }, small: { type: 'string', default: '10000' }, large: { type: 'string', default: '1000000' }, keep: { type: 'boolean', default: false },
  },
});
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const REST_MS = 5_000;
const wanted = (name: string): boolean => !options.only || options.only.split(',').includes(name);
const report = reporter(options.json);

// Builds what is out of date, so that the numbers are those of this source.
const built = spawnSync(process.execPath, ['apps/naast/start.js', 'cli', '--help'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
if (built.status !== 0) process.exit(1);

if (wanted('start-to-page')) report({ name: 'start-to-page', value: await startToPage(ROOT), unit: 's', most: 15 });

const pace = { rounds: Number(options.rounds), seconds: Number(options.seconds), connections: Number(options.connections) };
const measure = async ({ name, least, ours, bare }: Measure): Promise<void> => {
  const rates = await inTurns(ours, bare, pace);
  report({ name, value: rates.ours, unit: 'requests/s', baseline: rates.bare, ratio: rates.ratio, least });
};

const SPREAD = 2_000;
if (options.only?.split(',').includes('dossier-read-scale')) {
  const small = await openScene(Number(options.small), [], { spread: SPREAD });
  const large = await openScene(Number(options.large), [], { spread: SPREAD });
  try {
    await measure(scaleMeasure(large, small));
  } finally {
    await Promise.all([small.close(), large.close()]);
  }
  if (options.only === 'dossier-read-scale') process.exit(0);
}

const scene = await openScene(Number(options.households), options.profile ? ['--cpu-prof', `--cpu-prof-dir=${options.profile}`] : []);
process.stderr.write(`${options.households} households loaded in ${scene.loadSeconds.toFixed(0)} s\n`);
try {
  for (const one of measures(scene)) if (wanted(one.name)) await measure(one);
  if (wanted('sharing-gate')) await measure(gateMeasure(scene, await scene.startWithoutGate()));
  await pause(REST_MS);
  if (wanted('api-memory')) report({ name: 'api-memory', value: await memoryOf(scene.pid), unit: 'MB', most: 300 });
  if (options.keep) {
    process.stderr.write(`${scene.superuserUrl} ${scene.api} ${scene.bare} ${scene.tokens.regisseur}\n`);
    await new Promise((resolve) => process.once('SIGTERM', resolve));
  }
} finally {
  await scene.close();
}
