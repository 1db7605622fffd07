// Fails when the committed openapi.json, or the client of the web app made from it, is not what the code says now.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DOCUMENT = 'openapi.json';
const CLIENT = 'apps/web/src/api/generated/schema.d.ts';
const folder = mkdtempSync(join(tmpdir(), 'naast-openapi-'));
const fresh = (name) => join(folder, name);
const runs = (command, ...args) => spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
const isSame = (one, other) => readFileSync(one, 'utf8') === readFileSync(other, 'utf8');

const document = runs('npm', 'run', '--silent', 'openapi', '--', fresh('openapi.json')) && isSame(fresh('openapi.json'), DOCUMENT);
const client = runs('npx', '--no-install', 'openapi-typescript', DOCUMENT, '-o', fresh('schema.d.ts')) && isSame(fresh('schema.d.ts'), CLIENT);
rmSync(folder, { recursive: true });
if (!document) process.stderr.write(`${DOCUMENT} is not what the code says. Run: npm run openapi\n`);
if (!client) process.stderr.write(`${CLIENT} is not what ${DOCUMENT} says. Run: npm run openapi:client\n`);
process.exit(document && client ? 0 : 1);
