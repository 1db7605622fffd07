import { describe, expect, test } from '@jest/globals';
import { DomainError } from '#kernel';
import { COLUMNS, OPTIONAL_COLUMNS } from './columns.js';
import { MAX_ROWS, parse } from './parse.js';

const header = COLUMNS.join(';');
const required = COLUMNS.filter((name) => !OPTIONAL_COLUMNS.includes(name));

describe('rows and cells', () => {
  test.each([['semicolons', ';'], ['commas', ','], ['tabs', '\t']])('a file with %s between the cells is read', (_, delimiter) => {
    const file = parse(`${COLUMNS.join(delimiter)}\nA26-1${delimiter}x`);
    expect(file.rows[0]?.cells.slice(0, 2)).toEqual(['A26-1', 'x']);
    expect(file.delimiter).toBe(delimiter);
  });

  test('row numbers are those of the spreadsheet: a line break in a cell starts no row, an empty row counts', () => {
    const file = parse(`${header}\r\nA1;"twee\nregels"\r\n\r\n;;\r\nA2\nA3`);
    expect(file.rows.map(({ rowNumber, cells }) => [rowNumber, cells[0]])).toEqual([[2, 'A1'], [5, 'A2'], [6, 'A3']]);
    expect(file.rows[0]?.cells[1]).toBe('twee\nregels');
  });

  test('doubled quotes are one quote', () => {
    expect(parse(`${header}\nA1;"""ik wil rust""; belt"`).rows[0]?.cells[1]).toBe('"ik wil rust"; belt');
  });

  test('a row with too few or too many cells does not stop the other rows', () => {
    expect(parse(`${header}\nA1\nA2${';'.repeat(30)}x`).rows).toHaveLength(2);
  });

  test('the line sep=; that Excel understands is not a row', () => {
    expect(parse(`sep=;\r\n${header}\r\nA1`).rows[0]?.rowNumber).toBe(2);
  });

  test.each([["'+31612345678", '+31612345678'], ["''=x", "'=x"], ["'t Hof", "'t Hof"], ["'=1+1", '=1+1'], ['=1+1', '=1+1']])(
    'the guard before a formula is taken off once: %s is %s', (cell, expected) => {
      expect(parse(`${header}\n${cell}`).rows[0]?.cells[0]).toBe(expected);
    });
});

describe('the header', () => {
  test('may be in another order, in capitals, with spaces, and without the optional columns', () => {
    const file = parse(`${[...required].reverse().map((name) => ` ${name.toUpperCase()} `).join(';')};;\nx`);
    expect([...file.positions.keys()].sort()).toEqual([...required].sort());
  });

  test('may have the columns of the refused-rows file', () => {
    expect(parse(`${header};Rijnummer;Kolom;Reden\nx`).positions.size).toBe(COLUMNS.length);
  });

  test('one message names every column that is missing, unknown or double', () => {
    const wrong = header.replace('Bron;', 'Herkomst;').replace('Wijk', 'Postcode').replace('BSN', '');
    expect(() => parse(`${wrong}\nx`)).toThrow(
      'De kopregel klopt niet. Deze kolommen ontbreken: Bron. Deze kolommen kennen we niet: Herkomst, zonder naam. Deze kolommen staan er dubbel in: Postcode.',
    );
  });

  test('a file without a header is told which columns we look for, without the person in its first row', () => {
    expect(() => parse('A26-1;Boer;999950733')).toThrow(`De eerste rij is geen kopregel. We zoeken deze kolommen: ${COLUMNS.join(', ')}.`);
  });
});

describe('a file that cannot be cut into rows is refused as a whole', () => {
  test.each([
    ['a quote that never closes', `${header}\nA1\n"A2;x\nA3`, 'In rij 3 staat een aanhalingsteken'],
    ['a quote in the middle of a cell', `${header}\nA1\nA"2;x\nA3`, 'In rij 3 staat een aanhalingsteken'],
    ['a letter after a closing quote', `${header}\n"A1"x;x`, 'In rij 2 staat een aanhalingsteken'],
    ['only a header', `${header}\r\n;;\r\n`, 'Er staan geen aanmeldingen in dit bestand'],
    ['too many rows', `${header}${'\nA1'.repeat(MAX_ROWS + 1)}`, `Er staan ${MAX_ROWS + 1} rijen in dit bestand`],
  ])('%s', (_, text, message) => {
    expect(() => parse(text)).toThrow(DomainError);
    expect(() => parse(text)).toThrow(message);
  });

  test('the largest number of rows is read', () => {
    expect(parse(`${header}${'\nA1'.repeat(MAX_ROWS)}`).rows).toHaveLength(MAX_ROWS);
  });
});
