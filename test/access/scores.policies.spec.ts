import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, newId } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { breakGlass } from '../support/break-glass.js';
import { aHousehold, type HouseholdFixture } from '../support/households.js';
import { actorOf, type AppSql, appSql, NOT_ALLOWED } from './support/app-sql.js';

const DID_IT = 'did it, 1 rows';
const NOTHING = 'did it, 0 rows';
const NOT_IN_FAMILY = '23503';

/** Past every check of the services: what the database says to who would write down something else, or in another's place. */
describe('what the policies leave of scores and life events', () => {
  let api: SpecApi;
  let sql: AppSql;
  let family: HouseholdFixture;
  let other: HouseholdFixture;
  let scaleId: string;
  let theirs: string;
  let [jelle, sanne, lars, adviser]: Actor[] = [];
  beforeAll(async () => {
    api = await startApi();
    sql = await appSql(api.db);
    [family, other] = [await aHousehold(api.db, { intakeBy: 'case-worker' }), await aHousehold(api.db, { regisseur: 'regisseur-zuid' })];
    [jelle, sanne, lars, adviser] = await Promise.all(['regisseur', 'case-worker', 'regisseur-zuid', 'policy-adviser'].map((persona) => actorOf(api.db, persona)));
    scaleId = (await api.as('regisseur').get('/v1/score-scales')).body.items[0].id;
    theirs = (await api.as('regisseur-zuid').post(`/v1/households/${other.id}/score-rounds`, {
      moment: 'start', measuredOn: '2026-10-01', view: 'family', scaleId, scores: [{ domain: 'finances', step: 2, reason: 'Er zijn zorgen.' }],
    })).body.id;
    await breakGlass(api, 'regisseur-zuid', family);
  });
  afterAll(async () => {
    await sql.close();
    await api.close();
  });

  const attempt = (who: Actor | undefined, ...statements: string[]) => sql.attempt(who as Actor, ...statements);
  const round = (by: Actor | undefined, id = newId(), more = 'NULL, NULL', into = family): string =>
    `INSERT INTO score_round (id, household_id, municipality_id, scale_id, moment, measured_on, view, recorded_by, corrects_id, correction_reason)
     VALUES ('${id}', '${into.id}', '${into.municipalityId}', '${scaleId}', 'start', '2026-10-01', 'family', '${by?.userId}', ${more})`;
  const line = (of: string): string => `INSERT INTO score_line (round_id, household_id, municipality_id, domain, step, reason) VALUES ('${of}', '${family.id}', '${family.municipalityId}', 'housing', 1, 'x')`;
  const event = (by: Actor | undefined): string => `INSERT INTO life_event (id, household_id, municipality_id, kind, event_on, state, started_by, started_at)
    VALUES ('${newId()}', '${family.id}', '${family.municipalityId}', 'move', '2027-01-01', 'running', '${by?.userId}', now())`;
  const scale = (by: Actor | undefined, place: string): string => `INSERT INTO score_scale (id, municipality_id, name, version, valid_from, steps, domains, made_by)
    VALUES ('${newId()}', ${place}, 'x', 9, '2027-01-01', '[]', '{}', '${by?.userId}')`;
  const HOOGEVEEN = `(SELECT id FROM municipality WHERE name = 'Hoogeveen')`;

  it('who works with the family measures, in their own name', async () => {
    expect(await attempt(jelle, round(jelle))).toBe(DID_IT);
    expect(await attempt(sanne, round(sanne))).toBe(DID_IT);
    expect(await attempt(sanne, round(jelle))).toBe(NOT_ALLOWED);
    expect(await attempt(jelle, round(jelle, newId(), 'NULL, NULL', other))).toBe(NOT_ALLOWED);
  });

  it('nobody slips a line or a correction into a measurement of another family', async () => {
    const mine = newId();
    expect(await attempt(jelle, round(jelle, mine), line(mine))).toBe(DID_IT);
    expect(await attempt(jelle, line(theirs))).toBe(NOT_IN_FAMILY);
    expect(await attempt(jelle, round(jelle, newId(), `'${theirs}', 'x'`))).toBe(NOT_IN_FAMILY);
  });

  it('a life event is the regisseur’s', async () => {
    expect(await attempt(jelle, event(jelle))).toBe(DID_IT);
    expect(await attempt(sanne, event(sanne))).toBe(NOT_ALLOWED);
    expect(await attempt(jelle, event(sanne))).toBe(NOT_ALLOWED);
  });

  it('an emergency reads and writes nothing', async () => {
    for (const write of [round(lars), event(lars)]) expect(await attempt(lars, write)).toBe(NOT_ALLOWED);
    expect((await api.as('regisseur-zuid').get(`/v1/households/${family.id}/score-rounds`)).body).toMatchObject({ rounds: [], allowedActions: [] });
    expect((await api.as('regisseur-zuid').get(`/v1/households/${family.id}/life-events`)).body).toMatchObject({ events: [], allowedActions: [] });
  });

  it('a scale is made by the adviser of the municipality, and never changed', async () => {
    expect(await attempt(adviser, scale(adviser, `'${family.municipalityId}'`))).toBe(DID_IT);
    expect(await attempt(adviser, scale(adviser, HOOGEVEEN))).toBe(NOT_ALLOWED);
    expect(await attempt(jelle, scale(jelle, `'${family.municipalityId}'`))).toBe(NOT_ALLOWED);
    expect(await attempt(adviser, `UPDATE score_scale SET name = 'x'`)).toBe(NOT_ALLOWED);
    expect(await attempt(adviser, 'SELECT FROM score_round')).toBe(NOTHING);
  });
});
