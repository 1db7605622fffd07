import { parseArgs } from 'node:util';
import { localDateOf } from '#kernel';
import { Clock } from '#platform';
import { demoToken } from '../../demo-token.js';
import { readEnvironment } from '../../environment.js';
import { LaunchError } from '../../launch-error.js';
import { findPersona } from '../../personas.js';
import { readRunning } from '../../running.js';
import { findOnWaitingList, importExport, reportFamily } from './arrival.js';
import { CAST, type Role, type Stage } from './cast.js';
import { breakThrough } from './fund.js';
import { assignRegisseur } from './regie.js';
import { remind } from './reminding.js';
import { answerAsPartner, referWarmly } from './sharing.js';
import { Broken, Tale } from './tale.js';
import { Visitor } from './visitor.js';

/** `npm run demo:journey [-- --url http://localhost:3000]`: one family, all the way, over HTTP against a running Naast. */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { url: { type: 'string' } } });
  const { dataDir, publicUrl } = readEnvironment();
  const url = values.url ?? (await readRunning(dataDir))?.address ?? publicUrl;
  const tale = new Tale((line) => void process.stdout.write(`${line}\n`), process.stdout.isTTY === true);
  try {
    await play(await setStage(url, tale));
  } catch (error) {
    if (error instanceof Broken) throw new LaunchError(`\n${error.message}`);
    if (error instanceof TypeError && error.message === 'fetch failed') throw new LaunchError(`Op ${url} antwoordt niets. Start Naast eerst met: npm start`);
    throw error;
  }
  process.stdout.write('\nDe hele reis klopt.\n');
}

async function play(stage: Stage): Promise<void> {
  await importExport(stage);
  const family = await reportFamily(stage);
  await assignRegisseur(stage, family, await findOnWaitingList(stage, family));
  const referralId = await referWarmly(stage, family);
  await answerAsPartner(stage, family, referralId);
  await breakThrough(stage, family);
  await remind(stage, family);
}

async function setStage(url: string, tale: Tale): Promise<Stage> {
  const clock = new Clock();
  const visitors = await Promise.all(CAST.map(async (role) => [role, new Visitor(url, await demoToken(role), findPersona(role)?.name ?? role)] as const));
  return { tale, as: Object.fromEntries(visitors) as Record<Role, Visitor>, now: () => clock.now(), today: localDateOf(clock.now()) };
}
