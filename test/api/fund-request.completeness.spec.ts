import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Clock } from '#platform';
import { type SpecApi, startApi } from '../support/api.js';
import { aDraft, aSubmitted, step } from '../support/funds.js';

/** A day of the spec's own; the tokens of the issuer are still valid in the past. */
class SpecClock extends Clock {
  at = new Date('2026-02-06T10:00:00Z');
  override now(): Date {
    return this.at;
  }
}

describe('is the request complete, and when must the decision be there', () => {
  let api: SpecApi;
  const clock = new SpecClock();
  const on = (day: string, time = '10:00:00Z'): void => {
    clock.at = new Date(`${day}T${time}`);
  };
  const secretary = () => api.as('fund-secretary');
  const ask = (request: { id: string; version: number }, remedyUntil = '2026-03-06') =>
    step(secretary(), request, 'completeness', { complete: false, missing: 'De offerte mist.', remedyUntil });

  beforeAll(async () => {
    api = await startApi({ clock });
  });
  beforeEach(() => on('2026-02-06'));
  afterAll(() => api.close());

  it('the fund has eight weeks from the day of receipt, shifted over Easter (Awb 4:13)', async () => {
    const { id } = await aSubmitted(api);
    const { body } = await secretary().get(`/v1/fund-requests/${id}`);
    expect(body).toMatchObject({ submittedOn: '2026-02-06', decisionDeadline: '2026-04-07', daysLeft: 60 });
  });

  it('half past midnight in Amsterdam is the next day, whatever the server thinks', async () => {
    on('2026-02-05', '23:30:00Z');
    const { id } = await aSubmitted(api);
    expect((await secretary().get(`/v1/fund-requests/${id}`)).body.submittedOn).toBe('2026-02-06');
  });

  it('a municipality can set its own term', async () => {
    await api.db.query(`UPDATE municipality SET settings = '{"fund": {"decisionWeeks": 6}}' WHERE name = 'Groningen'`);
    const { id } = await aSubmitted(api);
    expect((await secretary().get(`/v1/fund-requests/${id}`)).body.decisionDeadline).toBe('2026-03-20');
    await api.db.query(`UPDATE municipality SET settings = '{}' WHERE name = 'Groningen'`);
  });

  it('what is missing stops the clock until the supplement comes (Awb 4:15)', async () => {
    const request = await aSubmitted(api);
    on('2026-02-10');
    const asked = await ask(request);
    expect(asked).toMatchObject({ state: 'incomplete', missing: 'De offerte mist.', remedyUntil: '2026-03-06', allowedActions: [], nextStep: { who: 'De regisseur' } });
    // 11 February up to and including 5 March: 23 days. 3 April + 23 is a Sunday, and the Monday is King's Day.
    expect(asked.decisionDeadline).toBe('2026-04-28');

    on('2026-02-20');
    expect((await api.as('regisseur').get(`/v1/fund-requests/${request.id}`)).body.allowedActions).toEqual(['supplement']);
    const supplied = await step(api.as('regisseur'), asked, 'supplement', { note: 'De offerte voor Fatima zit erbij.' });
    expect(supplied).toMatchObject({ state: 'completeness-check', remedyUntil: null, supplements: [{ note: 'De offerte voor Fatima zit erbij.', on: '2026-02-20' }] });
    // 11 up to and including 19 February: nine days on the letter of the law, and we plan on that earlier reading.
    expect(supplied.decisionDeadline).toBe('2026-04-13');

    const complete = await step(secretary(), supplied, 'completeness', { complete: true });
    expect(complete).toMatchObject({ state: 'under-review', missing: null, decisionDeadline: '2026-04-13' });
    expect((await api.as('committee-member').get(`/v1/fund-requests/${request.id}`)).body.supplements[0].note).toBe('De offerte voor [hoofdpersoon] zit erbij.');
  });

  it('may be asked twice; days that both letters stop count once', async () => {
    const request = await aSubmitted(api);
    const first = await ask(request, '2026-02-16');
    const supplied = await step(api.as('regisseur'), first, 'supplement', { note: 'Hier is de offerte.' });
    const second = await ask(supplied, '2026-02-16');
    expect(second).toMatchObject({ state: 'incomplete', decisionDeadline: '2026-04-13' });
  });

  it('every new deadline gets its own alarm, ten working days before', async () => {
    const request = await aSubmitted(api);
    on('2026-02-10');
    await ask(request);
    const alarms = await api.db.query<{ day: string }>(
      `SELECT to_char(run_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') AS day FROM outbox WHERE kind = 'fund-request.deadline-near' AND payload ->> 'fundRequestId' = $1 ORDER BY run_at`,
      [request.id],
    );
    expect(alarms.map(({ day }) => day)).toEqual(['2026-03-20 07:00', '2026-04-13 07:00']);
  });

  const wrong: [string, object, number, string][] = [
    ['says nothing about what is missing', { complete: false, remedyUntil: '2026-03-06' }, 400, 'missing'],
    ['names no last day', { complete: false, missing: 'De offerte.' }, 422, 'remedyUntil'],
    ['names today', { complete: false, missing: 'De offerte.', remedyUntil: '2026-02-06' }, 400, 'remedyUntil'],
    ['names a day in the year 9999', { complete: false, missing: 'De offerte.', remedyUntil: '9999-12-31' }, 400, 'remedyUntil'],
    ['names a day that does not exist', { complete: false, missing: 'De offerte.', remedyUntil: '2026-02-30' }, 400, 'remedyUntil'],
    ['says maybe', { complete: 'maybe' }, 400, 'complete'],
  ];
  it.each(wrong)('a letter that %s is refused and nothing is written', async (_title, body, status, field) => {
    const request = await aSubmitted(api);
    const answer = await secretary().post(`/v1/fund-requests/${request.id}/completeness`, body, { version: request.version });
    expect(answer.status).toBe(status);
    expect(answer.body.errors.map((error: { field: string }) => error.field)).toContain(field);
    expect(await api.db.query('SELECT FROM fund_suspension WHERE fund_request_id = $1', [request.id])).toHaveLength(0);
    expect((await secretary().get(`/v1/fund-requests/${request.id}`)).body).toMatchObject({ state: 'submitted', version: request.version });
  });

  it('an unfinished canvas cannot carry a request, and the answer says what lacks', async () => {
    const draft = await aDraft(api);
    await api.as('regisseur').call('PUT', `/v1/canvases/${draft.canvasId}`, { body: { perspective: 'Rust.' }, version: 1 });
    const answer = await api.as('regisseur').post(`/v1/fund-requests/${draft.id}/submission`, {}, { version: 1 });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toContainEqual({ field: 'canvas.needed', message: 'Vul dit nog in.' });
  });

  it('a request is submitted once', async () => {
    const request = await aSubmitted(api);
    const again = await api.as('regisseur').post(`/v1/fund-requests/${request.id}/submission`, {}, { version: request.version });
    expect(again.status).toBe(409);
    expect(again.body.detail).toContain('ingediend');
  });
});
