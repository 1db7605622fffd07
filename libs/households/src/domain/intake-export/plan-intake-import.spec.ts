import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isDomainError } from '#kernel';
import { COLUMNS } from './columns.js';
import { aChild, aMain, anExport, aPartner, carriedOut, EXAMPLE_RULES, type Cells } from './example-export.js';
import type { IntakePlan } from './intake-plan.js';
import { planIntakeImport } from './plan-intake-import.js';

const keys = fc.constantFrom('A26-1', 'A26-2', 'A26-3', '');
const change: fc.Arbitrary<Cells> = fc.dictionary(fc.constantFrom(...COLUMNS), fc.constantFrom('', '?', 'ja', '1', 'kind', 'hoofdbewoner', '999950733', '1-2-2003', '<b>', "'=1", 'a"b;\n')).map((cells) => cells as Cells);
const person = fc.record({ 'Aanmeldnummer': keys, 'Voorletters/roepnaam': fc.constantFrom('Wilma', 'Zoë', 'Zo?', 'Kees'), 'Huisnr': fc.constantFrom('151', '152') });
const row: fc.Arbitrary<Cells> = fc.tuple(fc.constantFrom(aMain, aMain, aChild, aPartner), person, fc.option(change, { nil: {}, freq: 3 })).map(([make, who, wrong]) => make({ ...who, ...wrong }));
const rows = fc.array(row, { minLength: 1, maxLength: 25 });

const takenRowNumbers = (plan: IntakePlan): number[] =>
  [...plan.newHouseholds.flatMap(({ members }) => members), ...plan.newMembers.map(({ member }) => member)].map(({ rowNumber }) => rowNumber);

function planOrRefusal(bytes: Uint8Array): IntakePlan | 'refused' {
  try {
    return planIntakeImport(bytes, EXAMPLE_RULES);
  } catch (error) {
    if (isDomainError(error)) return 'refused';
    throw error;
  }
}

describe('whatever someone uploads', () => {
  test('is planned or refused with a message, never with a crash', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void planOrRefusal(bytes)));
  });

  test('also behind a good header', () => {
    const header = new TextEncoder().encode(`${COLUMNS.join(';')}\r\n`);
    const anyCells = fc.array(fc.string({ unit: fc.constantFrom(';', '"', '\r', '\n', "'", '=', 'a', '1', '-', 'é', '?') })).map((cells) => new TextEncoder().encode(cells.join('')));
    fc.assert(fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), anyCells), (body) => void planOrRefusal(Uint8Array.from([...header, ...body]))), { numRuns: 300 });
  });
});

test('every row is taken or refused, exactly once', () => {
  fc.assert(fc.property(rows, (cells) => {
    const plan = planIntakeImport(anExport(...cells), EXAMPLE_RULES);
    const refused = [...new Set(plan.refusals.map(({ rowNumber }) => rowNumber))];
    expect([...takenRowNumbers(plan), ...refused].sort((a, b) => a - b)).toEqual(cells.map((_, at) => at + 2));
    expect(plan).toMatchObject({ takenRows: takenRowNumbers(plan).length, refusedRows: refused.length, rowCount: cells.length });
    expect(plan.refused.rows.map(({ rowNumber }) => rowNumber)).toEqual(refused.sort((a, b) => a - b));
  }));
});

test('the same file a second time adds nobody', () => {
  fc.assert(fc.property(rows, (cells) => {
    const file = anExport(...cells);
    const first = planIntakeImport(file, EXAMPLE_RULES);
    const again = planIntakeImport(file, { ...EXAMPLE_RULES, known: carriedOut(first) });
    expect(again.newHouseholds).toEqual([]);
    expect(again.known).toBeGreaterThanOrEqual(first.takenRows);
    expect(again.newMembers).toEqual([]);
  }));
});

test('every new household has exactly one main resident, and every number comes once', () => {
  fc.assert(fc.property(rows, (cells) => {
    const { newHouseholds } = planIntakeImport(anExport(...cells), EXAMPLE_RULES);
    expect(newHouseholds.every(({ members }) => members[0]?.role === 'main' && members.filter(({ role }) => role === 'main').length === 1)).toBe(true);
    expect(new Set(newHouseholds.map(({ externalRef }) => externalRef)).size).toBe(newHouseholds.length);
  }));
});
