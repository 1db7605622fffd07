import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor, takePurpose, UnitOfWork } from '#platform';
import { DestructionService } from '#privacy';
import { type SpecApi, startApi } from '../support/api.js';
import { aDestructionList, agree, readItems } from '../support/ended-families.js';
import { aHousehold, type HouseholdFixture } from '../support/households.js';

describe('a dossier that went up in another is kept and destroyed with it', () => {
  let api: SpecApi;
  let one: HouseholdFixture;
  let two: HouseholdFixture;
  beforeAll(async () => {
    api = await startApi();
    one = await aHousehold(api.db, { regisseur: null, teamOf: 'team-lead' });
    two = await aHousehold(api.db, { regisseur: null, teamOf: 'team-lead' });
    const body = { mergedHouseholdId: two.id, mergedVersion: 1, fields: {}, members: [] };
    expect((await api.as('team-lead').post(`/v1/households/${one.id}/merges`, body, { version: 1 })).status).toBe(201);
    await api.db.query(`UPDATE household SET state = 'closed', ended_at = '1995-06-01' WHERE id = $1`, [one.id]);
  });
  afterAll(() => api.close());

  const holds = async (): Promise<string[]> => (await api.db.query<{ holds: string[] }>('SELECT retention.holds_on($1) AS holds', [one.id]))[0]?.holds ?? [];
  const mayGo = async (): Promise<string> => (await api.db.query<{ day: string }>('SELECT retention.may_go_on($1)::text AS day', [one.id]))[0]?.day ?? '';

  it('what holds the one holds the other, and the longest term counts', async () => {
    const short = await mayGo();
    await api.db.query(`UPDATE household SET retention_kinds = '{youth-help}' WHERE id = $1`, [two.id]);
    expect((await mayGo()) > short).toBe(true);
    expect(await holds()).toEqual([]);
    await api.db.query(`INSERT INTO legal_hold (id, household_id, municipality_id, case_number, kind, reason, placed_by) SELECT uuidv7(), $1, $2, 'Z', 'complaint', 'Er loopt een klacht.', id FROM app_user WHERE subject = 'privacy-officer'`, [two.id, two.municipalityId]);
    expect(await holds()).toEqual(['legal-hold']);
    await api.db.query('DELETE FROM legal_hold');
  });

  it('is no record of its own on a list, and both are gone afterwards', async () => {
    const listId = await aDestructionList(api);
    const items = await readItems(api, listId);
    expect(items.map(({ caseNumber }: { caseNumber: string }) => caseNumber)).toEqual([one.caseNumber]);
    await agree(api, listId);
    await api.app.get(UnitOfWork).run(systemActor(one.municipalityId), async (tx) => {
      await takePurpose(tx, 'destruction-item.approved');
      return api.app.get(DestructionService).carryOut(tx, items[0].id);
    });
    expect(await api.db.query('SELECT FROM household WHERE id = ANY ($1)', [[one.id, two.id]])).toEqual([]);
    expect(await api.db.query('SELECT FROM household_merge')).toEqual([]);
    expect(await api.db.query(`SELECT FROM audit_event WHERE action = 'household.destroyed'`)).toHaveLength(2);
  });
});
