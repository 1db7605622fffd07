import { isValidBsn, normaliseName } from '#kernel';

export interface NamedMember {
  readonly role: 'main' | 'partner' | 'child' | 'other';
  readonly firstName: string;
  readonly infix: string | null;
  readonly lastName: string;
}

interface Pattern {
  readonly words: readonly string[];
  readonly label: string;
}

const ROLE_LABELS: Readonly<Record<NamedMember['role'], string>> = {
  main: 'hoofdpersoon',
  partner: 'partner',
  child: 'kind',
  other: 'huisgenoot',
};

const CONTACT: readonly (readonly [RegExp, string])[] = [
  [/[^\s@<>()]+@[^\s@<>()]+\.[a-z]{2,}/giu, '[e-mailadres]'],
  [/(?<!\d)(?:(?:\+|00)31[\s-]?(?:\(0\))?|0)(?:[\s-]?\d){9}(?!\d)/gu, '[telefoonnummer]'],
  // Small letters count only when attached: 'in 2027 is het beter' is no postcode.
  [/(?<![\p{L}\d])[1-9]\d{3}(?:\s?[A-Z]{2}|[a-z]{2})(?![\p{L}\d])(?:[\s,]+\d{1,5}[a-zA-Z]?(?![\p{L}\d]))?/gu, '[adres]'],
];
const NINE_DIGITS = /(?<!\d)\d{9}(?!\d)/gu;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const SHORT = 3;

const wordsOf = (...parts: readonly (string | null)[]): string[] => normaliseName(parts.filter(Boolean).join(' ')).split(' ').filter(Boolean);

/** Who is meant, as a place in the family. Several of one role get a number. */
function labelsOf(members: readonly NamedMember[]): string[] {
  const counts = new Map<string, number>();
  return members.map(({ role }) => {
    const number = (counts.get(role) ?? 0) + 1;
    counts.set(role, number);
    const several = members.filter((other) => other.role === role).length > 1;
    return `[${ROLE_LABELS[role]}${several ? ` ${number}` : ''}]`;
  });
}

function patternsOf(members: readonly NamedMember[]): Pattern[] {
  const labels = labelsOf(members);
  const lastName = ({ lastName: name }: NamedMember): string => normaliseName(name);
  return members
    .flatMap((member, index): Pattern[] => {
      const label = labels[index] ?? '[gezinslid]';
      const shared = members.filter((other) => lastName(other) === lastName(member)).length > 1;
      const family = shared ? '[achternaam]' : label;
      return [
        { words: wordsOf(member.firstName, member.infix, member.lastName), label },
        { words: wordsOf(member.firstName, member.lastName), label },
        { words: wordsOf(member.firstName), label },
        { words: wordsOf(member.infix, member.lastName), label: family },
        { words: wordsOf(member.lastName), label: family },
        // Of a double name people use one half: 'Jan-Willem' is Jan at home.
        ...[...wordsOf(member.firstName), ...wordsOf(member.lastName)].filter((word) => word.length > SHORT).map((word) => ({ words: [word], label })),
      ];
    })
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.words.length - a.words.length);
}

interface Token {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly capital: boolean;
}

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(WORD)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    word: normaliseName(match[0]),
    capital: /^\p{Lu}/u.test(match[0]),
  }));

// 'Noors fiets': the genitive is the name too.
const isName = (token: Token | undefined, name: string): boolean => token?.word === name || token?.word === `${name}s`;

function matchesAt(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  if (!words.every((word, offset) => isName(tokens[at + offset], word))) return false;
  // A short name counts with a capital only, or 'an' and 'wil' vanish from every text.
  return words.some((word, offset) => word.length > SHORT || tokens[at + offset]?.capital);
}

function withoutMembers(text: string, patterns: readonly Pattern[]): string {
  const tokens = tokensOf(text);
  let result = '';
  let copied = 0;
  for (let at = 0; at < tokens.length; ) {
    const found = patterns.find(({ words }) => matchesAt(tokens, at, words));
    const first = tokens[at];
    const last = tokens[at + (found?.words.length ?? 1) - 1];
    if (found && first && last) {
      result += text.slice(copied, first.start) + found.label;
      copied = last.end;
    }
    at += found?.words.length ?? 1;
  }
  return result + text.slice(copied);
}

/**
 * The text without the names of these people, and without e-mail addresses, telephone numbers, postcodes and BSNs. Spelling,
 * case and accents of a name do not matter. Names of people outside the household stay: who writes is asked to leave them out.
 */
export function withoutNames(text: string, members: readonly NamedMember[]): string {
  const noContact = CONTACT.reduce((rest, [pattern, label]) => rest.replace(pattern, label), text);
  const noBsn = noContact.replace(NINE_DIGITS, (digits) => (isValidBsn(digits) ? '[nummer]' : digits));
  return withoutMembers(noBsn, patternsOf(members));
}

/** The same for every text in a structure; numbers and dates stay. */
export function withoutNamesIn<T>(value: T, members: readonly NamedMember[]): T {
  if (typeof value === 'string') return withoutNames(value, members) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutNamesIn(inner as unknown, members)])) as T;
}
