import { DomainError } from '#kernel';
import { searchWords, soundOf } from './words.js';

export const LEAST_LETTERS = 3;
export const MOST_RESULTS = 20;
/** Shorter words have too many neighbours: with one letter changed, 'Bos' is 'Bas' and 'Vos'. */
const TYPOS_FROM = 4;
/** The longest Dutch last name is shorter; what is longer is no name, and would make a pattern that the database refuses. */
const LONGEST_WORD = 30;
/** From here a typo is also forgiven in the beginning of a longer name, while somebody is still typing it. */
const UNFINISHED_TYPOS_FROM = 6;

/** What somebody looks for, as patterns on the form of `searchTextOf`. Null = not looked for in this way. */
export interface SearchQuery {
  /** Each word begins a word of the name (LIKE). */
  readonly starts: readonly string[] | null;
  /** Each word sounds as the beginning of one (LIKE). */
  readonly sounds: readonly string[] | null;
  /** Each word is the beginning of one, sounds like it, or differs by one typo (regular expression). */
  readonly typos: readonly string[] | null;
  /** A case number (LIKE). */
  readonly caseNumber: string | null;
  /** Postcode and house number, on the form of `household.address_key` (LIKE). */
  readonly address: string | null;
}

const tooShort = (): DomainError => {
  const message = `Typ minstens ${LEAST_LETTERS} letters van een naam, of een zaaknummer.`;
  return new DomainError('search.too-short', message, { kind: 'invalid', fields: [{ name: 'text', message }] });
};

/** Throws `invalid` for less than three letters that is no case number either. */
export function readSearch(text: string): SearchQuery {
  const caseNumber = caseNumberIn(text);
  const address = addressIn(text);
  const words = address ? [] : searchWords(text).slice(0, 6).map((word) => word.slice(0, LONGEST_WORD));
  const letters = words.join('').replace(/[^\p{L}]/gu, '').length;
  if (letters < LEAST_LETTERS && !caseNumber && !address) throw tooShort();
  if (letters < LEAST_LETTERS) return { starts: null, sounds: null, typos: null, caseNumber, address };
  return {
    starts: words.map((word) => `% ${word}%`),
    sounds: words.map((word) => `%~${soundOf(word)}%`),
    typos: words.some(({ length }) => length >= TYPOS_FROM) ? words.map(typoPattern) : null,
    caseNumber, address,
  };
}

/** '2026-123', '2026000123' and '2026-000123' are one number; of '000123' the year is left open. */
function caseNumberIn(text: string): string | null {
  const tidy = text.trim().toUpperCase();
  const full = /^(20\d{2})[- ]?0*(\d{1,9})$/.exec(tidy);
  if (full && (tidy.length > 4)) return `${full[1]}-${(full[2] ?? '').padStart(6, '0')}`;
  if (/^\d{3,9}$/.test(tidy)) return `%-${tidy.replace(/^0+(?=\d)/, '').padStart(6, '0')}`;
  return /^[A-Z]-[A-Z0-9]{3,20}$/.test(tidy) ? tidy : null;
}

function addressIn(text: string): string | null {
  const [, digits, letters, number, suffix] = /^\s*([1-9]\d{3})\s?([a-z]{2})[\s,]+(\d{1,5})(?:[\s-]?([a-z0-9]{1,4}))?\s*$/i.exec(text) ?? [];
  return digits && letters && number ? `${digits}${letters.toUpperCase()}-${number}-${suffix ? suffix.toUpperCase() : '%'}` : null;
}

/** Only letters and digits come in, so nothing that somebody types is a regular expression. */
function typoPattern(word: string): string {
  const easy = [` ${word}`, `~${soundOf(word)}`];
  if (word.length < TYPOS_FROM) return `(?:${easy.join('|')})`;
  const end = word.length < UNFINISHED_TYPOS_FROM ? '~' : '';
  return `(?:${[...easy, ...oneTypo(word).map((typo) => ` ${typo}${end}`)].join('|')})`;
}

/** One letter other, one too many, one too few, or two swapped; a dot is any letter. */
function oneTypo(word: string): string[] {
  const letters = [...word];
  const around = (at: number, middle: string, skip: number): string => [...letters.slice(0, at), middle, ...letters.slice(at + skip)].join('');
  return letters.flatMap((letter, at) => [
    around(at, '[^ ~]', 1), around(at, '', 1), around(at, '[^ ~]', 0),
    ...(at + 1 < letters.length ? [around(at, `${letters[at + 1]}${letter}`, 2)] : []),
  ]).concat(`${word}[^ ~]`);
}
