/** Just enough of a browser for signing in: a cookie jar per site, redirects one by one, and a forwarded public address. */
export interface Page {
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly setCookies: string[];
}

interface Visit {
  readonly method?: string;
  readonly form?: Record<string, string>;
  readonly json?: unknown;
  readonly headers?: Record<string, string>;
}

const MOST_REDIRECTS = 12;

export class CookieBrowser {
  private readonly jars = new Map<string, Map<string, string>>();

  /** What the application calls itself lies in truth at `address`, as behind a proxy. */
  constructor(private readonly publicUrl: string, private readonly address: string) {}

  /** One request, no redirect followed. */
  async visit(url: string | URL, { method, form, json, headers = {} }: Visit = {}): Promise<Page> {
    const target = new URL(url, this.publicUrl);
    const real = target.origin === new URL(this.publicUrl).origin ? new URL(target.pathname + target.search, this.address) : target;
    const body = form ? new URLSearchParams(form) : json === undefined ? undefined : JSON.stringify(json);
    const cookie = [...this.jar(target)].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(real, {
      method: method ?? (body ? 'POST' : 'GET'), redirect: 'manual', body,
      headers: { accept: 'text/html, application/json', ...(cookie && { cookie }), ...(json !== undefined && { 'content-type': 'application/json' }), ...headers },
    });
    const setCookies = answer.headers.getSetCookie();
    for (const line of setCookies) this.keep(target, line);
    return { url: target, status: answer.status, headers: answer.headers, text: await answer.text(), setCookies };
  }

  /** Follows redirects until a page, or until the application sends somewhere that is not the issuer. Returns every stop. */
  async follow(url: string | URL, visit: Visit = {}): Promise<Page[]> {
    const stops = [await this.visit(url, visit)];
    for (;;) {
      const last = stops.at(-1) as Page;
      const location = last.headers.get('location');
      if (location === null || stops.length > MOST_REDIRECTS) return stops;
      const next = new URL(location, last.url);
      const isOwnPage = next.origin === new URL(this.publicUrl).origin && !next.pathname.startsWith('/sign-in');
      if (isOwnPage) return stops;
      stops.push(await this.visit(next));
    }
  }

  /** Signs in by choosing a persona at the issuer; returns every stop, the callback last. */
  async signIn(persona: string, returnTo = '/'): Promise<Page[]> {
    const there = await this.follow(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
    const page = there.at(-1) as Page;
    if (!page.text.includes('<form')) return there;
    return [...there, ...(await this.follow(page.url, { form: { persona } }))];
  }

  cookie(name: string): string | undefined {
    return this.jar(new URL(this.publicUrl)).get(name);
  }

  setCookie(name: string, value: string): void {
    this.jar(new URL(this.publicUrl)).set(name, value);
  }

  private jar({ origin }: URL): Map<string, string> {
    const jar = this.jars.get(origin) ?? new Map<string, string>();
    this.jars.set(origin, jar);
    return jar;
  }

  private keep(url: URL, line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value) this.jar(url).set(name, value);
    else this.jar(url).delete(name);
  }
}
