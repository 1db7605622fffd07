import { readFile } from 'node:fs/promises';
import { type Anchor, type AuditVerdict, systemActor, UnitOfWork, verifyAudit } from '#platform';
import { LaunchError } from '../launch-error.js';
import { withHouse } from './house.js';
import { type Verb, withDatabase } from './verb.js';

export const verifyAuditVerb: Verb = {
  name: 'verify-audit',
  usage: 'verify-audit',
  does: 'kijkt na of er in het logboek niets is veranderd, ingevoegd, weggehaald of afgeknipt',
  explains: `Rekent elk zegel na, en vergelijkt met AUDIT_ANCHOR_FILE: het laatste zegel buiten de database.
Zonder dat bestand is niet te zien of het einde is afgeknipt. Wat jonger is dan het laatste zegel, is nog niet beschermd:
de herinneraar verzegelt elke 5 seconden. Eindigt met 1 als het logboek niet klopt.`,
  async run({ settings, say }) {
    const { verdict, anchor } = await withDatabase(settings, async ({ migratorUrl }, env) => {
      const found = await readAnchor(env['AUDIT_ANCHOR_FILE'] ?? '');
      // As the owner of the tables: row-level security hides no line from this count.
      const answer = await withHouse({ ...env, DATABASE_URL: migratorUrl }, (house) =>
        house.get(UnitOfWork).run(systemActor('', 'audit.verify', 'cli'), (tx) => verifyAudit(tx, found)),
      );
      return { verdict: answer, anchor: found };
    });
    if (!verdict.intact) throw new LaunchError(`Het logboek klopt niet. Zegel ${verdict.seal}: ${verdict.what}.`);
    say(sentence(verdict, anchor));
  },
};

const lines = (count: number): string => (count === 1 ? '1 regel' : `${count} regels`);
const seals = (count: number): string => (count === 1 ? '1 zegel' : `${count} zegels`);

function sentence(verdict: Extract<AuditVerdict, { intact: true }>, anchor: Anchor | undefined): string {
  const checked = `Het logboek klopt: ${lines(verdict.events)} in ${seals(verdict.seals)}.`;
  const window = verdict.unsealed === 0 ? '' : ` Nog niet verzegeld: ${lines(verdict.unsealed)}.`;
  if (anchor) return `${checked}${window} Het laatste zegel buiten de database (${anchor.number}) is hetzelfde.`;
  return `${checked}${window} Er is geen zegel buiten de database (AUDIT_ANCHOR_FILE), dus of het einde is afgeknipt, is niet te zien.`;
}

/** The youngest seal in the file: with several workers the last line need not be it. */
async function readAnchor(path: string): Promise<Anchor | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const seals = text.split('\n').filter(Boolean).map((line, index) => toAnchor(line, index + 1, path));
  return seals.reduce<Anchor | undefined>((youngest, one) => (youngest && youngest.number > one.number ? youngest : one), undefined);
}

function toAnchor(line: string, row: number, path: string): Anchor {
  try {
    const { number, hash } = JSON.parse(line) as Partial<Anchor>;
    if (typeof number === 'number' && typeof hash === 'string') return { number, hash };
  } catch {
    // Broken text and a missing field are the same fault, below.
  }
  throw new LaunchError(`Regel ${row} van ${path} is geen zegel. Zet het bestand terug uit de reservekopie.`);
}
