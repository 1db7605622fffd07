import { expect, test } from '@jest/globals';
import { neutraliseFormula, writeCsv } from './write-csv.js';

test.each(['=1+1', '+31612345678', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠x', "'=1"])('a cell that could run as a formula gets a guard: %j', (cell) => {
  expect(neutraliseFormula(cell)).toBe(`'${cell}`);
});

test.each(['', 'Boer', "'t Hof", '3-4', 'a=b', ' - ', '0612345678'])('ordinary text stays as it is: %j', (cell) => {
  expect(neutraliseFormula(cell)).toBe(cell);
});

test('the file opens in a Dutch spreadsheet: byte order mark, semicolons, CRLF, quotes where needed', () => {
  expect(writeCsv(['Naam', 'Reden'], [['Zoë', 'een; twee'], ['"x"', 'a\nb'], ['=1', '']])).toBe(
    '\uFEFFNaam;Reden\r\nZoë;"een; twee"\r\n"""x""";"a\nb"\r\n\'=1;\r\n',
  );
});

test('a table without rows still has its header', () => {
  expect(writeCsv(['Naam'], [])).toBe('\uFEFFNaam\r\n');
});
