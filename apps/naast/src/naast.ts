import { run } from './run.js';

// The door of a container, where everything is built already.
await run('cli', process.argv.slice(2));
