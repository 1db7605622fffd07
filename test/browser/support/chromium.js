import { spawnSync } from 'node:child_process';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Where Chromium is; undefined where there is none. With CI=true nothing may be left out quietly. */
export function findChromium() {
  const places = process.env.CHROMIUM_PATH ? [process.env.CHROMIUM_PATH] : NAMES;
  const found = places.find((place) => spawnSync(place, ['--version'], { stdio: 'ignore' }).status === 0);
  if (!found && process.env.CI === 'true') throw new Error('chromium is missing, and CI=true skips nothing');
  return found && (spawnSync('which', [found], { encoding: 'utf8' }).stdout.trim() || found);
}
