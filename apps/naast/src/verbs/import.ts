import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { type ImportReport, IntakeImportsQueries, IntakeImportsService } from '#households';
import { ActorsQueries } from '#organisations';
import { LaunchError } from '../launch-error.js';
import { withHouse } from './house.js';
import { readOptions } from './options.js';
import { BadUse, type Verb, withDatabase } from './verb.js';

export const importVerb: Verb = {
  name: 'import',
  usage: 'import <bestand.csv> --as <inlognaam> --safety-checked',
  does: 'neemt een bestand met aanmeldingen over op de wachtlijst',
  explains: `Doet hetzelfde als de pagina Importeren, met de rechten van --as (de 'sub' waarmee die persoon inlogt).
--safety-checked zegt dat iemand naar de veiligheid van deze gezinnen heeft gekeken.
Mag vaker: wie er al is, komt er niet nog een keer bij.`,
  async run({ settings, args, say }) {
    const { values, positionals } = readOptions(() =>
      parseArgs({ args, allowPositionals: true, options: { as: { type: 'string' }, 'safety-checked': { type: 'boolean' } } }),
    );
    const [path, ...more] = positionals;
    if (!path || more.length > 0) throw new BadUse('Noem één bestand.');
    if (!values.as) throw new BadUse('Zeg met --as namens wie.');
    if (!values['safety-checked']) throw new BadUse('Kijk eerst naar de veiligheid van de gezinnen, en zeg dat met --safety-checked.');
    const file = { fileName: basename(path), bytes: await read(path) };
    const report = await withDatabase(settings, (_database, env) => withHouse(env, (house) => importAs(values.as ?? '', file, house)));
    say(summary(report));
  },
};

async function importAs(subject: string, file: { fileName: string; bytes: Buffer }, house: INestApplicationContext): Promise<ImportReport> {
  const found = await house.get(ActorsQueries).findBySubject(subject);
  const actor = found && { ...found, origin: 'cli' };
  if (!actor) throw new LaunchError(`Niemand logt in als '${subject}'.`);
  const { id } = await house.get(IntakeImportsService).importFile(actor, file);
  return house.get(IntakeImportsQueries).getOne(actor, id);
}

function summary({ rowCount, takenRows, newHouseholds, newMembers, alreadyKnown, refusedRows, refusals }: ImportReport): string {
  const taken = `${takenRows} van ${rowCount} regels overgenomen: ${newHouseholds} nieuwe gezinnen, ${newMembers} nieuwe mensen, ${alreadyKnown} al bekend.`;
  if (refusedRows === 0) return taken;
  const lines = refusals.map(({ rowNumber, column, reason }) => `  rij ${rowNumber}, ${column}: ${reason}`);
  return [taken, `${refusedRows} regels niet overgenomen:`, ...lines].join('\n');
}

async function read(path: string): Promise<Buffer> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new LaunchError(error.code === 'ENOENT' ? `Het bestand ${path} is er niet.` : `Het bestand ${path} is niet te lezen (${error.code}).`);
  });
}
