import { rearmAll, systemActor, type Transaction, UnitOfWork } from '#platform';
import { withHouse } from './house.js';
import { type Verb, withDatabase } from './verb.js';

export const rearmVerb: Verb = {
  name: 'rearm',
  usage: 'rearm',
  does: 'zet alle wekkers opnieuw, als de wachtrij leeg of teruggezet is',
  explains: 'Wat nog moet gebeuren staat in de database; de wachtrij is alleen de wekker.\nMag altijd: wat al gedaan is, gebeurt niet nog een keer.',
  async run({ settings, say }) {
    const open = await withDatabase(settings, (_database, env) => withHouse(env, (house) => house.get(UnitOfWork).run(systemActor('', 'outbox.rearm', 'cli'), rearm)));
    say(open === 0 ? 'Er staat niets open.' : `${open} ${open === 1 ? 'taak staat' : 'taken staan'} open. De wekkers worden opnieuw gezet.`);
  },
};

async function rearm(tx: Transaction): Promise<number> {
  const open = await rearmAll(tx);
  // A running worker looks at once, not at its next round.
  await tx.query(`SELECT pg_notify('outbox', '')`);
  return open;
}
