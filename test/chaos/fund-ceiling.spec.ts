import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { newId } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { advised, aFund, aGrant, APPLICATION, type FundCase, onAgenda, step } from '../support/funds.js';
import { userId } from '../support/households.js';

const EACH = APPLICATION.amountCents;

describe('the ceiling of a fund, when everybody decides at once', () => {
  let api: SpecApi;
  const decide = ({ id, version }: FundCase) => api.as('decision-maker').post(`/v1/fund-requests/${id}/decision`, aGrant(), { version });
  const ledgerOf = async (fundId: string) => {
    const [row] = await api.db.query<{ booked: number; reserved: number; ceiling: number; lines: number }>(
      `SELECT f.reserved_cents AS reserved, f.ceiling_cents AS ceiling, count(l.*)::int AS lines, coalesce(sum(l.amount_cents), 0)::bigint AS booked
       FROM fund f LEFT JOIN ledger_entry l ON l.fund_id = f.id WHERE f.id = $1 GROUP BY f.id`,
      [fundId],
    );
    return row;
  };

  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  it('twenty decisions at once on money for seven: seven are granted, thirteen hear why not, and the sums agree', async () => {
    const { id: fundId } = await aFund(api.db, { ceilingCents: 7 * EACH + 1 });
    const requests: FundCase[] = [];
    for (let count = 0; count < 20; count += 1) requests.push(await advised(api, { fundId }));

    const answers = await Promise.all(requests.map(decide));
    const refused = answers.filter(({ status }) => status !== 200);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(7);
    expect(refused.map(({ status }) => status)).toEqual(Array(13).fill(422));
    for (const { body } of refused) expect(body.detail).toContain('niet genoeg geld');

    expect(await ledgerOf(fundId)).toEqual({ booked: 7 * EACH, reserved: 7 * EACH, ceiling: 7 * EACH + 1, lines: 7 });
    const states = await api.db.query('SELECT state, count(*)::int AS number FROM fund_request WHERE fund_id = $1 GROUP BY state ORDER BY state', [fundId]);
    expect(states).toEqual([{ state: 'committee-advice', number: 13 }, { state: 'granted', number: 7 }]);
    expect(await api.db.query('SELECT FROM fund_decision d JOIN fund_request r ON r.id = d.fund_request_id WHERE r.fund_id = $1', [fundId])).toHaveLength(7);
  });

  it('ten decisions at once on one request: one stands', async () => {
    const request = await advised(api);
    const answers = await Promise.all(Array.from({ length: 10 }, () => decide(request)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(412)]);
    expect(await ledgerOf(request.fundId)).toMatchObject({ booked: EACH, reserved: EACH, lines: 1 });
  });

  it('two members advise at the same moment: one hears to read it again, and nothing is lost', async () => {
    const { id, version } = await onAgenda(api);
    const advice = { advice: 'grant', amountCents: EACH, reasons: 'Dit geeft rust.' };
    const answers = await Promise.all(['committee-member', 'committee-member-2'].map((member) => api.as(member).post(`/v1/fund-requests/${id}/advice`, advice, { version })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(await api.db.query('SELECT FROM committee_advice WHERE fund_request_id = $1', [id])).toHaveLength(1);
  });

  describe('the application itself', () => {
    let request: FundCase;
    let app: pg.Client;
    const asDecisionMaker = async (text: string, values: unknown[] = []) => {
      await app.query('BEGIN');
      try {
        const [place] = await api.db.query<{ id: string }>('SELECT municipality_id AS id FROM household WHERE id = $1', [request.householdId]);
        await app.query(`SELECT set_config('naast.user', $1, true), set_config('naast.municipality', $2, true), set_config('naast.roles', 'decision-maker,finance', true), set_config('naast.kind', 'user', true)`,
          [await userId(api.db, 'decision-maker'), place?.id]);
        return await app.query(text, values);
      } finally {
        await app.query('ROLLBACK');
      }
    };

    beforeAll(async () => {
      request = await advised(api);
      await step(api.as('decision-maker'), request, 'decision', aGrant());
      app = new pg.Client({ connectionString: api.db.appUrl });
      await app.connect();
    });
    afterAll(() => app.end());

    it('sees its own ledger line, so the refusals below are about changing it', async () => {
      expect((await asDecisionMaker('SELECT id FROM ledger_entry WHERE fund_request_id = $1', [request.id])).rowCount).toBe(1);
    });

    it.each([
      ['change a ledger line', 'UPDATE ledger_entry SET amount_cents = 1'],
      ['remove a ledger line', 'DELETE FROM ledger_entry'],
      ['empty the ledger', 'TRUNCATE ledger_entry'],
      ['change a decision', `UPDATE fund_decision SET reasons = 'x'`],
      ['remove a decision', 'DELETE FROM fund_decision'],
      ['change an advice', `UPDATE committee_advice SET advice = 'grant'`],
      ['raise the ceiling', 'UPDATE fund SET ceiling_cents = 100000000'],
      ['change what is reserved', 'UPDATE fund SET reserved_cents = 0'],
      ['take back a stake that was declared', 'DELETE FROM fund_conflict'],
    ])('cannot %s', async (_title, text) => {
      await expect(asDecisionMaker(text)).rejects.toMatchObject({ code: '42501' });
    });

    it('cannot reserve twice for one request, nor pay what was never promised', async () => {
      const insert = 'INSERT INTO ledger_entry (id, municipality_id, fund_id, fund_request_id, kind, amount_cents, booked_by) SELECT $1, municipality_id, fund_id, id, $3, $4, $5 FROM fund_request WHERE id = $2';
      const by = await userId(api.db, 'decision-maker');
      await expect(asDecisionMaker(insert, [newId(), request.id, 'reserve', 1, by])).rejects.toMatchObject({ constraint: 'reserved_once' });
      await expect(asDecisionMaker(insert, [newId(), request.id, 'pay', 1, by])).rejects.toMatchObject({ constraint: 'committed_not_negative' });
    });
  });
});
