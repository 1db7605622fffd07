import { RELATIONS } from './relations.js';
import { type Entry, readOpens } from './vocabulary.js';
import type { Player, World } from './world.js';

/** Whoever has the right role for this, and no other tie to it. */
export function strangersTo(world: World, { opens }: Entry): [string, Player][] {
  return [...readOpens(opens)].flatMap(([role, relations]) =>
    RELATIONS.filter((relation) => !relations.includes(relation)).map((relation): [string, Player] => [`${role} (${relation})`, world.cast[role][relation]]));
}
