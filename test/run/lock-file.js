// Fails when package-lock.json leaves out a binary for another platform: `npm ci` refuses such a file, on every machine.
// npm writes one when the registry it asked does not have that binary (a mirror that lags). `--fix` writes what is missing;
// an entry without checksum is enough for a platform that is not installed here.
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'package-lock.json';
const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const PLATFORM = /(?<os>darwin|linux|win32|freebsd|android|openharmony)-(?<cpu>[a-z0-9]+)(-(?<abi>[a-z]+))?$/;

const missing = Object.entries(lock.packages).flatMap(([parent, { optionalDependencies = {}, dev }]) =>
  Object.entries(optionalDependencies)
    .filter(([name]) => !isThere(parent, name))
    .map(([name, version]) => ({ name, version, dev })),
);

if (missing.length > 0 && process.argv.includes('--fix')) {
  for (const one of missing) lock.packages[`node_modules/${one.name}`] = entry(one);
  const inOrder = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(FILE, `${JSON.stringify({ ...lock, packages: Object.fromEntries(inOrder) }, null, 2)}\n`);
} else if (missing.length > 0) {
  process.stderr.write(`${FILE} leaves out: ${missing.map(({ name }) => name).join(', ')}.\nRun: node test/run/lock-file.js --fix\n`);
  process.exit(1);
}

/** As Node looks for it: beside the parent, then ever higher. */
function isThere(parent, name) {
  if (`${parent && `${parent}/`}node_modules/${name}` in lock.packages) return true;
  return parent !== '' && isThere(parent.slice(0, Math.max(0, parent.lastIndexOf('node_modules/') - 1)), name);
}

function entry({ name, version, dev }) {
  const { os, cpu, abi } = PLATFORM.exec(name)?.groups ?? {};
  const exact = /^[~^]?(\d+\.\d+\.\d+\S*)$/.exec(version)?.[1];
  if (!os || !exact) throw new Error(`${name}@${version}: no platform in its name, or no one version`);
  return {
    version: exact, cpu: [cpu], ...(dev && { dev }), ...(os === 'linux' && abi && { libc: [abi.startsWith('musl') ? 'musl' : 'glibc'] }), optional: true, os: [os],
  };
}
