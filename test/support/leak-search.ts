/** Somewhere that may hold no person: a log, the queue, a mail. */
export interface Source {
  readonly name: string;
  readonly text: string;
}

/** What may stand nowhere: a number, a name, an address. `kind` says it in a report without repeating it. */
export interface Secret {
  readonly kind: 'BSN' | 'name' | 'phone' | 'email' | 'address';
  readonly value: string;
}

export interface Leak {
  readonly source: string;
  readonly kind: Secret['kind'];
  readonly around: string;
}

/** Case, accents, dashes, dots, quotes and encodings are no hiding place. */
export function plain(text: string): string {
  return decoded(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[\s.,;:_+/\\'"-]+/g, ' ');
}

function decoded(text: string): string {
  const unescaped = text.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return unescaped.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });
}

/** '9999.90.019' is a BSN too. Besides the text itself, because digits that stand side by side by chance become one number here. */
const digitsTogether = (text: string): string => text.replace(/(?<=\d) (?=\d)/g, '');

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Whole words only: a postcode inside an id is no postcode. */
function standsIn(text: string, needle: string): number {
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    if (!LETTER_OR_DIGIT.test(text[at - 1] ?? ' ') && !LETTER_OR_DIGIT.test(text[at + needle.length] ?? ' ')) return at;
  }
  return -1;
}

/** Searches every source for every secret. */
export function findLeaks(sources: readonly Source[], secrets: readonly Secret[]): Leak[] {
  const needles = [...new Map(secrets.map((secret) => [plain(secret.value).trim(), secret])).entries()].filter(([needle]) => needle.length > 4);
  return sources.flatMap(({ name, text }) => {
    const [hay, numbers] = [plain(text), digitsTogether(plain(text))];
    return needles.flatMap(([needle, { kind }]) => {
      const at = Math.max(standsIn(hay, needle), kind === 'BSN' ? standsIn(numbers, needle) : -1);
      return at < 0 ? [] : [{ source: name, kind, around: hay.slice(Math.max(0, at - 60), at + needle.length + 40) }];
    });
  });
}

export interface PersonRow {
  readonly firstName: string;
  readonly infix: string | null;
  readonly lastName: string;
  readonly phone: string | null;
  readonly email: string | null;
}

/** Ways in which a person shows. A last name alone is often a colleague's or an ordinary word, so it counts with its first name. */
export function secretsOfPerson({ firstName, infix, lastName, phone, email }: PersonRow): Secret[] {
  const last = [infix, lastName].filter(Boolean).join(' ');
  const national = phone?.replace(/^\+31/, '0');
  return [
    { kind: 'name', value: `${firstName} ${last}` },
    { kind: 'name', value: `${lastName} ${firstName}` },
    ...(phone ? [{ kind: 'phone' as const, value: phone }, { kind: 'phone' as const, value: national ?? phone }] : []),
    ...(email ? [{ kind: 'email' as const, value: email }] : []),
  ];
}

export function secretsOfAddress({ postcode, houseNumber }: { postcode: string; houseNumber: string }): Secret[] {
  const spaced = postcode.replace(/^(\d{4})\s*/, '$1 ');
  // Together with the number; and the postcode alone, which is some twenty houses.
  return [postcode, spaced].flatMap((code) => [{ kind: 'address' as const, value: `${code} ${houseNumber}` }, { kind: 'address' as const, value: code }]);
}
