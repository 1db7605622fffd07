const COMBINING_MARKS = /\p{M}/gu;
// Letters that Unicode does not decompose into a base letter and a mark.
const SPECIAL: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ĳ: 'ij',
};

/** Takes the marks off: 'Renée Çelik' → 'Renee Celik'. Case stays. */
export const withoutDiacritics = (text: string): string =>
  text.normalize('NFD').replace(COMBINING_MARKS, '').normalize('NFC');

/** One way to write white space: no edges, no doubles, no non-breaking spaces. */
export const tidySpaces = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/**
 * The form in which two spellings of one name are equal: case, marks, hyphens, apostrophes and spaces
 * do not count. 'Van ’t  Hoff-Özdemir' → 'van t hoff ozdemir'. For matching only, never for display.
 */
export function normaliseName(name: string): string {
  const plain = withoutDiacritics(name.toLocaleLowerCase('nl-NL')).replace(
    /[ßæœøłđðþıĳ]/gu,
    (letter) => SPECIAL[letter] ?? letter,
  );
  return tidySpaces(plain.replace(/[^\p{L}\p{N}]+/gu, ' '));
}

/** Joins as people do: 'naam', 'naam en adres', 'naam, adres en telefoonnummer'. */
export function joinDutch(words: readonly string[]): string {
  const last = words.at(-1);
  if (last === undefined) return '';
  return words.length === 1 ? last : `${words.slice(0, -1).join(', ')} en ${last}`;
}

/** First letter as a capital; the Dutch IJ goes together. */
export function capitalise(text: string): string {
  const head = /^ij/i.test(text) ? 2 : 1;
  return text.slice(0, head).toLocaleUpperCase('nl-NL') + text.slice(head);
}

/** True for a string with something else than white space in it. */
export const isFilled = (text: string | null | undefined): text is string =>
  typeof text === 'string' && text.trim() !== '';
