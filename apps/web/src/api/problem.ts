/** What the API says went wrong (RFC 9457), as one kind of error for every screen. */
export interface FieldError {
  field: string;
  message: string;
}

export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly errors: FieldError[] = [],
    readonly instance?: string,
  ) {
    super(detail || title);
  }
}

export async function problemOf(response: Response): Promise<ApiProblem> {
  const body = (await response
    .clone()
    .json()
    .catch(() => ({}))) as Record<string, unknown>;
  const errors = Array.isArray(body['errors']) ? (body['errors'] as FieldError[]) : [];
  return new ApiProblem(
    response.status,
    text(body['title']),
    text(body['detail']),
    errors.map((error) => ({ ...error, field: dotted(error.field ?? '') })),
    text(body['instance']) || undefined,
  );
}

export const statusOf = (error: unknown): number => (error instanceof ApiProblem ? error.status : 0);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const dotted = (path: string): string =>
  path
    .replace(/\[(\d+)\]/g, '.$1')
    .replace(/^\//, '')
    .replaceAll('/', '.');
