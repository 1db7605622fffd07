import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Audit, Settings, UnitOfWork } from '#platform';

const HOUR_MS = 3_600_000;

export const sessionHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Sign-in sessions. The browser holds the token, the database only its hash. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: Audit,
    private readonly settings: Settings,
  ) {}

  /** Opens a session and returns the token for the cookie. */
  open(actor: Actor, idToken: string | undefined): Promise<{ token: string; expiresAt: Date }> {
    return this.work.run(actor, async (tx) => {
      const token = randomBytes(32).toString('base64url');
      const expiresAt = new Date(tx.now.getTime() + this.settings.SESSION_HOURS * HOUR_MS);
      await tx.query('DELETE FROM session WHERE user_id = $1 AND expires_at < $2', [actor.userId, tx.now]);
      await tx.query(
        `INSERT INTO session (token_hash, user_id, municipality_id, csrf_token, id_token, expires_at) VALUES ($1, $2, $3, $4, $5, $6)`,
        [sessionHash(token), actor.userId, actor.municipalityId, randomBytes(24).toString('base64url'), idToken ?? null, expiresAt],
      );
      await this.audit.record(tx, { action: 'session.opened', subjectKind: 'user', subjectId: actor.userId });
      return { token, expiresAt };
    });
  }

  /** Ends the session at once, in every process; returns the id token for the issuer's own sign-out. */
  close(actor: Actor, token: string): Promise<string | null> {
    return this.work.run(actor, async (tx) => {
      const [ended] = await tx.query<{ id_token: string | null }>(
        'DELETE FROM session WHERE token_hash = $1 AND user_id = $2 RETURNING id_token',
        [sessionHash(token), actor.userId],
      );
      await this.audit.record(tx, { action: 'session.closed', subjectKind: 'user', subjectId: actor.userId });
      return ended?.id_token ?? null;
    });
  }
}
