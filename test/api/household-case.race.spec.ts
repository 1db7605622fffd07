import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { agreeToPlan, aReadyFamily, CLOSURE, ESCALATION, onCase, REASON, stateOf, step } from '../support/cases.js';
import { aFund, APPLICATION, FULL_CANVAS } from '../support/funds.js';
import { organisationId } from '../support/households.js';
import { recordBasis, sendReferral } from '../support/referrals.js';

const TIMES = Array.from({ length: 6 }, (_, at) => at + 1);

describe('two at the same moment in one family', () => {
  let api: SpecApi;
  let gkb: string;
  let fundId: string;
  beforeAll(async () => {
    api = await startApi();
    gkb = await organisationId(api.db, 'Groningse Kredietbank');
    fundId = (await aFund(api.db)).id;
  });
  afterAll(() => api.close());

  const versionOf = async ({ id }: { id: string }): Promise<number | undefined> =>
    (await api.db.query<{ version: number }>('SELECT version FROM household WHERE id = $1', [id]))[0]?.version;

  /** In the aftercare, with everything over that must be over. */
  async function aFamilyToClose() {
    const family = await aReadyFamily(api);
    const canvas = await api.as('regisseur').post(`/v1/households/${family.id}/canvases`, FULL_CANVAS);
    const request = await api.as('regisseur').post(`/v1/households/${family.id}/fund-requests`, { ...APPLICATION, fundId, canvasId: canvas.body.id });
    await step(api, family, 'activate');
    await step(api, family, 'start-aftercare');
    await api.db.query(`UPDATE aftercare_contact SET state = 'not-reached' WHERE household_id = $1`, [family.id]);
    return { ...family, request: request.body as { id: string; version: number } };
  }

  it.each(TIMES)('a basis is withdrawn while somebody starts the help: the withdrawal stands and nobody is active without (%i)', async (turn) => {
    const family = await aReadyFamily(api);
    const by = turn % 2 === 0 ? 'regisseur' : 'privacy-officer';
    const [started, withdrawn] = await Promise.all([step(api, family, 'activate'), api.as(by).post(`/v1/households/${family.id}/legal-bases/${family.basisId}/withdrawal`, {})]);
    expect(withdrawn.status).toBe(200);
    expect([200, 409, 412, 422]).toContain(started.status);
    expect(await stateOf(api.db, family)).toBe('draft-plan');
  });

  it.each(TIMES)('a referral is sent while the case is closed: one of them (%i)', async () => {
    const family = await aFamilyToClose();
    const [closed, sent] = await Promise.all([onCase(api, family, '/closure', CLOSURE), sendReferral(api, family, gkb, { Fatima: ['name'] })]);
    expect([closed.status, sent.status].filter((status) => status < 300)).toHaveLength(1);
    expect([closed, sent].find(({ status }) => status >= 300)?.body.detail).toMatch(/^[A-Z].*\.$/);
  });

  it.each(TIMES)('a request goes to the fund while the case is closed: one of them (%i)', async () => {
    const family = await aFamilyToClose();
    const [closed, submitted] = await Promise.all([
      onCase(api, family, '/closure', CLOSURE), api.as('regisseur').post(`/v1/fund-requests/${family.request.id}/submission`, {}, { version: family.request.version ?? 1 }),
    ]);
    expect([closed.status, submitted.status].filter((status) => status < 300)).toHaveLength(1);
    expect([closed.status, submitted.status].filter((status) => status >= 500)).toEqual([]);
  });

  it.each(TIMES)('the regie ends while the help starts: no active family without a regisseur (%i)', async () => {
    const family = await aReadyFamily(api);
    const [started, ended] = await Promise.all([
      step(api, family, 'activate'), api.as('team-lead').post(`/v1/households/${family.id}/assignments/${family.assignmentId}/end`, { reason: 'Verhuisd.' }, { version: 1 }),
    ]);
    expect([started.status, ended.status].filter((status) => status >= 500)).toEqual([]);
    const [{ regisseurs } = { regisseurs: -1 }] = await api.db.query<{ regisseurs: number }>(`SELECT count(*)::int AS regisseurs FROM regisseur_assignment WHERE household_id = $1 AND state = 'active'`, [family.id]);
    expect((await stateOf(api.db, family)) === 'active').toBe(regisseurs === 1 && started.status === 200);
  });

  it('twenty steps at once: one of them moves the case', async () => {
    const family = await aReadyFamily(api);
    const version = await versionOf(family);
    const moves = await Promise.all(Array.from({ length: 20 }, (_, at) =>
      api.as('regisseur').post(`/v1/households/${family.id}/case/steps`, { action: at % 2 === 0 ? 'activate' : 'decline-help', ...REASON }, { version })));
    expect(moves.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(moves.every(({ status }) => [200, 404, 409, 412].includes(status))).toBe(true);
  });

  it('twice scaled up at once is scaled up once', async () => {
    const family = await aReadyFamily(api);
    await recordBasis(api, family, 'Fatima', gkb, ['contact']);
    await agreeToPlan(api.db, family.id);
    await step(api, family, 'activate');
    const version = await versionOf(family);
    const raised = await Promise.all([1, 2].map(() => api.as('regisseur').post(`/v1/households/${family.id}/escalations`, ESCALATION, { version })));
    expect(raised.map(({ status }) => status).sort()).toEqual([201, 412]);
  });
});
