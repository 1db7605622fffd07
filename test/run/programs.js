import { spawnSync } from 'node:child_process';

/** Debian's names for what some suites run against, and what will do just as well (see test/browser/support/chromium.js). */
const PROGRAMS = ['redis-server', 'chromium'];
const AS_GOOD = { chromium: [process.env.CHROMIUM_PATH, 'chromium-browser', 'google-chrome'] };

const succeeds = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** Installs what is missing where that is allowed, and says so. Answers what is missing still. */
export function installMissing(say) {
  const missing = PROGRAMS.filter((name) => !isThere(name));
  if (missing.length === 0) return [];
  const prefix = rightToInstall();
  if (!prefix) {
    say(`Missing: ${missing.join(', ')}. Installing needs Debian's apt-get, and root or sudo without a password.`);
    return missing;
  }
  say(`Missing: ${missing.join(', ')}. Installing with apt-get.`);
  apt(prefix, 'update', '-qq');
  apt(prefix, 'install', '-y', '-qq', '--no-install-recommends', ...missing);
  return missing.filter((name) => !isThere(name));
}

function isThere(name) {
  return [name, ...(AS_GOOD[name] ?? [])].filter(Boolean).some((one) => succeeds(one, '--version'));
}

/** What to put before apt-get; undefined where we may not. */
function rightToInstall() {
  if (process.platform !== 'linux' || !succeeds('apt-get', '--version')) return undefined;
  if (process.getuid?.() === 0) return ['env'];
  return succeeds('sudo', '-n', 'true') ? ['sudo', '-n', 'env'] : undefined;
}

function apt([command, ...before], ...args) {
  // RUNLEVEL=1: a service that comes along is not started; each suite starts its own.
  const env = ['DEBIAN_FRONTEND=noninteractive', 'RUNLEVEL=1'];
  const { status } = spawnSync(command, [...before, ...env, 'apt-get', ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) process.stderr.write(`apt-get ${args[0]} ended with ${status}.\n`);
}
