/** Just enough of a browser for signing in: keeps cookies, follows redirects, stops at another host. */
export class Browser {
  private readonly cookies = new Map<string, string>();

  open(url: string) {
    return this.go(url, { method: 'GET' });
  }

  post(url: string, form: Record<string, string>) {
    return this.go(url, { method: 'POST', body: new URLSearchParams(form) });
  }

  private async go(url: string, init: RequestInit): Promise<{ status: number; text: string; landed: string | undefined }> {
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { accept: 'text/html', cookie: this.header() } });
    for (const line of answer.headers.getSetCookie()) this.keep(line);
    const location = answer.headers.get('location');
    if (!location) return { status: answer.status, text: await answer.text(), landed: url };
    const next = new URL(location, url);
    if (next.host !== new URL(url).host) return { status: answer.status, text: '', landed: next.href };
    return this.go(next.href, { method: 'GET' });
  }

  private keep(line: string): void {
    const [name, value] = line.split(';')[0]!.split('=') as [string, string];
    if (value) this.cookies.set(name, value);
    else this.cookies.delete(name);
  }

  private header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}
