import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { Clock, Settings } from '#platform';
import { Issuer } from './issuer.js';

const MOST = 2_000;

/** Bearer JWTs of scripts and partner systems: signature, issuer, audience and time are checked; roles are ours. */
@Injectable()
export class BearerTokens {
  private keys: JWTVerifyGetKey | undefined;
  /** Checked tokens, by hash, until they expire: a signature does not become false in between. */
  private readonly checked = new Map<string, { subject: string; until: number }>();

  constructor(
    private readonly issuer: Issuer,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** The subject of a valid token; nothing for any other. */
  async findSubject(token: string): Promise<string | undefined> {
    const now = this.clock.now().getTime();
    const hash = createHash('sha256').update(token).digest('base64');
    const kept = this.checked.get(hash);
    if (kept) return kept.until > now ? kept.subject : undefined;
    const verified = await this.verify(token);
    if (!verified) return undefined;
    if (this.checked.size >= MOST) this.checked.clear();
    this.checked.set(hash, verified);
    return verified.subject;
  }

  private async verify(token: string): Promise<{ subject: string; until: number } | undefined> {
    const { issuer, jwksUri } = await this.issuer.metadata();
    this.keys ??= createRemoteJWKSet(new URL(jwksUri));
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer,
        audience: this.settings.OIDC_AUDIENCE,
        currentDate: this.clock.now(),
        requiredClaims: ['exp', 'sub'],
        algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
      });
      const subject = payload[this.settings.OIDC_SUBJECT_CLAIM];
      return typeof subject === 'string' ? { subject, until: (payload.exp ?? 0) * 1_000 } : undefined;
    } catch (error) {
      // A wrong token is a normal refusal; an issuer that does not answer is not.
      if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_J')) return undefined;
      throw error;
    }
  }
}
