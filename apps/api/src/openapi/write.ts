import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildDocument } from './document.js';

/** `npm run openapi`: writes the document; with a path as argument, there. */
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const target = process.argv[2] ?? join(ROOT, 'openapi.json');
await writeFile(target, `${JSON.stringify(await buildDocument(ROOT), null, 2)}\n`);
process.stdout.write(`${target}\n`);
process.exit(0);
