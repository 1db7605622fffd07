import { createServer, type Server } from 'node:http';
import { CLIENT_ID } from './issuer/names.js';
import { freePort, requireFreePort } from './ports.js';
import { refuseInProduction } from './production.js';
import type { Secrets } from './secrets.js';

export interface EmbeddedIssuer {
  issuer: string;
  clientId: string;
  clientSecret: string;
  stop(): Promise<void>;
}

export interface IssuerOptions {
  /** 0 picks a free port. */
  port: number;
  publicUrl: string;
  secrets: Secrets;
  /** How long to wait, in milliseconds, for a port that is still taken. */
  patience?: number;
}

/** A certified OpenID Connect provider with invented people and no passwords; loopback only, never in production. */
export async function startEmbeddedIssuer(options: IssuerOptions): Promise<EmbeddedIssuer> {
  refuseInProduction('inlogdienst', 'OIDC_ISSUER');
  const port = options.port || (await freePort());
  await requireFreePort(port, '127.0.0.1', 'inloggen', 'OIDC_PORT', options.patience);
  const issuer = `http://localhost:${port}`;
  const { createProvider } = await withoutVersionAdvice(() => import('./issuer/provider.js'));
  const provider = createProvider(issuer, options.publicUrl, options.secrets);
  const handle = provider.callback();
  const server = await listen(createServer((request, response) => void handle(request, response)), port);
  return { issuer, clientId: CLIENT_ID, clientSecret: options.secrets.oidcClientSecret, stop: () => close(server) };
}

/** On loading, oidc-provider advises a newer Node; it runs on ours, and the advice is not for whoever starts Naast. */
async function withoutVersionAdvice<T>(load: () => Promise<T>): Promise<T> {
  const { warn } = console;
  console.warn = (...words: unknown[]) => (String(words[0]).includes('Unsupported runtime') ? undefined : warn(...words));
  return load().finally(() => (console.warn = warn));
}

function listen(server: Server, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1' }, () => resolve(server));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
