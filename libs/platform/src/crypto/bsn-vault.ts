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

  /** @param keyRing `id:base64,id:base64`; the first seals, all open. @param indexKey base64 of 32 bytes. */
  constructor(keyRing: string, private readonly indexKey: string) {
    const entries = keyRing.split(',').map((entry) => {
      const [id = '', key = ''] = entry.split(':');
      return [id, Buffer.from(key, 'base64')] as const;
    });
    this.keys = new Map(entries);
    this.current = entries[0]?.[0] ?? '';
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
    const key = this.keyOf(sealed.subarray(1, start).toString());
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(start, start + 12));
    decipher.setAuthTag(sealed.subarray(start + 12, start + 28));
    return decipher.update(sealed.subarray(start + 28), undefined, 'utf8') + decipher.final('utf8');
  }

  indexOf(bsn: string): Buffer {
    return createHmac('sha256', Buffer.from(this.indexKey, 'base64')).update(bsn).digest();
  }

  private keyOf(id: string): Buffer {
    const key = this.keys.get(id);
    if (!key) throw new Error('BSN key is not in the ring');
    return key;
  }
}
