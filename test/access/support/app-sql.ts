import pg from 'pg';
import { type Actor, type Role, ROLES } from '#kernel';
import { actorSettings, SET_ACTOR } from '#platform';
import type { SpecDatabase } from '../../support/database.js';

/** Speaks to the database as the application does: what a use case with a forgotten check would be able to do. */
export interface AppSql {
  /** `did it, n rows`, or the code of the refusal. Leaves nothing behind. */
  attempt(actor: Actor, ...statements: readonly string[]): Promise<string>;
  close(): Promise<void>;
}

export const NOT_ALLOWED = '42501';

export async function appSql(db: SpecDatabase): Promise<AppSql> {
  const client = new pg.Client({ connectionString: db.appUrl });
  await client.connect();
  const attempt = async (actor: Actor, ...statements: readonly string[]): Promise<string> => {
    await client.query('BEGIN');
    try {
      await client.query(SET_ACTOR, actorSettings(actor, 'off'));
      let rows = 0;
      for (const statement of statements) rows = (await client.query(statement)).rowCount ?? 0;
      return `did it, ${rows} rows`;
    } catch (error) {
      return (error as { code?: string }).code ?? String(error);
    } finally {
      await client.query('ROLLBACK');
    }
  };
  return { attempt, close: () => client.end() };
}

/** A persona as the API would let them act; `more` roles to see that none of them opens what is asked. */
export async function actorOf(db: SpecDatabase, persona: string, more: readonly Role[] = []): Promise<Actor> {
  const [row] = await db.query<{ userId: string; organisationId: string; municipalityId: string; roles: Role[]; teamIds: string[] }>(
    `SELECT u.id AS "userId", u.organisation_id AS "organisationId", r.municipality_id AS "municipalityId", array_agg(r.role) AS roles,
       array_remove(array_agg(r.team_id), NULL) AS "teamIds"
     FROM app_user u JOIN user_role r ON r.user_id = u.id WHERE u.subject = $1 GROUP BY u.id, r.municipality_id`, [persona]);
  if (!row) throw new Error(`no persona ${persona}`);
  return { ...row, roles: [...new Set([...row.roles, ...more])], kind: 'user' };
}

/** One who is everything at once, and everyone who is one thing. */
export async function attackersOf(db: SpecDatabase): Promise<Actor[]> {
  const attackers = [await actorOf(db, 'regisseur', ROLES)];
  for (const persona of ['case-worker', 'team-lead', 'gkb', 'fund-secretary', 'decision-maker', 'finance', 'privacy-officer', 'resident']) {
    attackers.push(await actorOf(db, persona));
  }
  return attackers;
}
