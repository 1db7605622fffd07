import { Injectable } from '@nestjs/common';
import type { Actor, Role } from '#kernel';
import { systemActor, UnitOfWork } from '#platform';
import { maySeeBsn, type OrganisationKind } from './domain/bsn-right.js';
import { bsnSettings } from './domain/bsn-settings.js';

const NOBODY = systemActor('', 'sign-in');

// A person works in one municipality at a time; a session remembers which, a bearer token takes the first by name.
const ACTOR = `
  SELECT u.id AS "userId", u.organisation_id AS "organisationId", m.id AS "municipalityId",
         array_agg(DISTINCT r.role) AS roles, array_remove(array_agg(DISTINCT r.team_id), NULL) AS "teamIds",
         o.kind, o.public_body AS "publicBody", m.settings
  FROM app_user u
  JOIN organisation o ON o.id = u.organisation_id
  JOIN user_role r ON r.user_id = u.id
  JOIN municipality m ON m.id = r.municipality_id`;

const BY_SESSION = {
  name: 'actor-by-session',
  text: `SELECT a.*, s.csrf_token AS "csrfToken", s.expires_at AS "expiresAt"
    FROM session s JOIN LATERAL (${ACTOR}
      WHERE u.id = s.user_id AND u.active AND m.id = s.municipality_id GROUP BY u.id, o.id, m.id) a ON true
    WHERE s.token_hash = $1 AND s.expires_at > $2`,
};

const BY_SUBJECT = {
  name: 'actor-by-subject',
  text: `${ACTOR} WHERE u.subject = $1 AND u.active GROUP BY u.id, o.id, m.id ORDER BY m.name LIMIT 1`,
};

interface ActorRow {
  readonly userId: string;
  readonly organisationId: string;
  readonly municipalityId: string;
  readonly roles: Role[];
  readonly teamIds: string[];
  readonly kind: OrganisationKind;
  readonly publicBody: boolean;
  readonly settings: unknown;
}

export interface OpenSession {
  readonly actor: Actor;
  readonly csrfToken: string;
  readonly expiresAt: Date;
}

const toActor = ({ userId, organisationId, municipalityId, roles, teamIds, kind, publicBody, settings }: ActorRow): Actor => ({
  userId, organisationId, municipalityId, roles, teamIds, kind: 'user',
  seesBsn: maySeeBsn({ roles, kind, publicBody, mandated: bsnSettings(settings).mandatedOrganisations.includes(organisationId) }).allowed,
});

/** From a session or a token to a person with roles. Roles come from our own tables, never from a token. */
@Injectable()
export class ActorsQueries {
  constructor(private readonly work: UnitOfWork) {}

  async findBySession(tokenHash: Buffer, now: Date): Promise<OpenSession | undefined> {
    const [row] = await this.work.read<ActorRow & Omit<OpenSession, 'actor'>>(NOBODY, BY_SESSION, [tokenHash, now]);
    return row && { actor: toActor(row), csrfToken: row.csrfToken, expiresAt: row.expiresAt };
  }

  async findBySubject(subject: string): Promise<Actor | undefined> {
    const [row] = await this.work.read<ActorRow>(NOBODY, BY_SUBJECT, [subject]);
    return row && toActor(row);
  }
}
