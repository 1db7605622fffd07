import { hkdfSync } from 'node:crypto';
import { BsnVault, type SealedBsn } from './bsn-vault.js';

/** Another purpose, another key (AVG 32): whoever opens the processing log opens no BSN, and the other way round. */
const derive = (key: string, purpose: string): string =>
  Buffer.from(hkdfSync('sha256', Buffer.from(key, 'base64'), Buffer.alloc(0), `naast processing log: ${purpose}`, 32)).toString('base64');

/** Hides who a line of the processing log is about, in the way BSNs are hidden, with keys of its own made from the same ring. */
export class SubjectVault {
  private readonly vault: BsnVault;

  constructor(keyRing: string, indexKeys: string) {
    const ring = keyRing.split(',').map((entry) => {
      const at = entry.indexOf(':');
      return `${entry.slice(0, at)}:${derive(entry.slice(at + 1), 'data subject')}`;
    });
    this.vault = new BsnVault(ring.join(','), indexKeys.split(',').map((key) => derive(key, 'blind index')).join(','));
  }

  seal(subjectId: string): SealedBsn {
    return this.vault.seal(subjectId);
  }

  /** Throws when the value was changed or its key is no longer in the ring. */
  open(sealed: Buffer): string {
    return this.vault.open(sealed);
  }

  /** Sealed with the key that seals now. */
  isCurrent(sealed: Buffer): boolean {
    return this.vault.isCurrent(sealed);
  }

  /** Under which keyed hashes lines about this person can stand. */
  indexesOf(subjectId: string): readonly Buffer[] {
    return this.vault.indexesOf(subjectId);
  }
}
