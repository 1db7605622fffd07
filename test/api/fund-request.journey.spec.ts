import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { aCanvas, advised, aGrant, APPLICATION, aSubmitted, FULL_CANVAS, step } from '../support/funds.js';

describe('a fund request, from the first draft to the money', () => {
  let api: SpecApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  it('goes from regisseur to secretary, committee and decision maker, and the fund reserves the amount', async () => {
    const { householdId, caseNumber, fundId, canvasId } = await aCanvas(api);
    const [regisseur, secretary, member, decider] = ['regisseur', 'fund-secretary', 'committee-member', 'decision-maker'].map((persona) => api.as(persona)) as never as ReturnType<SpecApi['as']>[];

    const draft = await regisseur!.post(`/v1/households/${householdId}/fund-requests`, { ...APPLICATION, fundId, canvasId });
    expect(draft.status).toBe(201);
    expect(draft.body).toMatchObject({
      state: 'draft', caseNumber, title: `Wonen – ${caseNumber}`, submittedOn: null, decisionDeadline: null, daysLeft: null, version: 1, canvasId,
      nextStep: { who: 'De regisseur' }, allowedActions: ['submit'], household: { id: householdId }, fund: { availableCents: null },
    });
    expect(draft.body.canvas.perspective).toBe(FULL_CANVAS.perspective);

    const submitted = await step(regisseur!, draft.body, 'submission');
    expect(submitted).toMatchObject({ state: 'submitted', nextStep: { who: 'De secretaris van het fonds' }, allowedActions: [] });
    expect(submitted.daysLeft).toBeGreaterThanOrEqual(56);

    expect((await secretary!.get(`/v1/fund-requests/${draft.body.id}`)).body.allowedActions).toEqual(['check-completeness']);
    const complete = await step(secretary!, submitted, 'completeness', { complete: true });
    expect(complete).toMatchObject({ state: 'under-review', allowedActions: ['put-on-agenda'] });
    const agenda = await step(secretary!, complete, 'agenda', { meetingOn: complete.decisionDeadline });
    expect(agenda).toMatchObject({ state: 'on-agenda', meetingOn: complete.decisionDeadline });

    expect((await member!.get(`/v1/fund-requests/${draft.body.id}`)).body.allowedActions).toEqual(['advise', 'declare-conflict']);
    const advice = await step(member!, agenda, 'advice', { advice: 'grant', amountCents: 350_000, reasons: 'Dit geeft rust.' });
    expect(advice).toMatchObject({ state: 'committee-advice', advice: [{ by: 'Farid Amrani', advice: 'grant', amountCents: 350_000 }] });

    expect((await decider!.get(`/v1/fund-requests/${draft.body.id}`)).body.allowedActions).toEqual(['decide']);
    const decision = await step(decider!, advice, 'decision', aGrant());
    expect(decision).toMatchObject({
      state: 'granted', daysLeft: null, household: { id: householdId, name: 'Familie Bouzid' },
      decision: { outcome: 'granted', amountCents: 350_000, decidedBy: 'Hanneke Smit' }, fund: { availableCents: 35_000_000 - 350_000 }, allowedActions: [],
    });

    expect(await api.db.query('SELECT kind, amount_cents::int AS cents FROM ledger_entry WHERE fund_request_id = $1', [draft.body.id])).toEqual([{ kind: 'reserve', cents: 350_000 }]);
    const seen = await regisseur!.get(`/v1/fund-requests/${draft.body.id}`);
    expect(seen.body.events.map(({ kind }: { kind: string }) => kind)).toEqual(['draft', 'submit', 'find-complete', 'put-on-agenda', 'give-advice', 'grant']);
    expect(seen.body.decision.reasons).toBe(aGrant().reasons);
  });

  it('tells every step in the story of the family, the audit and the outbox, with ids only', async () => {
    const request = await advised(api);
    await step(api.as('decision-maker'), request, 'decision', aGrant());
    const story = await api.db.query<{ kind: string }>('SELECT kind FROM household_event WHERE household_id = $1 ORDER BY at, id', [request.householdId]);
    expect(story.map(({ kind }) => kind)).toEqual([
      'canvas.started', 'fund-request.drafted', 'fund-request.submit', 'fund-request.find-complete', 'fund-request.put-on-agenda', 'fund-request.give-advice', 'fund-request.grant',
    ]);
    const audit = await api.db.query<{ action: string }>(`SELECT action FROM audit_event WHERE subject_id = $1 AND action <> 'fund-request.read' ORDER BY id`, [request.id]);
    expect(audit).toHaveLength(6);
    const rows = await api.db.query<{ kind: string; payload: object }>(`SELECT kind, payload FROM outbox WHERE payload ->> 'fundRequestId' = $1 ORDER BY created_at, id`, [request.id]);
    expect(rows.map(({ kind }) => kind)).toEqual(['fund-request.deadline-near', 'fund-request.submitted', 'fund-request.on-agenda', 'fund-request.advised', 'fund-request.decided']);
    for (const { payload } of rows) expect(payload).toEqual({ fundRequestId: request.id });
  });

  it('writes down who read the request', async () => {
    const request = await aSubmitted(api);
    await api.as('fund-secretary').get(`/v1/fund-requests/${request.id}`);
    const reads = await api.db.query(
      `SELECT FROM audit_event a JOIN app_user u ON u.id = a.user_id WHERE a.subject_id = $1 AND a.action = 'fund-request.read' AND u.subject = 'fund-secretary'`, [request.id]);
    expect(reads).toHaveLength(1);
  });

  it('what was submitted does not change when the canvas does', async () => {
    const request = await aSubmitted(api);
    await api.as('regisseur').call('PUT', `/v1/canvases/${request.canvasId}`, { body: { ...FULL_CANVAS, needed: 'Iets heel anders.' }, version: 1 });
    expect((await api.as('fund-secretary').get(`/v1/fund-requests/${request.id}`)).body.canvas.needed).toBe(FULL_CANVAS.needed);
  });

  it('the list has the nearest deadline first and goes on where the page ended', async () => {
    const all = await api.as('fund-secretary').get('/v1/fund-requests?limit=100');
    const deadlines = all.body.items.map((item: { decisionDeadline: string }) => item.decisionDeadline);
    expect(deadlines).toEqual([...deadlines].sort());
    const first = await api.as('fund-secretary').get('/v1/fund-requests?limit=2');
    const second = await api.as('fund-secretary').get(`/v1/fund-requests?limit=2&cursor=${first.body.nextCursor}`);
    const ids = [...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id);
    expect(ids).toEqual(all.body.items.slice(0, 4).map(({ id }: { id: string }) => id));
    const granted = await api.as('fund-secretary').get('/v1/fund-requests?state=granted');
    expect(new Set(granted.body.items.map(({ state }: { state: string }) => state))).toEqual(new Set(['granted']));
  });

  it('a repeated decision with the same key answers the same and reserves once', async () => {
    const request = await advised(api);
    const call = { version: request.version, headers: { 'idempotency-key': 'decide-once' } };
    const first = await api.as('decision-maker').post(`/v1/fund-requests/${request.id}/decision`, aGrant(), call);
    const second = await api.as('decision-maker').post(`/v1/fund-requests/${request.id}/decision`, aGrant(), call);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
    expect(await api.db.query('SELECT FROM ledger_entry WHERE fund_request_id = $1', [request.id])).toHaveLength(1);
  });

  it('a step on an old version is refused, and one without a version too', async () => {
    const request = await aSubmitted(api);
    const path = `/v1/fund-requests/${request.id}/completeness`;
    expect((await api.as('fund-secretary').post(path, { complete: true }, { version: 1 })).status).toBe(412);
    expect((await api.as('fund-secretary').post(path, { complete: true })).status).toBe(428);
  });
});
