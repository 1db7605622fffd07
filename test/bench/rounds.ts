import autocannon from 'autocannon';

export interface Side {
  readonly url: string;
  readonly headers?: Record<string, string>;
  /** The next request; called for each one. */
  next(): { method?: 'GET' | 'POST'; path: string; headers?: Record<string, string>; body?: string };
}

export interface Pace {
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
}

export interface Rates {
  readonly ours: number;
  readonly bare: number;
  readonly ratio: number;
}

/** Ours and bare in turns on the same machine, so that whatever else happens there happens to both. The first round only warms up. */
export async function inTurns(ours: Side, bare: Side, { rounds, seconds, connections }: Pace): Promise<Rates> {
  const pairs: { ours: number; bare: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    // Who goes first changes each round: neither always finds the machine warm.
    const first = round % 2 === 0;
    const a = await rate(first ? ours : bare, seconds, connections);
    const b = await rate(first ? bare : ours, seconds, connections);
    if (round > 0) pairs.push(first ? { ours: a, bare: b } : { ours: b, bare: a });
  }
  return { ours: median(pairs.map((pair) => pair.ours)), bare: median(pairs.map((pair) => pair.bare)), ratio: median(pairs.map((pair) => pair.ours / pair.bare)) };
}

async function rate(side: Side, seconds: number, connections: number): Promise<number> {
  const { url, headers = {} } = side;
  const result = await autocannon({
    url, connections, duration: seconds,
    requests: [{ setupRequest: (request) => {
      const { headers: more, ...next } = side.next();
      return { ...request, ...next, headers: { ...headers, ...more } };
    } }],
  });
  // A refused request is fast and proves nothing.
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} answers were no success, ${result.errors} failed`);
  return result['2xx'] / result.duration;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
