import { describe, expect, it } from '@jest/globals';
import {
  capitalise,
  isFilled,
  isId,
  isValidBsn,
  joinDutch,
  newId,
  normaliseBsn,
  normaliseName,
  withoutDiacritics,
} from './index.js';

describe('names for matching', () => {
  it.each([
    ['Renée', 'renee'],
    ['  DE   Boer ', 'de boer'],
    ['Özdemir-Çelik', 'ozdemir celik'],
    ['van ’t Hoff', "van 't Hoff"],
    ['Łukasz', 'lukasz'],
    ['Groß', 'gross'],
    ['Zo\u0065\u0308', 'Zoë'],
    ['ĲSBRAND', 'ijsbrand'],
  ])('%s equals %s', (a, b) => {
    expect(normaliseName(a)).toBe(normaliseName(b));
  });

  it('keeps different names apart', () => {
    expect(normaliseName('De Boer')).not.toBe(normaliseName('De Boor'));
  });
});

describe('text', () => {
  it('takes marks off, keeps case', () => {
    expect(withoutDiacritics('Renée Çelik')).toBe('Renee Celik');
  });

  it.each([
    [[], ''],
    [['naam'], 'naam'],
    [['naam', 'adres'], 'naam en adres'],
    [['naam', 'adres', 'werk'], 'naam, adres en werk'],
  ])('joins %j as "%s"', (words, text) => {
    expect(joinDutch(words)).toBe(text);
  });

  it('capitalises the Dutch way', () => {
    expect([capitalise('de'), capitalise('ijsbrand'), capitalise('')]).toEqual(['De', 'IJsbrand', '']);
  });

  it('white space is not filled', () => {
    expect([isFilled('  '), isFilled(null), isFilled(undefined), isFilled(' x')]).toEqual([false, false, false, true]);
  });
});

describe('BSN', () => {
  it.each([
    ['111222333', true],
    ['123456782', true],
    ['123456789', false],
    ['000000000', false],
    ['11122233', false],
    ['1112223333', false],
    ['11122233a', false],
  ])('%s passes the eleven test: %s', (value, valid) => {
    expect(isValidBsn(value)).toBe(valid);
  });

  it('gets back the zero that a spreadsheet dropped', () => {
    expect(normaliseBsn('1234.56.78')).toBe('012345678');
    expect(normaliseBsn('111 222 333')).toBe('111222333');
  });
});

describe('ids', () => {
  it('are UUIDv7 and sort by time', () => {
    const [first, second] = [newId(), newId()];
    expect(isId(first)).toBe(true);
    expect(first[14]).toBe('7');
    expect(first < second).toBe(true);
    expect(isId('1')).toBe(false);
  });
});
