import { type FieldProblem, isFilled, normaliseName, withoutBsn } from '#kernel';
import type { DataCategory } from '../data-categories.js';

/** A member of the family, with what could stand in a text. */
export interface PersonInText {
  readonly memberId: string;
  readonly firstName: string;
  readonly infix: string | null;
  readonly lastName: string;
  readonly phone: string | null;
  readonly email: string | null;
}

/** Who is going to read it, and what the gate opens for them. */
export interface TextReader {
  readonly name: string;
  readonly covered: readonly { readonly memberId: string; readonly category: DataCategory }[];
}

const PHONE_DIGITS = 9;
// A telephone number in groups can pass the eleven test from its second group on.
const PHONE = /(?<!\d)(?:\+31|0031|0)[ -]?[1-9](?:[ -]?\d){8}(?!\d)/g;
const digitsOf = (text: string): string => text.replace(/[\s()./-]/g, '');

function namesPerson(text: string, { firstName, infix, lastName }: PersonInText): boolean {
  const words = ` ${normaliseName(text)} `;
  const names = [`${firstName} ${infix ?? ''} ${lastName}`, `${firstName} ${lastName}`].map(normaliseName);
  // 'Noor Bouzids fiets': the genitive is the name too.
  return names.some((name) => words.includes(` ${name} `) || words.includes(` ${name}s `));
}

function holdsContact(text: string, { phone, email }: PersonInText): boolean {
  // '+31612345678' and '06 12 34 56 78' are one number.
  const number = digitsOf(phone ?? '').slice(-PHONE_DIGITS);
  return (number.length === PHONE_DIGITS && digitsOf(text).includes(number)) || (isFilled(email) && text.toLowerCase().includes(email.toLowerCase()));
}

/**
 * What may not stand in a free text that another organisation reads: first and last name, telephone number or e-mail address
 * of a member whose name or contact the gate keeps closed for that organisation, and never a BSN (Wabb 10). At most one
 * problem per kind and reader; no sentence repeats what it found. It does not replace reading: 'haar zoon' has no name in it.
 */
export function closedInText(field: string, text: string, people: readonly PersonInText[], readers: readonly TextReader[]): FieldProblem[] {
  const others = text.replace(PHONE, '');
  const bsn = withoutBsn(others) === others ? [] : ['In de tekst staat een nummer dat een BSN kan zijn. Dat gaat nooit mee in een tekst.'];
  const closed = readers.flatMap(({ name, covered }) => {
    const keepsClosed = (category: DataCategory) => ({ memberId }: PersonInText): boolean =>
      !covered.some((share) => share.memberId === memberId && share.category === category);
    return [
      ...(people.filter(keepsClosed('name')).some((person) => namesPerson(text, person))
        ? [`Schrijf geen namen. In de tekst staat een gezinslid van wie je de naam niet deelt met ${name}.`] : []),
      ...(people.filter(keepsClosed('contact')).some((person) => holdsContact(text, person))
        ? [`In de tekst staat een telefoonnummer of e-mailadres dat je niet deelt met ${name}.`] : []),
    ];
  });
  return [...bsn, ...closed].map((message) => ({ name: field, message }));
}
