import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, organisationId } from '../support/households.js';
import { recordBasis, sendReferral, sharesOf } from '../support/referrals.js';
import { eventually } from '../support/worker.js';

describe('sharing while somebody takes the basis back', () => {
  let api: SpecApi;
  let gkb: string;
  beforeAll(async () => {
    api = await startApi();
    gkb = await organisationId(api.db, 'Groningse Kredietbank');
  });
  afterAll(() => api.close());

  const waits = () => eventually(
    () => api.db.query(`SELECT FROM pg_locks WHERE NOT granted AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())`),
    (rows) => rows.length > 0);

  /** Somebody withdraws and has not committed; meanwhile this is asked, waits, and then reads what was withdrawn. */
  async function during(locksFamily: boolean, ask: (family: Awaited<ReturnType<typeof aHousehold>>) => Promise<{ status: number }>): Promise<number> {
    const family = await aHousehold(api.db);
    const { body } = await recordBasis(api, family, 'Fatima', gkb, ['name']);
    const withdrawing = new pg.Client(api.db.migratorUrl);
    await withdrawing.connect();
    try {
      await withdrawing.query('BEGIN');
      if (locksFamily) await withdrawing.query('SELECT FROM household WHERE id = $1 FOR NO KEY UPDATE', [family.id]);
      await withdrawing.query(`UPDATE legal_basis SET state = 'withdrawn' WHERE id = $1`, [body.id]);
      const asked = ask(family);
      await waits();
      await withdrawing.query('COMMIT');
      return (await asked).status;
    } finally {
      await withdrawing.end();
    }
  }

  it.each([['the regisseur, who holds the family', true], ['the privacy officer, who holds the basis only', false]])('no referral is sent on what %s takes back', async (_who, locksFamily) => {
    expect(await during(locksFamily, (family) => sendReferral(api, family, gkb, { Fatima: ['name'] }))).toBe(422);
    expect(await api.db.query('SELECT FROM referral')).toEqual([]);
  });

  it('nobody is invited to a meeting on it either', async () => {
    const body = { plannedAt: '2030-03-09T13:00:00Z', subject: 'Overleg' };
    expect(await during(true, (family) =>
      api.as('regisseur').post(`/v1/households/${family.id}/meetings`, { ...body, invited: [{ organisationId: gkb, shares: sharesOf(family, { Fatima: ['name'] }) }] }))).toBe(422);
    expect(await api.db.query('SELECT FROM coordination_meeting')).toEqual([]);
  });
});
