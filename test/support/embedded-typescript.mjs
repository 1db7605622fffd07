// Lets a test start a part of Naast from source in a process of its own:
// node --conditions=source --import ./test/support/embedded-typescript.mjs <file.ts>
import { register } from 'node:module';

register('./embedded-typescript-hooks.mjs', import.meta.url);
