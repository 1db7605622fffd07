import { type FieldProblem, type LocalDate, normaliseName, partsOf } from '#kernel';

/** Somebody of the family, with everything that would say who it is. */
export interface KnownPerson {
  readonly firstName: string;
  readonly infix: string | null;
  readonly lastName: string;
  readonly birthDate: LocalDate;
}

export interface KnownFamily {
  readonly people: readonly KnownPerson[];
  readonly caseNumber: string;
  readonly city: string | null;
  readonly neighbourhood: string | null;
}

const MONTHS = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');
const SHORTEST_PART = 3;
const INFIXES = new Set(['van', 'den', 'der', 'ter', 'ten', 'het', 'del', 'las', 'los', 'bin', 'ibn', 'von', 'aan', 'uit', 'over', 'onder', 'bij']);

// Full-width letters, soft hyphens and marks that take no room: the same text to a reader, another to a computer.
const plain = (text: string): string => text.normalize('NFKC').replace(/\p{Cf}/gu, '');

/** The words of a name that tell who it is; 'van' and 'el' tell nothing. */
const telling = (name: string): string[] => normaliseName(name).split(' ').filter((word) => word.length >= SHORTEST_PART && !INFIXES.has(word));

const FAMILY_NAME = ({ people }: KnownFamily): string[] => people.flatMap(({ firstName, lastName }) => [...telling(firstName), ...telling(lastName), normaliseName(firstName), normaliseName(lastName)]);

function holdsName(text: string, family: KnownFamily): boolean {
  const words = ` ${normaliseName(text)} `;
  // 'Noors fiets' and 'F. Bouzid' too; spelled with spaces or dots between the letters as well.
  const letters = normaliseName(text).split(' ').filter((word) => word.length === 1).join('');
  return FAMILY_NAME(family).some((name) => name.length > 1 && (words.includes(` ${name} `) || words.includes(` ${name}s `) || (name.length >= SHORTEST_PART && letters.includes(name))));
}

function holdsBirthDate(text: string, { people }: KnownFamily): boolean {
  const digits = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return people.some(({ birthDate }) => {
    const { year, month, day } = partsOf(birthDate);
    const two = (n: number): string => String(n).padStart(2, '0');
    const days = [String(day), two(day)];
    const months = [String(month), two(month), MONTHS[month - 1] ?? '', (MONTHS[month - 1] ?? '').slice(0, 3)];
    return days.some((d) => months.some((m) => [`${d} ${m} ${year}`, `${d} ${m} ${String(year).slice(2)}`, `${year} ${m} ${d}`].some((date) => digits.includes(` ${date} `))));
  });
}

const holdsPlace = (text: string, { city, neighbourhood }: KnownFamily): boolean => {
  const words = ` ${normaliseName(text)} `;
  return [city, neighbourhood].some((place) => place !== null && place.trim() !== '' && words.includes(` ${normaliseName(place)} `));
};

const EMAIL = /\S+\s?(?:@|\(at\)|\[at\])\s?\S+\.\S+/i;
const POSTCODE = /(?<![\d-])[1-9]\d{3}[\s.-]?[a-z]{2}(?![a-z])/i;
const CASE_NUMBER = /(?<!\d)\d{4}-\d{5,}(?!\d)/;
// A street with a number behind it; the case itself knows no street.
const STREET = /\p{L}+(?:straat|laan|weg|plein|kade|gracht|singel|hof|dijk|pad|steeg|dreef|plantsoen)\s+\d+/iu;
/** Eight digits and more in one group, however they are written: a BSN, a telephone number, an account. */
const LONG_NUMBER = /(?<![\d])(?:\+?\d[\s().-]*){8,}(?!\d)/;
const IBAN = /(?<![a-z\d])[a-z]{2}\d{2}\s?[a-z]{4}\s?(?:\d\s?){8,}/i;

/** What a text of a case review may not hold, by what it is; no sentence repeats what it found. */
const RULES: readonly (readonly [holds: (text: string, family: KnownFamily) => boolean, message: string])[] = [
  [holdsName, 'In de tekst staat een naam uit dit gezin. Schrijf bijvoorbeeld "de moeder" of "de zoon".'],
  [holdsBirthDate, 'In de tekst staat een geboortedatum. Schrijf hoe oud iemand ongeveer is.'],
  [(text) => EMAIL.test(text), 'In de tekst staat een e-mailadres. Haal het weg.'],
  [(text, { caseNumber }) => CASE_NUMBER.test(text) || text.toLowerCase().includes(caseNumber.toLowerCase()), 'In de tekst staat een zaaknummer. Haal het weg.'],
  [(text) => POSTCODE.test(text) || STREET.test(text), 'In de tekst staat een adres of postcode. Haal het weg.'],
  [holdsPlace, 'In de tekst staat waar het gezin woont. Haal het weg.'],
  [(text) => IBAN.test(text) || LONG_NUMBER.test(withoutCaseNumbers(text)), 'In de tekst staat een lang nummer, zoals een telefoonnummer of een BSN. Haal het weg.'],
];
const withoutCaseNumbers = (text: string): string => text.replace(CASE_NUMBER, '');

/**
 * Whether a text tells which family it is about. `refused` in the service. It does not replace reading: 'de bakker uit ons
 * dorp' has no name in it, and the screen says so.
 */
export function namesInText(field: string, text: string, family: KnownFamily): readonly FieldProblem[] {
  const read = plain(text);
  return RULES.filter(([holds]) => holds(read, family)).map(([, message]) => ({ name: field, message }));
}
