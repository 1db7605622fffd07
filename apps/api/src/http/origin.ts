import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';

const MAPPED = /^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i;

/** From where a request came, as the audit keeps it: by browser or by token, and the address in one spelling. */
export function originOf({ ip, headers }: Pick<FastifyRequest, 'ip' | 'headers'>): string {
  return `${/^bearer /i.test(headers.authorization ?? '') ? 'api' : 'web'} ${spell(ip)}`;
}

/** Behind a proxy the address is what a header says; anything that is none is not kept. */
function spell(ip: string): string {
  const address = ip.replace(MAPPED, '').replace(/%.*$/, '');
  if (isIP(address) === 4) return address;
  return isIP(address) === 6 ? new URL(`http://[${address}]`).hostname.slice(1, -1) : 'unknown';
}
