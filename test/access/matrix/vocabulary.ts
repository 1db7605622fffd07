import { isRole, type Role } from '#kernel';
import { RELATIONS, type Relation } from './relations.js';
import type { World } from './world.js';

/** What is asked, right in every respect: who may, gets it. */
export interface Ask {
  readonly path: string;
  readonly body?: unknown;
  readonly version?: number;
  readonly headers?: Record<string, string>;
}

export interface Entry {
  /** Something that exists and is in the right state. Called anew for everyone who changes it. */
  readonly ask: (world: World) => Promise<Ask> | Ask;
  /** Who gets in: `role:relation,relation role:…`. Everybody else is refused. */
  readonly opens: string;
  /** What a role of this route hears without the right relation. Left out: it does not exist for them. */
  readonly closed?: readonly number[];
  /** A list has no id to refuse on: each role of the route gets one, and only who is in `opens` finds these in it. */
  readonly shows?: (world: World) => readonly string[];
}

export type Entries = Readonly<Record<string, Entry>>;

/** Everyone with this role in the municipality, whatever their team or organisation. */
export const HERE = 'own,colleague,team,organisation,none';
/** Also at work elsewhere: the answer is about themselves, or the same for all. */
export const EVERYWHERE = RELATIONS.join(',');

export const REGISSEUR = 'regisseur:own';
export const INVOLVED = 'regisseur:own case-worker:own';
/** Persons have no teams at a partner: who works there receives. */
export const RECEIVER = 'partner-worker:own,colleague,team';

export function readOpens(opens: string): ReadonlyMap<Role, readonly Relation[]> {
  return new Map(opens.split(' ').filter(Boolean).map((part) => {
    const [role = '', relations = ''] = part.split(':');
    const unknown = relations.split(',').filter((relation) => !(RELATIONS as readonly string[]).includes(relation));
    if (!isRole(role) || unknown.length > 0) throw new Error(`${part} is no role with relations`);
    return [role, relations.split(',') as Relation[]];
  }));
}
