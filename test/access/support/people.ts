import { randomBytes } from 'node:crypto';
import { newId, type Role } from '#kernel';
import { sessionHash } from '#organisations';
import { type Person, person, type SpecApi } from '../../support/api.js';

/** Where somebody works: a role in a municipality, with a team where the role has one. Names as in the demo people. */
export interface Post {
  readonly role: Role;
  readonly municipality: string;
  readonly team?: string;
}

export interface MadePerson extends Person {
  readonly id: string;
  readonly name: string;
}

/**
 * A user of our own making, signed in with a session as a browser is: the personas of the issuer are too few to play every
 * role in every relation. `at` is the municipality of the session; without it the one of the first post.
 */
export async function aPerson(api: Pick<SpecApi, 'db' | 'address'>, organisation: string, posts: readonly Post[], at = posts[0]?.municipality): Promise<MadePerson> {
  const [id, token, csrf] = [newId(), randomBytes(32).toString('base64url'), randomBytes(24).toString('base64url')];
  const name = `Verzonnen ${id.slice(-8)}`;
  await api.db.query(
    `INSERT INTO app_user (id, organisation_id, name, email, subject) SELECT $1, o.id, $2, $3, $4 FROM organisation o WHERE o.name = $5`,
    [id, name, `${id}@verzonnen.example`, `made-${id}`, organisation],
  );
  for (const { role, municipality, team } of posts) {
    await api.db.query(
      `INSERT INTO user_role (user_id, municipality_id, role, team_id)
       SELECT $1, m.id, $2, (SELECT t.id FROM team t WHERE t.name = $4) FROM municipality m WHERE m.name = $3`,
      [id, role, municipality, team ?? null],
    );
  }
  await api.db.query(
    `INSERT INTO session (token_hash, user_id, municipality_id, csrf_token, expires_at) SELECT $1, $2, m.id, $3, '2099-01-01' FROM municipality m WHERE m.name = $4`,
    [sessionHash(token), id, csrf, at],
  );
  const known = { cookie: `naast=${token}`, 'x-csrf-token': csrf };
  return { id, name, ...person(api.address, () => Promise.resolve(known)) };
}

/** An organisation with a team of its own, in a municipality that exists. */
export async function anOrganisation(api: SpecApi, name: string, municipality: string, options: { team?: string; takesReferrals?: boolean } = {}): Promise<string> {
  const id = newId();
  await api.db.query(`INSERT INTO organisation (id, name, kind) VALUES ($1, $2, 'welfare')`, [id, name]);
  await api.db.query(`INSERT INTO organisation_municipality (organisation_id, municipality_id, takes_referrals) SELECT $1, m.id, $3 FROM municipality m WHERE m.name = $2`, [
    id, municipality, options.takesReferrals ?? false,
  ]);
  if (options.team) {
    await api.db.query(`INSERT INTO team (id, municipality_id, organisation_id, name) SELECT $1, m.id, $2, $3 FROM municipality m WHERE m.name = $4`, [
      newId(), id, options.team, municipality,
    ]);
  }
  return id;
}
