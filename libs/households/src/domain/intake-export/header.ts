import { DomainError } from '#kernel';
import { shown } from './cells/reading.js';
import { COLUMNS, OPTIONAL_COLUMNS, REFUSAL_COLUMNS, type Column } from './columns.js';

const recognised = new Map([...COLUMNS, ...REFUSAL_COLUMNS].map((name) => [plain(name), name]));

/** The column that a header cell names (spaces and capitals do not matter), or undefined. */
export function findColumn(cell: string): Column | (typeof REFUSAL_COLUMNS)[number] | undefined {
  return recognised.get(plain(cell));
}

/**
 * Where each column stands. One message names everything that is wrong with the header.
 * @throws DomainError `invalid`: a required column is missing, an unknown one is there, or one is there twice.
 */
export function readHeader(cells: readonly string[]): Map<Column, number> {
  // Without a header the first row is a person: do not repeat it.
  if (!cells.some(findColumn)) refuse(`De eerste rij is geen kopregel. We zoeken deze kolommen: ${COLUMNS.join(', ')}.`);
  const used = cells.map((cell) => findColumn(cell) ?? cell.trim());
  const faults = [
    sentence('Deze kolommen ontbreken', COLUMNS.filter((name) => !OPTIONAL_COLUMNS.includes(name) && !used.includes(name))),
    sentence('Deze kolommen kennen we niet', used.filter((name) => !recognised.has(plain(name))).map((name) => name || 'zonder naam')),
    sentence('Deze kolommen staan er dubbel in', [...new Set(used.filter((name, at) => used.indexOf(name) !== at && name !== ''))]),
  ].filter((fault) => fault !== '');
  if (faults.length > 0) refuse(`De kopregel klopt niet. ${faults.join(' ')}`);
  return new Map(COLUMNS.filter((name) => used.includes(name)).map((name) => [name, used.indexOf(name)]));
}

function sentence(start: string, names: readonly string[]): string {
  return names.length === 0 ? '' : `${start}: ${names.slice(0, 25).map(shown).join(', ')}.`;
}

function refuse(message: string): never {
  throw new DomainError('intake-header-wrong', message, { kind: 'invalid' });
}

function plain(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, ' ');
}
