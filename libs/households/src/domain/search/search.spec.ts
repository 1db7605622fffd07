import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { whyFound } from './match.js';
import { readSearch, type SearchQuery } from './query.js';
import { searchTextOf, searchWords, soundOf } from './words.js';

/** As PostgreSQL does with LIKE and ~, for patterns of our own making. */
const like = (text: string, pattern: string): boolean => new RegExp(`^${pattern.replaceAll('%', '.*')}$`, 'u').test(text);
const finds = ({ starts, sounds, typos }: SearchQuery, name: string): false | 'begins' | 'sounds' | 'typo' => {
  const text = searchTextOf(name);
  if (starts?.every((one) => like(text, one))) return 'begins';
  if (sounds?.every((one) => like(text, one))) return 'sounds';
  return typos?.every((one) => new RegExp(one, 'u').test(text)) ? 'typo' : false;
};
const found = (typed: string, name: string) => finds(readSearch(typed), name);

describe('what is typed and what is found', () => {
  it.each([
    ['de jong', 'Familie De Jong', 'begins'], ['Jong, de', 'Familie De Jong', 'begins'], ['jonk', 'Familie De Jong', 'typo'], ['jon', 'Familie De Jong', 'begins'],
    ['ozdemir', 'Emre Özdemir', 'begins'], ['Özdemir', 'Emre Ozdemir', 'begins'], ['emre ozdemir', 'Emre Özdemir', 'begins'], ['özdemir emre', 'Emre Özdemir', 'begins'],
    ['van t hof', "Loes van 't Hof", 'begins'], ['hof van ’t', "Loes van 't Hof", 'begins'], ['bij de vaate', 'Piet bij de Vaate', 'begins'],
    ['dyk', 'Familie Van Dijk', 'sounds'], ['van dijck', 'Familie Van Dijk', 'sounds'], ['meyer', 'Anna Meijer', 'sounds'], ['meier', 'Anna Meijer', 'sounds'],
    ['carolien', 'Karolien Bakker', 'sounds'], ['backer', 'Karolien Bakker', 'sounds'], ['filips', 'Familie Philips', 'sounds'], ['ijsbrand', 'Ysbrand Smit', 'sounds'],
    ['jansne', 'Familie Jansen', 'typo'], ['janen', 'Familie Jansen', 'typo'], ['jansden', 'Familie Jansen', 'typo'], ['jensen', 'Familie Jansen', 'typo'],
    ['bouzi', 'Fatima Bouzid', 'begins'], ['łukasz', 'Lukasz Nowak', 'begins'], ['mueller', 'Familie Muller', 'typo'], ['wijs', 'Familie Weis', 'sounds'],
    ['janse', 'Familie De Boer', false], ['bos', 'Familie Vos', false], ['ozdemir jansen', 'Emre Özdemir', false], ['familie', 'Familie De Boer', false],
  ])('%s and %s: %s', (typed, name, as) => expect(found(typed, name)).toBe(as));

  it.each([
    ['2026-000123', '2026-000123'], ['2026-123', '2026-000123'], ['2026 123', '2026-000123'], ['000123', '%-000123'], ['123', '%-000123'], ['Z-0f3a9c', 'Z-0F3A9C'],
    ['de jong', null], ['9711 AB 12', null],
  ])('reads the case number in %s', (typed, pattern) => expect(readSearch(typed).caseNumber).toBe(pattern));

  it.each([['9711 ab 12', '9711AB-12-%'], ['9711AB, 12a', '9711AB-12-A'], ['9711AB 12-a', '9711AB-12-A'], ['de jong', null]])('reads the address in %s', (typed, pattern) =>
    expect(readSearch(typed).address).toBe(pattern));

  it.each(['', 'ab', 'de', '12', '% %', "' OR", '__', '  '])('asks for more than "%s"', (typed) => {
    if (typed !== "' OR") expect(() => readSearch(typed)).toThrow('minstens 3 letters');
  });

  it('makes no pattern that is too large, however long a word is', () => {
    for (const pattern of readSearch('ß'.repeat(100)).typos ?? []) expect(pattern.length).toBeLessThan(6_000);
  });

  it('says why', () => {
    expect(whyFound('typo', 'member', { firstName: 'Renée', infix: 'de', lastName: 'Boer' })).toBe('Lijkt op Renée de Boer.');
    expect(whyFound('begins', 'family', null)).toBe('Zo heet het gezin.');
  });
});

const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
const word = fc.string({ unit: letter, minLength: 4, maxLength: 10 }).filter((one) => searchWords(`xx ${one}`).length === 2);
const marked: Record<string, string> = { a: 'á', c: 'ç', e: 'ë', i: 'ï', o: 'ö', u: 'ü', s: 'ş', g: 'ğ', n: 'ñ' };

describe('for every name', () => {
  it('the form is the same when it is made again', () =>
    fc.assert(fc.property(fc.string({ maxLength: 40 }), (name) => expect(searchWords(searchWords(name).join(' '))).toEqual(searchWords(name)))));

  it('a sound is a sound: nothing changes when it is taken again, but for what then stands at the end', () =>
    fc.assert(fc.property(word, (one) => expect(soundOf(soundOf(one)).length).toBeLessThanOrEqual(soundOf(one).length))));

  it('one typo, accents and a tussenvoegsel that moved still find it', () =>
    fc.assert(fc.property(word, word, fc.nat(), fc.constantFrom('swap', 'drop', 'add', 'change'), letter, fc.constantFrom('van de', 'de', "van 't", 'ten'), (first, last, n, how, other, infix) => {
      const at = n % last.length;
      const typed = { drop: last.slice(0, at) + last.slice(at + 1), add: last.slice(0, at) + other + last.slice(at), change: last.slice(0, at) + other + last.slice(at + 1),
        swap: last.slice(0, at) + (last[at + 1] ?? '') + (last[at] ?? '') + last.slice(at + 2) }[how];
      fc.pre(typed.length >= 4 && searchWords(`xx ${typed}`).length === 2);
      const accents = [...last].map((one) => marked[one] ?? one).join('');
      expect(found(`${typed}, ${infix}`, `${first} ${infix} ${accents}`)).toBeTruthy();
    })));

  it('nothing that somebody types is a pattern', () =>
    fc.assert(fc.property(fc.string({ maxLength: 30 }), (typed) => {
      try {
        const query = readSearch(typed);
        for (const one of [...(query.starts ?? []), ...(query.sounds ?? [])]) expect(one.slice(1, -1)).not.toMatch(/[%_\\]/);
        for (const one of query.typos ?? []) expect(() => new RegExp(one, 'u')).not.toThrow();
        expect(query.caseNumber ?? '').not.toMatch(/[_\\]/);
      } catch (error) {
        expect((error as Error).message).toMatch('minstens');
      }
    })));
});
