import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TOO_LONG_MS = 8 * 60_000;
/** Jest says this when something was left open, and may wait for ever. A busy machine gets some time to end after all. */
const STILL_OPEN = /did not exit one second after/;
const TIME_TO_END_MS = 20_000;
const TIME_TO_CLEAN_UP_MS = 10_000;

/** TypeScript takes any FORCE_COLOR, also 0, for a yes. */
const PLAIN = Object.fromEntries(Object.entries({ ...process.env, NO_COLOR: '1' }).filter(([name]) => name !== 'FORCE_COLOR'));

/** Process groups under way: whoever stops the run stops them too. */
const groups = new Set();
process.once('exit', () => groups.forEach((leader) => endGroup(leader)));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));

const JEST = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];

/**
 * Runs one step to its end. `problem` is undefined when all is well; passed, failed and skipped count single tests, or the
 * step itself when it is no suite.
 */
export async function runStep(step) {
  const report = join(tmpdir(), `naast-test-${process.pid}-${step.name.replaceAll(' ', '-')}.json`);
  const [command, ...args] = step.suite ? [process.execPath, ...JEST, ...jestArguments(step, report)] : step.command;
  const begun = performance.now();
  const { output, problem } = await end(command, args);
  const seconds = (performance.now() - begun) / 1000;
  const counts = step.suite ? await countsOf(report) : { passed: 1, failed: 0, skipped: 0 };
  await rm(report, { force: true });
  // A suite can break outside its tests: that is one failure more than jest counts.
  const failed = problem && counts.failed === 0 ? 1 : counts.failed;
  return { step, ...counts, passed: !step.suite && problem ? 0 : counts.passed, failed, problem, output, seconds };
}

function jestArguments({ suite, cores, workers }, report) {
  // Each spec file loads the whole house anew and the memory of the one before is not given back: a fat worker is replaced,
  // also a single one. Before it is full, it spends its time on looking for room.
  const spread = workers === 1 ? ['--runInBand'] : [`--maxWorkers=${cores}`, '--workerIdleMemoryLimit=1GB'];
  return ['--selectProjects', suite, '--ci', '--json', `--outputFile=${report}`, ...spread];
}

async function countsOf(report) {
  const text = await readFile(report, 'utf8').catch(() => undefined);
  if (!text) return { passed: 0, failed: 0, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = JSON.parse(text);
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites, skipped: numPendingTests + numTodoTests };
}

/** Resolves when the process ends, or has been ended because it hangs. */
function end(command, args) {
  return new Promise((resolve) => {
    let output = '';
    let problem;
    // A group of its own, so that a hanging step takes everything it started with it.
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env: PLAIN });
    groups.add(child.pid);
    const stop = (why) => {
      if (!groups.has(child.pid)) return;
      problem ??= why;
      endGroup(child.pid);
      setTimeout(() => endGroup(child.pid, 'SIGKILL'), TIME_TO_CLEAN_UP_MS).unref();
    };
    const timer = setTimeout(() => stop(`took longer than ${TOO_LONG_MS / 60_000} minutes`), TOO_LONG_MS);
    const heard = (chunk) => {
      output += chunk;
      if (STILL_OPEN.test(String(chunk))) setTimeout(() => stop('left something open: it does not end by itself'), TIME_TO_END_MS).unref();
    };
    child.stdout.on('data', heard);
    child.stderr.on('data', heard);
    child.once('error', (error) => (problem ??= error.message));
    child.once('close', (code) => {
      clearTimeout(timer);
      groups.delete(child.pid);
      resolve({ output, problem: problem ?? (code === 0 ? undefined : `ended with ${code}`) });
    });
  });
}

function endGroup(leader, signal = 'SIGTERM') {
  try {
    process.kill(-leader, signal);
  } catch {
    // It was gone already.
  }
}
