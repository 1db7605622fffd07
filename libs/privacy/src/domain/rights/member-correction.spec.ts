import { describe, expect, it } from '@jest/globals';
import { localDate as d } from '#kernel';
import { categoriesOf, changesOf, type Correction, correctionProblems, type PersonData } from './member-correction.js';

const FATIMA: PersonData = {
  firstName: 'Fatima', infix: null, lastName: 'Bouzid', birthDate: '1988-04-12', phone: '0612345678', email: null, postcode: '9711AB', houseNumber: '12', suffix: null, city: 'Groningen',
};
const wrong = (wanted: Correction): string[] => correctionProblems(changesOf(FATIMA, wanted), d('2026-11-22')).map(({ name }) => name);

describe('correcting a person', () => {
  it('counts only what really changes', () => {
    expect(changesOf(FATIMA, { firstName: 'Fatima', infix: '', phone: ' 0612345678 ' })).toEqual([]);
    expect(changesOf(FATIMA, { lastName: 'Bouzidi', phone: '' })).toEqual([{ field: 'lastName', from: 'Bouzid', to: 'Bouzidi' }, { field: 'phone', from: '0612345678', to: null }]);
  });

  it.each<[string, Correction, string[]]>([
    ['a person has a name', { firstName: ' ' }, ['firstName']], ['a telephone number may go', { phone: '' }, []], ['an address does not become half', { postcode: '' }, ['postcode']],
    ['nobody is born tomorrow', { birthDate: '2026-11-23' }, ['birthDate']], ['born today is possible', { birthDate: '2026-11-22' }, []], ['nobody is 121', { birthDate: '1905-11-21' }, ['birthDate']],
  ])('%s', (_, wanted, problems) => {
    expect(wrong(wanted)).toEqual(problems);
  });

  it('knows what a partner calls it (AVG 19)', () => {
    expect(categoriesOf(changesOf(FATIMA, { lastName: 'Bouzidi', infix: 'el', city: 'Haren', email: 'f@example.nl' }))).toEqual(['name', 'contact', 'address']);
  });
});
