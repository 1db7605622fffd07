import { ROLES, type Role } from '#kernel';
import type { Route } from '../../../apps/api/src/openapi/routes.js';
import type { Answer, Person } from '../../support/api.js';
import { faultOf, standOf } from '../../support/attack.js';
import { RELATIONS, type Relation } from './relations.js';
import { type Ask, type Entry, readOpens } from './vocabulary.js';
import { SECRET_NAMES, type World } from './world.js';

interface Cell {
  readonly role: Role;
  readonly relation: Relation;
}

const CELLS: readonly Cell[] = ROLES.flatMap((role) => RELATIONS.map((relation) => ({ role, relation })));
/** Each cell, and whoever is not signed in. */
export const CELLS_PER_ROUTE = CELLS.length + 1;

const AT_ONCE = 24;

/** In handfuls: one server and one database answer them all. */
async function all<T>(cells: readonly T[], work: (cell: T) => Promise<string | undefined>): Promise<string[]> {
  const faults: (string | undefined)[] = [];
  for (let at = 0; at < cells.length; at += AT_ONCE) faults.push(...(await Promise.all(cells.slice(at, at + AT_ONCE).map(work))));
  return faults.filter((fault) => fault !== undefined);
}

const send = (person: Person, verb: string, { path, ...call }: Ask): Promise<Answer<unknown>> => person.call(verb as 'POST', path, call);

const named = ({ role, relation }: Cell): string => `${role} (${relation})`;

/** What is wrong with a refusal; it says nothing of what it refuses. */
function refusalFault(who: string, answer: Answer<unknown>, expected: readonly number[], secrets: readonly string[]): string | undefined {
  const leaked = [...SECRET_NAMES, ...secrets].find((secret) => answer.text.includes(secret));
  return faultOf(who, answer, expected) ?? (leaked && `${who} → reads ${leaked}: ${answer.text.slice(0, 200)}`);
}

/** Every role in every relation at one route: what was answered otherwise than the entry says. */
export async function playRoute(world: World, route: Route, entry: Entry): Promise<string[]> {
  return entry.shows ? playList(world, route, entry) : playThing(world, route, entry);
}

async function playThing(world: World, { verb, roles = [] }: Route, { ask, opens, closed = [404] }: Entry): Promise<string[]> {
  const who = readOpens(opens);
  const mayIn = ({ role, relation }: Cell): boolean => who.get(role)?.includes(relation) ?? false;
  const asked = await ask(world);
  const before = await standOf(world.api);
  const refused = await all(CELLS.filter((cell) => !mayIn(cell)), async (cell) => {
    const expected = roles.includes(cell.role) ? closed : [403];
    return refusalFault(named(cell), await send(world.cast[cell.role][cell.relation], verb, asked), expected, []);
  });
  refused.push(...(await signedOut(world, verb, asked)));
  if (JSON.stringify(await standOf(world.api)) !== JSON.stringify(before)) refused.push('a refusal left something behind');
  // The same request that was refused so often is right in every respect: now it works.
  const fresh = verb === 'GET' ? () => asked : () => ask(world);
  const allowed: string[] = [];
  for (const [at, cell] of CELLS.filter(mayIn).entries()) {
    const answer = await send(world.cast[cell.role][cell.relation], verb, at === 0 ? asked : await fresh());
    if (answer.status >= 300) allowed.push(`${named(cell)} → expected to get in: ${answer.status} ${answer.text.slice(0, 300)}`);
  }
  return [...refused, ...allowed];
}

async function playList(world: World, { verb, roles = [] }: Route, { ask, opens, shows, closed = [] }: Entry): Promise<string[]> {
  const who = readOpens(opens);
  const asked = await ask(world);
  const wanted = shows?.(world) ?? [];
  const faults = await all(CELLS, async (cell) => {
    const answer = await send(world.cast[cell.role][cell.relation], verb, asked);
    if (!roles.includes(cell.role)) return refusalFault(named(cell), answer, [403], []);
    if (closed.includes(answer.status)) return refusalFault(named(cell), answer, who.get(cell.role)?.includes(cell.relation) ? [200] : closed, []);
    if (answer.status !== 200) return `${named(cell)} → expected a list: ${answer.status} ${answer.text.slice(0, 200)}`;
    const sees = who.get(cell.role)?.includes(cell.relation) ?? false;
    const missing = sees ? wanted.filter((id) => !answer.text.includes(id)) : [];
    const leaked = [...(sees ? [] : wanted), ...foreignTo(world, cell)].filter((id) => answer.text.includes(id));
    if (missing.length + leaked.length === 0) return undefined;
    return `${named(cell)} → misses ${missing.join() || 'nothing'}, reads ${leaked.join() || 'nothing'} of others: ${answer.text.slice(0, 200)}`;
  });
  return [...faults, ...(await signedOut(world, verb, asked))];
}

/** Ids and names of families that only people elsewhere may read. */
const foreignTo = ({ elsewhere }: World, { relation }: Cell): string[] =>
  Object.entries(elsewhere).filter(([place]) => place !== relation).flatMap(([place, { id, caseNumber }]) => [id, caseNumber, `Elders-${place}`]);

async function signedOut({ api }: World, verb: string, asked: Ask): Promise<string[]> {
  const answer = await send(api.as(undefined), verb, asked);
  const leaked = SECRET_NAMES.find((secret) => answer.text.includes(secret));
  return answer.status === 401 && !leaked ? [] : [`not signed in → expected 401: ${answer.status} ${answer.text.slice(0, 200)}`];
}
