import { expect } from '@jest/globals';
import { newId } from '#kernel';
import type { Answer, Person, SpecApi } from './api.js';
import { aDraft } from './funds.js';
import { aHousehold, organisationId } from './households.js';
import type { RouteOf } from './openapi.js';
import { aReferral } from './referrals.js';

interface ProblemBody {
  status: number;
  title: string;
  detail: string;
  errors?: { field: string; message: string }[];
}

/** Titles are the Dutch of problem.ts; an English sentence of a library has none of these. */
const DUTCH = ['Dit klopt nog niet', 'Niet gevonden', 'Te groot', 'Deze soort inhoud kan niet', 'Dit kan zo niet', 'Dit kan nu niet', 'De versie ontbreekt', 'Iemand anders was eerder', 'Dit mag je niet'];

/** Things that exist, for every collection with an id in its path; of what cannot be made here, an id that could be. */
export async function realIds(api: SpecApi): Promise<Record<string, string>> {
  const family = await aHousehold(api.db, { intakeBy: 'case-worker' });
  const referral = await aReferral(api, family, await organisationId(api.db, 'Groningse Kredietbank'));
  const request = await aDraft(api);
  return { households: family.id, referrals: referral.id, canvases: request.canvasId, 'fund-requests': request.id };
}

/** The path with ids in it. */
export const fill = (path: string, ids: Record<string, string> = {}): string =>
  path.replace(/([\w-]+)\/\{\w+\}/g, (_, collection: string) => `${collection}/${ids[collection] ?? newId()}`);

/** A persona who may use this route. */
export function personOf(api: SpecApi, { operation }: RouteOf): Person {
  const role = operation['x-naast-roles'][0];
  return api.as(role === 'partner-worker' ? 'gkb' : role);
}

export const needsVersion = ({ operation }: RouteOf): boolean => operation.parameters.some(({ name }) => name === 'If-Match');

/** One line that says what is wrong with a refusal; nothing when it is as it should be. */
export function faultOf(what: string, { status, headers, body, text }: Answer<unknown>, expected: readonly number[], field?: string): string | undefined {
  const problem = body as ProblemBody;
  const named = problem.errors?.map((error) => error.field) ?? [];
  const says = (message: string): string => `${what} → ${message}: ${status} ${text.slice(0, 160)}`;
  if (!expected.includes(status)) return says(`expected ${expected.join(' or ')}`);
  if (!headers['content-type']?.includes('application/problem+json')) return says('no problem+json');
  if (!DUTCH.includes(problem.title) || problem.status !== status || !problem.detail) return says('not our sentence');
  if (field !== undefined && !named.some((name) => name === field || name.startsWith(`${field}.`) || field.startsWith(`${name}.`))) return says(`does not name ${field}`);
  return undefined;
}

const TABLES = `SELECT string_agg(format('SELECT %L AS name, count(*)::int AS rows FROM %I', relname, relname), ' UNION ALL ') AS query
  FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'idempotency_key'`;

/** The tables of a database do not change while a spec runs. */
const statements = new WeakMap<SpecApi['db'], string>();

/** How many rows there are of everything, and which version each family's work has: what must not change. */
export async function standOf({ db }: SpecApi): Promise<unknown> {
  const statement = statements.get(db) ?? (await db.query<{ query: string }>(TABLES))[0]?.query ?? '';
  statements.set(db, statement);
  return Promise.all([
    db.query(statement),
    db.query(`SELECT 'household' AS kind, sum(version) FROM household UNION ALL SELECT 'canvas', sum(version) FROM canvas
      UNION ALL SELECT 'referral', sum(version) FROM referral UNION ALL SELECT 'request', sum(version) FROM fund_request`),
  ]);
}

export const nothingChanged = async (api: SpecApi, before: unknown): Promise<void> => expect(await standOf(api)).toEqual(before);
