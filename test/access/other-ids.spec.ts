import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../support/api.js';
import { faultOf, standOf } from '../support/attack.js';
import { aFund } from '../support/funds.js';
import { aHousehold, type HouseholdFixture, organisationId, userId } from '../support/households.js';
import { committedDocument, type ParameterOf, routesOf } from '../support/openapi.js';
import { ENTRIES, routeOf } from './matrix/entries.js';
import { readOpens } from './matrix/vocabulary.js';
import { type Player, startWorld, type World } from './matrix/world.js';
import { idFields, idsIn, NAMES_NO_ROW, pathIds, TABLE_OF_COLLECTION, TABLE_OF_FIELD } from './support/kinds.js';
import { type RowMaker, rowMaker } from './support/rows.js';

const document = committedDocument();
const routes = routesOf(document);
/** Requests that are right in every respect come from the matrix; here each id in them is replaced by one of others. */
const attacked = Object.entries(ENTRIES).filter(([name]) => name !== 'POST /sign-out');

const isIdFilter = ({ name, in: place, schema }: ParameterOf): boolean => place === 'query' && schema?.format === 'uuid' && !NAMES_NO_ROW.includes(name);

/** Not of the household, but of where one works: what is used here is no secret there. */
const ELSEWHERE: Record<string, (world: World) => Promise<string[]>> = {
  organisation: async ({ api }) => [await organisationId(api.db, 'SWW')],
  app_user: async ({ api }) => [await userId(api.db, 'regisseur-hoogeveen'), await userId(api.db, 'finance'), await userId(api.db, 'gkb')],
  // Of a team and of no family: everybody of the team follows them up.
  early_signal_case: async ({ api }) => (await api.db.query<{ id: string }>(
    `INSERT INTO early_signal_case (id, municipality_id, team_id, name, person_key, postcode, house_number, city, threatening, received_on, first_talk_by, state)
     SELECT gen_random_uuid(), municipality_id, id, 'Elders-team', 'team', '9799 ZZ', '1', 'Elders', false, now(), now(), 'new' FROM team WHERE name IN ('WIJ Zuid', 'Sociaal team', 'Kompas') RETURNING id`)).map(({ id }) => id),
  fund: async ({ api }) => [(await aFund(api.db, { municipality: 'Hoogeveen' })).id],
  score_scale: async ({ api }) => (await api.db.query<{ id: string }>(`SELECT c.id FROM score_scale c JOIN municipality m ON m.id = c.municipality_id WHERE m.name = 'Hoogeveen'`)).map(({ id }) => id),
};

describe('the id of somebody else, in every address and body', () => {
  let world: World;
  let rows: RowMaker;
  let others: HouseholdFixture[];
  let asked = 0;
  beforeAll(async () => {
    world = await startWorld();
    rows = await rowMaker(world.api.db);
    // Of the same team, of another organisation here, of another municipality.
    others = [await aHousehold(world.api.db, { regisseur: 'regisseur-2', name: 'Familie Elders-buur' }), ...Object.values(world.elsewhere)];
  });
  afterAll(async () => {
    process.stdout.write(`ids replaced: ${asked}\n`);
    await rows.close();
    await world.close();
  });

  const known = new Map<string, Promise<string[]>>();
  /** For whose work is the whole municipality, others are those of another one. */
  const idsOfOthers = (table: string, wide = false): Promise<string[]> => {
    const families = others.filter(({ municipalityId }) => !wide || municipalityId !== world.home.municipalityId);
    const found = known.get(`${table} ${wide}`) ?? (ELSEWHERE[table]?.(world) ?? Promise.all(families.map((family) => idOf(family, table))));
    known.set(`${table} ${wide}`, found);
    return found;
  };
  async function idOf(family: HouseholdFixture, table: string): Promise<string> {
    if (table === 'household') return family.id;
    if (table === 'household_member') return Object.values(family.members)[0] ?? '';
    // Somebody at work there, and not who asks.
    const app_user = await userId(world.api.db, family.municipalityId === world.home.municipalityId ? 'regisseur-2' : 'regisseur-hoogeveen');
    return rows.rowOf(family, table, { app_user });
  }

  /** That somebody looked is noted also when the answer is no; everything else stays as it was. */
  const stand = async (): Promise<unknown> => {
    const [tables, versions] = (await standOf(world.api)) as [{ name: string }[], unknown];
    return [tables.filter(({ name }) => name !== 'audit_event'), versions];
  };

  /** Who gets in with the own ids. */
  function whoMay(opens: string): { person: Player; wide: boolean } {
    const [[role, relations] = []] = [...readOpens(opens)];
    const relation = relations?.[0];
    if (!role || !relation) throw new Error(`${opens} opens nothing`);
    return { person: world.cast[role][relation], wide: relations.includes('organisation') };
  }

  it('has a kind for every id that a route asks: a new one without a kind fails', () => {
    const fields = routes.flatMap(({ operation }) => [
      ...Object.values(operation.requestBody?.content ?? {}).flatMap(({ schema }) => idFields(document, schema ?? {})),
      ...(operation.parameters ?? []).filter(isIdFilter).map(({ name }) => name),
    ]);
    expect([...new Set(fields)].filter((field) => !(field in TABLE_OF_FIELD))).toEqual([]);
    expect([...new Set(routes.flatMap(pathIds).map(([collection]) => collection))].filter((collection) => !(collection in TABLE_OF_COLLECTION))).toEqual([]);
  });

  it.each(attacked)('opens nothing: %s', async (name, entry) => {
    const [verb = 'GET'] = routeOf(name).split(' ');
    const { path, body, version, headers } = await entry.ask(world);
    const { person, wide } = whoMay(entry.opens);
    const faults: (string | undefined)[] = [];
    for (const { where, table, with: swap } of idsIn(path, body)) {
      for (const id of await idsOfOthers(table, wide)) {
        const before = await stand();
        const given = swap(id);
        const answer: Answer<unknown> = await person.call(verb as 'POST', given.path, { body: given.body, version, headers });
        asked += 1;
        const leaked = /Elders-|Bouzid/.exec(answer.text)?.[0];
        faults.push(faultOf(`${where} → ${table}`, answer, [400, 403, 404, 409, 412, 422]) ?? (leaked && `${where} reads ${leaked}`));
        if (JSON.stringify(await stand()) !== JSON.stringify(before)) faults.push(`${where} → ${table}: something changed`);
      }
    }
    expect(faults.filter(Boolean)).toEqual([]);
  });

  it('shows nothing as a filter', async () => {
    for (const { name, path, operation } of routes.filter(({ operation: { parameters } }) => parameters?.some(isIdFilter))) {
      const entry = Object.entries(ENTRIES).find(([key]) => routeOf(key) === name)?.[1];
      const { person, wide } = whoMay(entry?.opens ?? '');
      const base = (await entry?.ask(world))?.path.split('?')[0] ?? path;
      for (const parameter of operation.parameters.filter(isIdFilter)) {
        for (const id of await idsOfOthers(TABLE_OF_FIELD[parameter.name] ?? '', wide)) {
          const answer = await person.get(`${base}?${parameter.name}=${id}`);
          expect(answer.status).toBeLessThan(500);
          expect(answer.text).not.toMatch(/Elders-|Bouzid/);
        }
      }
    }
  });
});
