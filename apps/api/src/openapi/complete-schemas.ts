import type { ReferenceObject, SchemaObject } from '@nestjs/swagger';
import { meaningOf } from './words.js';

export type Schema = SchemaObject | ReferenceObject;

export const isReference = (what: object): what is ReferenceObject => '$ref' in what;

/** Adds to every field what its name tells; what the class itself says always wins. */
export function completeSchemas(schemas: Record<string, Schema>): void {
  for (const schema of Object.values(schemas)) {
    if (isReference(schema)) continue;
    for (const [name, field] of Object.entries(schema.properties ?? {})) if (!isReference(field)) completeField(name, field);
  }
}

function completeField(name: string, field: SchemaObject): void {
  const { format, ...meaning } = meaningOf(name);
  Object.assign(field, { ...meaning, ...field });
  if (format && field.type === 'string' && !field.enum) field.format ??= format;
  if (name.endsWith('s') && field.type === 'array' && field.items && !isReference(field.items)) wholeNumber(field.items);
  wholeNumber(field);
}

/** Every number of Naast is a count, a year or an amount of cents. */
export function wholeNumber(schema: SchemaObject): void {
  if (schema.type === 'number') schema.type = 'integer';
}
