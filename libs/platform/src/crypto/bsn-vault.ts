import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

export interface SealedBsn {
  readonly sealed: Buffer;
  /** Keyed hash: finds the same person without opening anything. */
  readonly index: Buffer;
}

/**
 * BSN at rest (Wabb 10, AVG 32): AES-256-GCM, the key's id in front so that keys can rotate, and a blind index to look up.
 * Layout of `sealed`: 1 byte length of key id, key id, 12 bytes nonce, 16 bytes tag, ciphertext.
 */
export class BsnVault {
  private readonly keys: ReadonlyMap<string, Buffer>;
  private readonly current: string;
  private readonly indexKeys: readonly Buffer[];

  /**
   * @param keyRing `id:base64,id:base64`; the first seals, all open.
   * @param indexKeys base64 of 32 bytes, or two with a comma while they rotate; the first writes, all find.
   */
  constructor(keyRing: string, indexKeys: string) {
    const entries = keyRing.split(',').map((entry) => {
      const [id = '', key = ''] = entry.split(':');
      return [id, Buffer.from(key, 'base64')] as const;
    });
    this.keys = new Map(entries);
    this.current = entries[0]?.[0] ?? '';
    this.indexKeys = indexKeys.split(',').map((key) => Buffer.from(key, 'base64'));
  }

  seal(bsn: string): SealedBsn {
    const nonce = randomBytes(12);
    const id = Buffer.from(this.current);
    const cipher = createCipheriv('aes-256-gcm', this.keyOf(this.current), nonce);
    const text = Buffer.concat([cipher.update(bsn, 'utf8'), cipher.final()]);
    return { sealed: Buffer.concat([Buffer.from([id.length]), id, nonce, cipher.getAuthTag(), text]), index: this.indexOf(bsn) };
  }

  /** Throws when the value was changed or its key is no longer in the ring. */
  open(sealed: Buffer): string {
    const start = 1 + (sealed[0] ?? 0);
    const key = this.keyOf(keyIdOf(sealed));
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(start, start + 12));
    decipher.setAuthTag(sealed.subarray(start + 12, start + 28));
    return decipher.update(sealed.subarray(start + 28), undefined, 'utf8') + decipher.final('utf8');
  }

  /** Sealed with the key that seals now. */
  isCurrent(sealed: Buffer): boolean {
    return keyIdOf(sealed) === this.current;
  }

  /** How this BSN is found from now on. */
  indexOf(bsn: string): Buffer {
    return this.indexesOf(bsn)[0];
  }

  /** Every way in which this BSN can still stand in the database, the newest first. */
  indexesOf(bsn: string): [Buffer, ...Buffer[]] {
    return this.indexKeys.map((key) => createHmac('sha256', key).update(bsn).digest()) as [Buffer, ...Buffer[]];
  }

  private keyOf(id: string): Buffer {
    const key = this.keys.get(id);
    if (!key) throw new Error('BSN key is not in the ring');
    return key;
  }
}

const keyIdOf = (sealed: Buffer): string => sealed.subarray(1, 1 + (sealed[0] ?? 0)).toString();
