import { createHash } from 'node:crypto';

const hex = (of: string, characters: number): string => createHash('sha256').update(of).digest('hex').slice(0, characters);

/**
 * The trace of an audit line: the id of its request without dashes, or for work without one (worker, command line) that of its
 * transaction. 16 bytes in hex (W3C Trace Context), so both logs are found from each other.
 */
export function traceId(requestId: string | null, transaction: string): string {
  const bare = (requestId ?? '').replaceAll('-', '').toLowerCase();
  return /^(?!0{32})[0-9a-f]{32}$/.test(bare) ? bare : hex(`trace ${requestId ?? transaction}`, 32);
}

/** The same line about the same person always has the same span, also when the log is made anew: a collector sees that it had it. */
export const spanId = (auditEventId: number, subjectIndex: Uint8Array): string =>
  hex(`span ${auditEventId} ${Buffer.from(subjectIndex).toString('hex')}`, 16);
