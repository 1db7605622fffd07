import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';

export interface SpecMailServer {
  readonly url: string;
  /** What came in, as it came: every header and the text, decoded. */
  readonly mails: { readonly to: string[]; readonly raw: string }[];
  stop(): Promise<void>;
}

/** A real SMTP server. `port` brings one back where it was. */
export async function startMailServer(port = 0): Promise<SpecMailServer> {
  const mails: SpecMailServer['mails'] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      let raw = '';
      stream.on('data', (chunk: Buffer) => (raw += chunk.toString()));
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: decode(raw) });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', () => resolve()));
  const { port: listening } = server.server.address() as AddressInfo;
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `smtp://127.0.0.1:${listening}`, mails, stop };
}

/** Quoted-printable hides a name as well as it hides a link. */
const decode = (raw: string): string => raw.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
