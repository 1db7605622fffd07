import type { DomainErrorKind, FieldProblem } from '#kernel';

export interface ProblemField {
  field: string;
  message: string;
}

/** RFC 9457. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance?: string;
  errors?: ProblemField[];
}

export const STATUS_OF_KIND: Record<DomainErrorKind, number> = {
  invalid: 400,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  refused: 422,
};

const TITLES: Record<number, string> = {
  400: 'Dit klopt nog niet',
  401: 'Je bent niet ingelogd',
  403: 'Dit mag je niet',
  404: 'Niet gevonden',
  405: 'Dit kan hier niet',
  409: 'Dit kan nu niet',
  412: 'Iemand anders was eerder',
  413: 'Te groot',
  415: 'Deze soort inhoud kan niet',
  422: 'Dit kan zo niet',
  428: 'De versie ontbreekt',
  429: 'Even wachten',
  500: 'Er ging iets mis bij ons',
  503: 'Even niet bereikbaar',
};

const SENTENCES: Record<number, string> = {
  400: 'De server kan dit verzoek niet lezen.',
  401: 'Log in en probeer het opnieuw.',
  404: 'Dit bestaat niet, of je mag het niet zien.',
  413: 'Wat je stuurt is te groot.',
  415: 'Stuur de inhoud als application/json.',
  429: 'Je doet te veel verzoeken achter elkaar. Probeer het straks opnieuw.',
  503: 'Naast of de inlogdienst is even niet bereikbaar. Probeer het zo weer.',
  500: 'Er ging iets mis bij ons. Er is niets half opgeslagen. Probeer het later opnieuw.',
};

export const titleOf = (status: number): string => TITLES[status] ?? 'Dit lukte niet';
export const sentenceOf = (status: number): string => SENTENCES[status] ?? 'Dit lukte niet.';

/** `about:blank` has no meaning for machines; our codes do. */
export const problemType = (code: string): string => `urn:naast:problem:${code}`;

export const toFields = (fields: readonly FieldProblem[]): ProblemField[] =>
  fields.map(({ name, message }) => ({ field: name, message }));
