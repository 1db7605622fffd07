// Fails when the committed openapi.json is not what the code says now.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'naast-openapi-'));
const fresh = join(folder, 'openapi.json');
const { status } = spawnSync('npm', ['run', '--silent', 'openapi', '--', fresh], { stdio: ['ignore', 'ignore', 'inherit'] });
const isCurrent = status === 0 && readFileSync(fresh, 'utf8') === readFileSync('openapi.json', 'utf8');
rmSync(folder, { recursive: true });
if (!isCurrent) {
  process.stderr.write('openapi.json is not what the code says. Run: npm run openapi\n');
  process.exit(1);
}
