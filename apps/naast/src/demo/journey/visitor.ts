export interface Answer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- another program's answers: the journey looks at what it needs
  readonly body: any;
}

/** One persona at a running Naast, over HTTP with a bearer token. */
export class Visitor {
  constructor(
    private readonly url: string,
    private readonly token: string,
    readonly name: string,
  ) {}

  get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  /** `version` goes along as If-Match. */
  post(path: string, body: object | Uint8Array = {}, version?: number): Promise<Answer> {
    return this.send('POST', path, body, version);
  }

  private async send(method: string, path: string, body?: object | Uint8Array, version?: number): Promise<Answer> {
    const raw = body instanceof Uint8Array;
    const answer = await fetch(new URL(path, this.url), {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body && { 'content-type': raw ? 'text/csv' : 'application/json' }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      body: raw ? Buffer.from(body) : body && JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
    const text = await answer.text();
    return { status: answer.status, body: answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text };
  }
}
