import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { FUND_REQUEST_STATES } from '#fund';
import { HOUSEHOLD_STATES } from '#households';
import { isValidBsn } from '#kernel';
import { BsnVault } from '#platform';
import { REFERRAL_STATES } from '#referrals';
import { isEmpty, loadDemo } from '../../apps/naast/src/demo/load-demo.js';
import { migrateAll } from '../../apps/naast/src/launch/migrations.js';
import { startTestDatabase, type TestDatabase } from '../support/embedded-database.js';

const NOW = new Date('2026-11-23T10:15:00Z');
const key = (fill: number): string => Buffer.alloc(32, fill).toString('base64');
const vault = new BsnVault(`spec:${key(7)}`, key(9));

let database: TestDatabase | undefined;
let db: pg.Client;

const rows = async <Row = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> => (await db.query(text, values)).rows as Row[];
const count = async (table: string, where = 'true'): Promise<number> => (await rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE ${where}`))[0]?.n ?? -1;
const inGroningen = `municipality_id = (SELECT id FROM municipality WHERE name = 'Groningen')`;
const ofPersona = (subject: string): string => `(SELECT id FROM app_user WHERE subject = '${subject}')`;

beforeAll(async () => {
  database = await startTestDatabase();
  await migrateAll(database.migratorUrl);
  db = new pg.Client({ connectionString: database.migratorUrl });
  await db.connect();
  await loadDemo(db, NOW, vault);
});
afterAll(async () => {
  // Also when the start failed halfway: a database that nobody stops keeps the run from ending.
  await db?.end();
  await database?.stop();
});

describe('the demo municipality', () => {
  it('has 150 families, 12 regisseurs, 40 waiting, 60 referrals and 25 fund requests', async () => {
    expect(await count('household', inGroningen)).toBe(150);
    expect(await count('household', `${inGroningen} AND state = 'waiting-list'`)).toBe(40);
    expect(await count('user_role', `role = 'regisseur' AND team_id = (SELECT id FROM team WHERE name = 'WIJ Noord')`)).toBe(12);
    expect(await count('referral', inGroningen)).toBe(60);
    expect(await count('fund_request', inGroningen)).toBe(25);
  });

  it('gives every role something to do', async () => {
    expect(await count('regisseur_assignment', `state IN ('active', 'handover-planned') AND regisseur_id = ${ofPersona('regisseur')}`)).toBe(22);
    expect(await count('regisseur_assignment', `state = 'proposed' AND regisseur_id = ${ofPersona('regisseur')}`)).toBe(3);
    for (const partner of ['Groningse Kredietbank', 'Humanitas']) {
      const waiting = `state = 'requested' AND to_organisation_id = (SELECT id FROM organisation WHERE name = '${partner}')`;
      expect(await count('referral', waiting)).toBeGreaterThanOrEqual(5);
      expect(await count('referral', `${waiting} AND answer_by < '2026-11-23'`)).toBeGreaterThanOrEqual(2);
    }
    expect(await count('reminder', `state = 'scheduled' AND user_id = ${ofPersona('regisseur')}`)).toBeGreaterThanOrEqual(5);
    expect(await count('inbox_item', `read_at IS NULL AND user_id = ${ofPersona('regisseur')}`)).toBeGreaterThanOrEqual(3);
  });

  it('stands in states that the rules know', async () => {
    const statesOf = async (table: string) => (await rows<{ state: string }>(`SELECT DISTINCT state FROM ${table}`)).map(({ state }) => state);
    expect(Object.keys(HOUSEHOLD_STATES)).toEqual(expect.arrayContaining(await statesOf('household')));
    expect(Object.keys(REFERRAL_STATES)).toEqual(expect.arrayContaining(await statesOf('referral')));
    expect(Object.keys(FUND_REQUEST_STATES)).toEqual(expect.arrayContaining(await statesOf('fund_request')));
  });

  it('is loaded once', async () => {
    expect(await isEmpty(db)).toBe(false);
    await expect(loadDemo(db, NOW)).rejects.toThrow();
    expect(await count('household', inGroningen)).toBe(150);
  });
});

describe('what must hold in it', () => {
  it('a running family has one regisseur, who has access; a family that waits or ended has none', async () => {
    const running = `state IN ('intake', 'draft-plan', 'active', 'scaled-up', 'aftercare')`;
    const regisseur = `EXISTS (SELECT FROM regisseur_assignment r JOIN household_access a ON a.household_id = r.household_id AND a.user_id = r.regisseur_id AND a.reason = 'regisseur'
      WHERE r.household_id = household.id AND r.state IN ('active', 'handover-planned'))`;
    expect(await count('household', `${running} AND NOT ${regisseur}`)).toBe(0);
    expect(await count('household_access a', `reason = 'regisseur' AND NOT EXISTS (SELECT FROM regisseur_assignment r WHERE r.household_id = a.household_id AND r.regisseur_id = a.user_id AND r.state IN ('active', 'handover-planned'))`)).toBe(0);
  });

  it('an active or scaled-up family has a ground that holds today', async () => {
    const ground = `EXISTS (SELECT FROM legal_basis b WHERE b.household_id = household.id AND b.state = 'active' AND b.valid_from <= '2026-11-23' AND b.valid_until > '2026-11-23')`;
    expect(await count('household', `${inGroningen} AND state IN ('active', 'scaled-up') AND NOT ${ground}`)).toBe(0);
  });

  it('everything that a running referral shares is covered by a ground of that person to that organisation', async () => {
    const uncovered = await rows(`SELECT FROM referral_share s JOIN referral r ON r.id = s.referral_id JOIN legal_basis b ON b.id = s.legal_basis_id
      WHERE b.member_id <> s.member_id OR b.to_organisation_id <> r.to_organisation_id OR NOT s.category = ANY (b.data_categories)
        OR (r.state IN ('requested', 'accepted', 'in-progress', 'on-hold') AND NOT (b.state = 'active' AND b.valid_from <= '2026-11-23' AND b.valid_until > '2026-11-23'))`);
    expect(uncovered).toHaveLength(0);
    expect(await count('referral r', 'NOT EXISTS (SELECT FROM referral_share s WHERE s.referral_id = r.id)')).toBe(0);
  });

  it('the fund shows what its ledger says, and stays under its ceiling', async () => {
    const [fund] = await rows<Record<string, number>>(`SELECT reserved_cents, committed_cents, paid_cents, ceiling_cents,
        (SELECT sum(CASE kind WHEN 'reserve' THEN amount_cents WHEN 'commit' THEN -amount_cents ELSE 0 END) FROM ledger_entry l WHERE l.fund_id = f.id) AS reserved,
        (SELECT sum(amount_cents) FROM ledger_entry l WHERE l.fund_id = f.id AND kind = 'pay') AS paid
      FROM fund f WHERE ${inGroningen}`);
    expect(Number(fund?.reserved_cents)).toBe(Number(fund?.reserved));
    expect(Number(fund?.paid_cents)).toBe(Number(fund?.paid));
    expect(Number(fund?.reserved_cents)).toBeGreaterThan(0);
    expect(Number(fund?.ceiling_cents)).toBe(35_000_000);
  });

  it('whoever advised or checked did not decide', async () => {
    expect(await count('fund_decision d', 'EXISTS (SELECT FROM committee_advice a WHERE a.fund_request_id = d.fund_request_id AND a.advised_by = d.decided_by)')).toBe(0);
    expect(await count('fund_request', `state NOT IN ('draft') AND (canvas_snapshot IS NULL OR submitted_on IS NULL)`)).toBe(0);
    expect(await count('fund_request', `pseudonymised_purpose LIKE '%Voor [hoofdpersoon]%'`)).toBe(22);
  });

  it('nothing happened later than now, and each reminder to come has its alarm', async () => {
    for (const table of ['household_event', 'referral_event', 'fund_request_event', 'ledger_entry']) {
      const column = table === 'ledger_entry' ? 'booked_at' : 'at';
      expect([table, await count(table, `${column} > '${NOW.toISOString()}'`)]).toEqual([table, 0]);
    }
    expect(await count('reminder r', `state = 'scheduled' AND NOT EXISTS (SELECT FROM outbox o WHERE o.payload ->> 'reminderId' = r.id::text AND o.run_at = r.due_at)`)).toBe(0);
    expect(await count('referral r', `state = 'requested' AND NOT EXISTS (SELECT FROM outbox o WHERE o.payload ->> 'referralId' = r.id::text)`)).toBe(0);
  });

  it('a BSN is sealed, in the range for tests and passes the eleven test', async () => {
    const sealed = (await rows<{ bsn_sealed: Buffer }>('SELECT bsn_sealed FROM household_member WHERE bsn_sealed IS NOT NULL')).map(({ bsn_sealed: one }) => vault.open(one));
    expect(sealed.length).toBeGreaterThan(50);
    expect(sealed.every((bsn) => bsn.startsWith('999') && isValidBsn(bsn))).toBe(true);
  });
});
