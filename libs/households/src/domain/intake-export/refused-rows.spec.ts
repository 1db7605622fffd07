import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { writeCsv } from '#platform';
import { COLUMNS } from './columns.js';
import { decode } from './decode.js';
import { aChild, aMain, anExport, carriedOut, EXAMPLE_RULES, planFor, type Cells } from './example-export.js';
import type { IntakePlan } from './intake-plan.js';
import { parse } from './parse.js';
import { planIntakeImport } from './plan-intake-import.js';
import { refusedRowsTable } from './refused-rows.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const download = (plan: IntakePlan): string => {
  const { columns, rows } = refusedRowsTable(plan);
  return writeCsv(columns, rows);
};

test('the file has the original columns and cells, then the row number, the columns and the reasons', () => {
  const { columns, rows } = refusedRowsTable(planFor([aMain(), aChild({ 'Geboortedatum': '31-2-2015', 'E-mail': 'zoë' })]));
  expect(columns).toEqual([...COLUMNS, 'Rijnummer', 'Kolom', 'Reden']);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toEqual(expect.arrayContaining(['31-2-2015', 'zoë']));
  expect(rows[0]?.slice(-3)).toEqual([
    '3', 'Geboortedatum, E-mail',
    'Geboortedatum: Deze datum bestaat niet. E-mail: Dit is geen e-mailadres. Een e-mailadres ziet eruit als naam@voorbeeld.nl.',
  ]);
});

test('a row that is too short or too long keeps all its cells, in their own columns', () => {
  const file = bytesOf(`${COLUMNS.join(';')}\nA1;1-1-2026\nA2${';'.repeat(19)}tekst;meer;nog meer`);
  const { rows } = refusedRowsTable(planIntakeImport(file, EXAMPLE_RULES));
  expect(rows.map((row) => row.length)).toEqual([23, 23]);
  expect(rows[0]?.slice(0, 3)).toEqual(['A1', '1-1-2026', '']);
  expect(rows[1]?.[19]).toBe('tekst;meer;nog meer');
});

test('a formula in a refused row does not run in a spreadsheet', () => {
  expect(download(planFor([aMain({ Urgentie: '', Toelichting: '=HYPERLINK("http://example.invalid";"klik")', Telefoon: '+31612345678' })]))).toContain(
    `"'=HYPERLINK(""http://example.invalid"";""klik"")"`,
  );
});

describe('the corrected file can come straight back', () => {
  const correct = (text: string) => bytesOf(text.replace('31-2-1988', '28-2-1988'));

  test('after correction the household is taken, its phone number without the guard', () => {
    const first = planFor([aMain({ Geboortedatum: '31-2-1988', Telefoon: '+31 6 1234 5678' }), aChild()]);
    const text = download(first);
    expect(text).toContain("'+31 6 1234 5678");
    const second = planIntakeImport(correct(text), EXAMPLE_RULES);
    expect(second.refusals).toEqual([]);
    expect(second.newHouseholds[0]?.members.map(({ firstName, phone }) => [firstName, phone])).toEqual([['Wilma', '0612345678'], ['Zoë', null]]);
  });

  test('a corrected child joins the household that was taken the first time', () => {
    const first = planFor([aMain(), aChild({ Geboortedatum: '31-2-1988' })]);
    expect(planIntakeImport(correct(download(first)), { ...EXAMPLE_RULES, known: carriedOut(first) }).newMembers).toHaveLength(1);
  });

  test('refused again, the row has fresh reasons and no second set of columns or guards', () => {
    const first = download(planFor([aMain({ Urgentie: '', Toelichting: "'=1" })]));
    expect(download(planIntakeImport(bytesOf(first), EXAMPLE_RULES))).toBe(first);
  });
});

test('any text survives the way out and back', () => {
  const cell = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', ';', '"', 'a', 'é', '1', '＝') });
  fc.assert(fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (notes) => {
    const rows = notes.map((note): Cells => ({ Aanmeldnummer: 'x', Toelichting: note }));
    const cells = parse(decode(anExport(...rows))).rows.map((row) => row.cells);
    const back = parse(decode(bytesOf(writeCsv([...COLUMNS], cells as string[][])))).rows.map((row) => row.cells);
    expect(back).toEqual(cells);
  }));
});
