import { type Document, lookUp, type SchemaOf } from './openapi.js';

export interface BadBody {
  /** What is wrong with it. */
  readonly what: string;
  /** The field that the answer must name. */
  readonly field?: string;
  readonly body: unknown;
}

type Path = readonly (string | number)[];
interface Field {
  readonly path: Path;
  readonly schema: SchemaOf;
  readonly required: boolean;
}

const GONE = Symbol('gone');

/** The body with one place changed. */
function change(body: unknown, [first, ...rest]: Path, value: unknown): unknown {
  if (first === undefined) return value;
  if (Array.isArray(body)) return body.map((item, at) => (at === first ? change(item, rest, value) : (item as unknown)));
  const fields = { ...(body as Record<string, unknown>) };
  const changed = change(fields[first], rest, value);
  if (changed === GONE) delete fields[first];
  else fields[first] = changed;
  return fields;
}

/** Every field that the example reaches, with those of its parts. */
function fieldsOf(document: Document, schema: SchemaOf, example: unknown, path: Path = []): Field[] {
  const { properties = {}, required = [] } = lookUp(document, schema);
  return Object.entries(properties).flatMap(([name, inner]) => {
    const here = [...path, name];
    const part = lookUp(document, inner);
    const value = (example as Record<string, unknown> | undefined)?.[name];
    const below = part.properties ? fieldsOf(document, inner, value, here) : part.items && lookUp(document, part.items).properties ? fieldsOf(document, part.items, (value as unknown[])[0], [...here, 0]) : [];
    return [{ path: here, schema: part, required: required.includes(name) }, ...below];
  });
}

const LONG = 'a'.repeat(10_001);
const DATES = ['2026-02-30', '2026-13-01', '0000-00-00', 'gisteren', '2026-11-23T25:00:00Z', '+275760-09-14', ''];

/** Values that this field may not have; what they are is their name. */
function wrongValues({ schema, required }: Field): [what: string, value: unknown][] {
  const missing: [string, unknown][] = required ? [['missing', GONE], ['null', null]] : [];
  return [...missing, ...byType(schema)];
}

function byType(schema: SchemaOf): [string, unknown][] {
  switch (schema.type) {
    case 'string':
      return [
        ['a number', 12_345], ['yes', true], ['a list', ['a']], ['an object', { a: 1 }],
        ['a NUL', 'a\u0000b'], ['half a character', 'a\ud800b'],
        ...(schema.pattern === '^\\d{9}$' ? ['123456789', '000000000', '99999001', '9999900191', '999990018'].map((bsn): [string, unknown] => [`the BSN ${bsn}`, bsn]) : []),
        ['too long', 'a'.repeat((schema.maxLength ?? 10_000) + 1)], ['far too long', LONG.repeat(20)],
        ...(schema.enum ? ([['an unknown choice', 'bestaat-niet'], ['a name of every object', 'constructor']] as [string, unknown][]) : []),
        ...(schema.format === 'uuid' ? ([['no id', 'x'], ['an id and more', `0199d1c2-7a10-7c3e-9a55-000000000001'; --`]] as [string, unknown][]) : []),
        ...(schema.format?.startsWith('date') ? DATES.map((value): [string, unknown] => [`the date "${value}"`, value]) : []),
      ];
    case 'integer':
      return [['text', 'x'], ['a number as text', '12'], ['a fraction', 1.5], ['negative', -1], ['huge', 1e300], ['just too much', (schema.maximum ?? 1e15) + 1], ['a list', [1]], ['an object', {}], ['yes', true]];
    case 'boolean':
      return [['text', 'true'], ['a number', 1], ['a list', [true]], ['an object', {}]];
    case 'array':
      return [['text', 'x'], ['an object', { 0: 'x' }], ['a number', 1], ['a list in a list', [[]]], ['numbers', [1]], ['null inside', [null]], ['too many', Array.from({ length: 3_000 }, () => 'x')]];
    default:
      return [['text', 'x'], ['a list', []], ['a number', 1], ['yes', true]];
  }
}

