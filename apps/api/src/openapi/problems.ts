import type { ReferenceObject, ResponseObject, SchemaObject } from '@nestjs/swagger';
import { problemType, sentenceOf, titleOf } from '../http/problem.js';

interface Refusal {
  readonly description: string;
  readonly code: string;
  /** Dutch, as the person at the screen reads it. */
  readonly detail?: string;
  readonly errors?: { field: string; message: string }[];
}

const REFUSALS: Record<number, Refusal> = {
  400: { description: 'The input has not the right form; `errors` names every field that is wrong.', code: 'input.invalid', detail: 'Vul dit in.', errors: [{ field: 'reason', message: 'Vul dit in.' }] },
  401: { description: 'Nobody is signed in, or the token is not valid (any more).', code: 'http.401' },
  403: { description: 'This does not belong to the role, or the CSRF token is missing.', code: 'actor.role', detail: 'Dit hoort niet bij jouw rol.' },
  404: { description: 'It does not exist, or the reader may not see it; the answer is the same.', code: 'id.invalid', detail: 'Dit bestaat niet, of je mag het niet zien.' },
  409: { description: 'Somebody else was first, or it clashes with what is there.', code: 'write.busy', detail: 'Iemand anders was net even eerder. Probeer het nog een keer.' },
  412: { description: 'The version in `If-Match` is not the newest one.', code: 'version.stale', detail: 'Iemand anders heeft dit net aangepast. Ververs de pagina en kijk het na.' },
  413: { description: 'The body is too large.', code: 'http.413' },
  415: { description: 'The body has another content type than this route takes.', code: 'http.415' },
  422: { description: 'A rule says no; the sentence says which and what helps.', code: 'rule.refused', detail: 'Voor dit gegeven is nog geen grondslag vastgelegd.', errors: [{ field: 'shares', message: 'Leg eerst een grondslag vast.' }] },
  428: { description: '`If-Match` is missing.', code: 'http.428', detail: 'Stuur de versie mee die je hebt gelezen (If-Match), zodat niemands werk wordt overschreven.' },
  500: { description: 'A fault of ours; nothing was half saved.', code: 'http.500' },
  503: { description: 'Not ready to work.', code: 'http.503' },
};

const PROBLEM = '#/components/schemas/Problem';

/** RFC 9457, the one shape of every refusal. */
export const problemSchemas: Record<string, SchemaObject> = {
  Problem: {
    type: 'object',
    description: 'Why it was refused, for machines (`type`, `status`) and for people (Dutch, level B1).',
    required: ['type', 'title', 'status', 'detail', 'instance'],
    properties: {
      type: { type: 'string', format: 'uri', description: 'Code of the refusal; does not change.', example: 'urn:naast:problem:input.invalid' },
      title: { type: 'string', description: 'Short, the same for every refusal with this status.', example: 'Dit klopt nog niet' },
      status: { type: 'integer', minimum: 400, maximum: 599, description: 'The HTTP status.', example: 400 },
      detail: { type: 'string', description: 'What is wrong and what helps, in Dutch.', example: 'Vul dit in.' },
      instance: { type: 'string', format: 'uri', description: 'This request; name it when you ask for help.' },
      errors: { type: 'array', description: 'Per field what is wrong.', items: { $ref: '#/components/schemas/ProblemField' } },
    },
  },
  ProblemField: {
    type: 'object',
    description: 'One field that is wrong; never its value.',
    required: ['field', 'message'],
    properties: {
      field: { type: 'string', description: 'Path of the field.', example: 'members.0.birthDate' },
      message: { type: 'string', description: 'What is wrong and what helps, in Dutch.', example: 'Schrijf een bestaande datum als jjjj-mm-dd.' },
    },
  },
};

/** Each refusal once; operations refer to it. */
export const problemResponses: Record<string, ResponseObject> = Object.fromEntries(
  Object.entries(REFUSALS).map(([status, refusal]) => [nameOf(Number(status)), responseOf(Number(status), refusal)]),
);

export const refuse = (status: number): ReferenceObject => ({ $ref: `#/components/responses/${nameOf(status)}` });

function nameOf(status: number): string {
  return `Problem${status}`;
}

function responseOf(status: number, { description, code, detail, errors }: Refusal): ResponseObject {
  const example = {
    type: problemType(code), title: titleOf(status), status, detail: detail ?? sentenceOf(status),
    instance: 'urn:naast:request:0c9f4f0e-1c1e-4b7e-9d52-3f0a6a1f7a11', ...(errors && { errors }),
  };
  return { description, headers: { 'API-Version': { $ref: '#/components/headers/API-Version' } }, content: { 'application/problem+json': { schema: { $ref: PROBLEM }, example } } };
}
