import { ValidationPipe } from '@nestjs/common';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import type { ProblemField } from './problem.js';

/** Input that has not the form the route asks for; names every field that is wrong, never the value. */
export class InvalidInput extends Error {
  constructor(readonly fields: ProblemField[], sentence?: string) {
    super(sentence ?? (fields.length === 1 ? (fields[0]?.message ?? '') : 'Een paar velden kloppen nog niet. Kijk ze na.'));
  }
}

type Sentence = (limits: readonly unknown[]) => string;

/** What each check means for the person at the screen. */
const SENTENCES: Record<string, Sentence> = {
  whitelistValidation: () => 'Dit veld kennen we niet.',
  isDefined: () => 'Vul dit in.',
  isNotEmpty: () => 'Vul dit in.',
  isString: () => 'Vul hier tekst in.',
  isInt: () => 'Vul hier een heel getal in.',
  isNumber: () => 'Vul hier een getal in.',
  isBoolean: () => 'Kies ja of nee.',
  isArray: () => 'Stuur hier een lijst.',
  isObject: () => 'Stuur hier een object.',
  nestedValidation: () => 'Dit onderdeel heeft niet de goede vorm.',
  isUuid: () => 'Dit is geen geldig nummer (id).',
  isIn: () => 'Deze keuze bestaat niet.',
  isLocalDate: () => 'Schrijf een bestaande datum als jjjj-mm-dd.',
  isISO8601: () => 'Schrijf een bestaand tijdstip, zoals 2026-03-01T09:00:00Z.',
  isInstant: () => 'Schrijf een bestaand tijdstip, zoals 2026-03-01T09:00:00Z.',
  isEmail: () => 'Dit is geen e-mailadres.',
  isBsn: () => 'Dit is geen geldig BSN.',
  isPlainText: () => 'Hier staan tekens in die we niet kunnen bewaren.',
  isPersonName: () => 'Een naam bestaat uit letters, spaties, streepjes en apostrofs.',
  isPostcode: () => 'Schrijf de postcode als 9711 AB.',
  matches: () => 'Dit heeft niet de goede vorm.',
  equals: () => 'Bevestig dit om verder te gaan.',
  maxLength: ([max]) => `Dit is te lang. Gebruik hoogstens ${String(max)} tekens.`,
  minLength: ([min]) => (min === 1 ? 'Vul dit in.' : `Gebruik minstens ${String(min)} tekens.`),
  min: ([min]) => `Dit is minstens ${String(min)}.`,
  max: ([max]) => `Dit is hoogstens ${String(max)}.`,
  arrayMinSize: ([min]) => `Geef er minstens ${String(min)}.`,
  arrayMaxSize: ([max]) => `Geef er hoogstens ${String(max)}.`,
  arrayUnique: () => 'Hetzelfde staat er twee keer in.',
};

// A missing field fails all its checks; the first of these is the one that helps.
const MOST_TELLING = ['whitelistValidation', 'isDefined', 'isNotEmpty', 'minLength'];

function fieldsOf(errors: readonly ValidationError[], path = ''): ProblemField[] {
  return errors.flatMap((error) => {
    const name = nameOf(error);
    const field = path ? `${path}.${name}` : name;
    const own = error.constraints ? [{ field, message: sentenceFor(error) }] : [];
    return [...own, ...fieldsOf(error.children ?? [], field)];
  });
}

/** A field that we do not know is named as it came only when it looks like a field: anything else may be a person (Wabb 10, AVG 32). */
const nameOf = ({ property, constraints }: ValidationError): string =>
  constraints?.['whitelistValidation'] && !/^[a-z][a-z-]{0,39}\d{0,2}$/i.test(property) ? 'onbekend veld' : property;

function sentenceFor(error: ValidationError): string {
  const failed = Object.keys(error.constraints ?? {});
  const missing = error.value === undefined || error.value === null || error.value === '';
  const name = (missing && failed.find((key) => MOST_TELLING.includes(key))) || failed.at(-1) || '';
  if (missing && name !== 'whitelistValidation') return 'Vul dit in.';
  return SENTENCES[name]?.(limitsOf(error, name)) ?? 'Dit klopt niet.';
}

function limitsOf(error: ValidationError, name: string): readonly unknown[] {
  const target = error.target?.constructor;
  if (!target) return [];
  const checks = getMetadataStorage().getTargetValidationMetadatas(target, '', false, false);
  return checks.find((check) => check.propertyName === error.property && check.name === name)?.constraints ?? [];
}

/** Unknown fields are refused, not dropped: a typo in a field name must not lose what somebody wrote. */
export const createValidationPipe = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    validationError: { target: true, value: true },
    exceptionFactory: (errors) => new InvalidInput(fieldsOf(errors)),
  });