/** Every way in which this body can be wrong in one place. */
export function badBodies(document: Document, schema: SchemaOf, example: unknown): BadBody[] {
  const fields = fieldsOf(document, schema, example);
  const wrong = fields.flatMap((field) =>
    wrongValues(field).map(([what, value]): BadBody => ({ what: `${field.path.join('.')}: ${what}`, field: field.path.join('.'), body: change(example, field.path, value) })));
  const objects: Path[] = [[], ...fields.filter(({ schema: { properties } }) => properties).map(({ path }) => path)];
  const unknown = objects.map((path): BadBody => ({ what: `${path.join('.')}: an unknown field`, field: [...path, 'isAdmin'].join('.'), body: change(example, [...path, 'isAdmin'], true) }));
  return [...wrong, ...unknown, ...INHERITED.map((name): BadBody => ({ what: `an unknown field ${name}`, field: name, body: { ...(example as object), [name]: 'x' } }))];
}

/** Names that every object already has. */
const INHERITED = ['toString', 'hasOwnProperty', 'valueOf'];

/** Values at the edge of what the form allows: refused or taken, but nothing may break on them. */
export function extremeBodies(document: Document, schema: SchemaOf, example: unknown): BadBody[] {
  return fieldsOf(document, schema, example).flatMap((field) =>
    extremes(field.schema).map((value): BadBody => ({ what: `${field.path.join('.')} = ${JSON.stringify(value).slice(0, 60)}`, body: change(example, field.path, value) })));
}

/** Text that turns around, ends a statement, fills a template, is a tag, or is made of marks. */
const STRANGE = '\u202E\uFFFF\uFEFFe\u0301\u0301\\"\'; DROP TABLE household; -- ${7*7}{{7*7}}%s%n<script>alert(1)</script>';

function extremes({ type, format, enum: choices, minimum = 0, maximum = 1e9, maxLength = 80 }: SchemaOf): unknown[] {
  if (choices) return choices;
  if (type === 'integer') return [minimum, maximum, maximum - 1];
  if (format === 'date') return ['0000-01-01', '0001-01-01', '1582-10-10', '9999-12-31', '2000-02-29'];
  if (format === 'date-time') return ['0000-01-01T00:00:00Z', '0001-01-01T00:00:00+14:00', '9999-12-31T23:59:59Z', '9999-12-31T23:59:59-23:59'];
  if (type === 'string' && !format) return ['👩‍👧'.repeat(Math.floor(maxLength / 5)) || '👩', 'ß'.repeat(maxLength), STRANGE.slice(0, maxLength), '=cmd|calc', '  '];
  return [];
}

/** Not even an object of fields. */
export const BROKEN: [what: string, text: string | Uint8Array, type: string][] = [
  ['half a JSON', '{"reason": "ja', 'application/json'],
  ['no JSON', 'reason=ja', 'application/json'],
  ['nothing', '', 'application/json'],
  ['a list', '[]', 'application/json'],
  ['a list of objects', '[{}]', 'application/json'],
  ['a text', '"x"', 'application/json'],
  ['a number', '12', 'application/json'],
  ['null', 'null', 'application/json'],
  ['yes', 'true', 'application/json'],
  ['a prototype', '{"__proto__": {"isAdmin": true}}', 'application/json'],
  ['a constructor', '{"constructor": {"prototype": {"isAdmin": true}}}', 'application/json'],
  ['broken UTF-8', Uint8Array.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), 'application/json'],
  ['5 MB', JSON.stringify({ reason: 'a'.repeat(5 * 1024 * 1024) }), 'application/json'],
  ['deep', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, 'application/json'],
  ['plain text', 'x', 'text/plain'],
  ['a form', 'reason=ja', 'application/x-www-form-urlencoded'],
  ['XML', '<reason>ja</reason>', 'application/xml'],
  ['an unknown type', '{}', 'no/such-thing'],
];
