import { tidySpaces } from '#kernel';

/*
 * The form in which names are searched. The database keeps the same form beside each name (migrations/search-text.ts), so what
 * is here must be sayable in both: ranges written out instead of \p{M}, replacements one after the other.
 */
const MARKS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/gu;

/** Letters that Unicode does not take apart into a base letter and a mark. */
export const SPECIAL_LETTERS: readonly (readonly [letter: string, written: string])[] = [
  ['ß', 'ss'], ['æ', 'ae'], ['œ', 'oe'], ['ø', 'o'], ['ł', 'l'], ['đ', 'd'], ['ð', 'd'], ['þ', 'th'], ['ı', 'i'], ['ĳ', 'ij'],
];

/** What does not count: the tussenvoegsels ('de Jong' and 'Jong, de' are the same), and what stands before every family's name. */
export const SMALL_WORDS: readonly string[] = [
  'aan', 'al', 'bij', 'd', 'da', 'de', 'del', 'den', 'der', 'di', 'dos', 'du', 'el', 'en', 'familie', 'gezin', 'het', 'in', 'la', 'le', 'onder', 'op',
  'over', 's', 't', 'te', 'ten', 'ter', 'uit', 'uijt', 'van', 'vande', 'vanden', 'vander', 'von', 'voor', 'zu',
];

/** What sounds the same in Dutch, in this order: 'Dyck' and 'Dijk', 'Philips' and 'Filips', 'Zaid' and 'Saït'. */
export const SAME_SOUNDS: readonly (readonly [pattern: string, sound: string])[] = [
  ['eij|ij|ei|ey', 'y'], ['ph|v', 'f'], ['th|dt', 't'], ['ck|kh', 'k'], ['ch|gh', 'g'], ['c|q', 'k'], ['x', 'ks'], ['z', 's'], ['au', 'ou'], ['oe', 'u'],
  ['d$', 't'],
];
const SOUNDS = SAME_SOUNDS.map(([pattern, sound]) => [new RegExp(pattern, 'g'), sound] as const);

/** The words of a name that count: lower case, no marks, no tussenvoegsels unless there is nothing else. */
export function searchWords(name: string): string[] {
  const bare = name.toLowerCase().normalize('NFD').replace(MARKS, '').normalize('NFC');
  const plain = SPECIAL_LETTERS.reduce((text, [letter, written]) => text.replaceAll(letter, written), bare);
  const words = tidySpaces(plain.replace(/[^\p{L}\p{N}]+/gu, ' ')).split(' ').filter(Boolean);
  const counting = words.filter((word) => !SMALL_WORDS.includes(word));
  return counting.length > 0 ? counting : words;
}

/** One word as it sounds; two spellings of one sound are equal, doubled letters count once. */
export const soundOf = (word: string): string =>
  SOUNDS.reduce((text, [pattern, sound]) => text.replace(pattern, sound), word).replace(/(.)\1+/gu, '$1');

/** What is kept beside a name to search in: every word behind a space, and how it sounds behind a tilde. */
export const searchTextOf = (name: string): string =>
  searchWords(name).map((word) => ` ${word}~${soundOf(word)}`).join('');
