import pg from 'pg';

const RETRY_MS = 1_000;

/** Hears PostgreSQL's NOTIFY on one own connection and reconnects by itself. `connected` says whether it would hear now. */
export class Listener {
  private client: pg.Client | undefined;
  private stopped = false;
  private retry: NodeJS.Timeout | undefined;
  connected = false;

  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly heard: () => void,
  ) {}

  async start(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, application_name: `naast-${this.channel}`, keepAlive: true });
    client.on('notification', this.heard);
    client.on('error', () => undefined);
    client.on('end', () => this.lost());
    this.client = client;
    try {
      await client.connect();
      await client.query(`LISTEN ${pg.escapeIdentifier(this.channel)}`);
      this.connected = true;
      // Whatever was said while we were away is answered by looking again.
      this.heard();
    } catch {
      await client.end().catch(() => undefined);
      this.lost();
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private lost(): void {
    this.connected = false;
    if (this.stopped) return;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.start(), RETRY_MS).unref();
  }
}
