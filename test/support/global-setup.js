import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const STAGE = fileURLToPath(new URL('./stage.ts', import.meta.url));
const HOOKS = fileURLToPath(new URL('./embedded-typescript.mjs', import.meta.url));

/** Starts the stage once for all suites that need it; its addresses travel to the workers as environment. */
export default async function setup() {
  if (globalThis.naastStage) return;
  const stage = fork(STAGE, { execArgv: ['--conditions=source', '--no-warnings', '--import', HOOKS] });
  globalThis.naastStage = stage;
  const addresses = await new Promise((resolve, reject) => {
    stage.once('message', resolve);
    stage.once('exit', (code) => reject(new Error(`the stage did not start (exit ${code})`)));
  });
  Object.assign(process.env, addresses);
}
