import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { Audit, systemActor, UnitOfWork, writeCsv } from '#platform';
import { LaunchError } from '../launch-error.js';
import { withHouse } from './house.js';
import { readOptions } from './options.js';
import { BadUse, type Verb, withDatabase } from './verb.js';
import { readWaitingList, WAITING_LIST_COLUMNS } from './waiting-list-table.js';

export const exportVerb: Verb = {
  name: 'export',
  usage: 'export --municipality <naam> --what waiting-list',
  does: 'schrijft de wachtlijst van een gemeente als CSV naar de uitvoer',
  explains: `Voor wie Naast beheert. Er staan namen in en geen BSN; een afgeschermd adres noemt geen wijk.
In het logboek komt een regel: wie dit deed (de naam op deze computer) en hoeveel gezinnen het waren.
Voorbeeld: npm run --silent naast -- export --municipality Groningen --what waiting-list > wachtlijst.csv`,
  async run({ settings, args, say }) {
    const { values } = readOptions(() => parseArgs({ args, options: { municipality: { type: 'string' }, what: { type: 'string' } } }));
    if (!values.municipality) throw new BadUse('Noem de gemeente.');
    if (values.what !== 'waiting-list') throw new BadUse('Zeg met --what wat u wilt: waiting-list.');
    const name = values.municipality;
    const csv = await withDatabase(settings, (_database, env) => withHouse(env, (house) => exportWaitingList(name, house)));
    // Without its last line end, which `say` adds.
    say(csv.slice(0, -1));
  },
};

async function exportWaitingList(municipality: string, house: INestApplicationContext): Promise<string> {
  const work = house.get(UnitOfWork);
  const [found] = await work.run(systemActor('', 'administration', 'cli'), (tx) => tx.query<{ id: string }>('SELECT id FROM municipality WHERE lower(name) = lower($1)', [municipality]));
  if (!found) throw new LaunchError(`De gemeente '${municipality}' staat niet in Naast.`);
  // As a job inside this one municipality: its wall in the database holds for administration too.
  return work.run(systemActor(found.id, 'administration', 'cli'), async (tx) => {
    const rows = await readWaitingList(tx);
    const details = { rows: rows.length, account: userInfo().username };
    await house.get(Audit).record(tx, { action: 'waiting-list.exported', subjectKind: 'municipality', subjectId: found.id, details });
    return writeCsv(WAITING_LIST_COLUMNS, rows);
  });
}
