// `npm test`: every check of the house, two at a time where the machine allows. Stops not at the first failure.
// `npm test -- api worker` runs those steps only (a part of the name is enough).
import { availableParallelism } from 'node:os';
import { installMissing } from './run/programs.js';
import { runStep } from './run/step.js';
import { STEPS } from './run/steps.js';

const CORES = Math.max(2, availableParallelism());
const say = (line) => process.stdout.write(`${line}\n`);
const isCi = process.env.CI === 'true';

const missing = installMissing(say);
const wanted = chosen(process.argv.slice(2));
const results = [];
const leftOut = [];
const begun = performance.now();

await runAll(wanted.filter(canRun));
summarise();
process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;

function chosen(names) {
  if (names.length === 0) return STEPS;
  const found = STEPS.filter(({ name }) => names.some((part) => name.includes(part)));
  const needed = STEPS.filter(({ name }) => found.some(({ after }) => after === name));
  return STEPS.filter((step) => found.includes(step) || needed.includes(step));
}

/** Without its program a step is skipped and named; with CI=true nothing may be left out quietly. */
function canRun(step) {
  const program = [step.needs, step.partly].find((name) => missing.includes(name));
  if (!program) return true;
  const line = `${step.name}: ${program} is missing`;
  if (isCi) results.push({ step, passed: 0, failed: 1, skipped: 0, problem: line, output: '', seconds: 0 });
  else leftOut.push({ whole: !step.partly, line: step.partly ? `a part of ${line}` : line });
  return !isCi && !step.needs;
}

/** Begins the next step as soon as there are cores for it and what it needs is done. */
async function runAll(waiting) {
  const running = new Map();
  const isDone = (name) => !waiting.some((step) => step.name === name) && !running.has(name);
  const busy = () => [...running.keys()].reduce((sum, name) => sum + STEPS.find((step) => step.name === name).cores, 0);
  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.find((step) => (!step.after || isDone(step.after)) && busy() + step.cores <= CORES);
    if (!next) {
      await Promise.race(running.values());
      continue;
    }
    waiting = waiting.filter((step) => step !== next);
    running.set(next.name, runStep(next).then(tell).finally(() => running.delete(next.name)));
  }
}

function tell(result) {
  results.push(result);
  const { step, problem, passed, failed, skipped, seconds, output } = result;
  const counts = step.suite ? `  ${passed} passed, ${failed} failed, ${skipped} skipped` : '';
  say(`${problem ? '✘' : '✔'} ${step.name}  ${seconds.toFixed(1)} s${counts}${problem ? `  (${problem})` : ''}`);
  if (problem) say(output.trimEnd().replace(/^/gm, '    '));
}

function summarise() {
  const sum = (count) => results.reduce((total, result) => total + result[count], 0);
  const wide = Math.max(...results.map(({ step }) => step.name.length));
  say('');
  for (const { step, seconds, problem } of results) {
    say(`${problem ? '✘' : '✔'} ${step.name.padEnd(wide)} ${seconds.toFixed(1).padStart(6)} s${problem ? `  ${problem}` : ''}`);
  }
  for (const { line } of leftOut) say(`– skipped ${line}`);
  // Of a part, jest has counted the tests itself.
  const wholeSuites = leftOut.filter(({ whole }) => whole).length;
  say(`\nIn ${((performance.now() - begun) / 1000).toFixed(0)} s on ${CORES} cores. A step that is no suite counts as one.`);
  say(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped') + wholeSuites} skipped`);
}
