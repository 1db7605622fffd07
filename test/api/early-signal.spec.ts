import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { addDays, type LocalDate, localDate, localDateOf } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, userId } from '../support/households.js';
import { addRole, aReport } from '../support/reports.js';
import { SetClock } from '../support/set-clock.js';

const DEMO = readFileSync(new URL('../../demo/vroegsignalen.csv', import.meta.url));
const HEADER = DEMO.toString('utf8').split('\n')[0] ?? '';
const TODAY = localDate('2026-11-21');
const day = (days: number): LocalDate => addDays(TODAY, days);
let house = 100;

describe('early signals', () => {
  let api: SpecApi;
  let sanne: string;
  const clock = new SetClock();
  beforeAll(async () => {
    clock.set('2026-11-21T09:00:00Z');
    api = await startApi({ clock });
    await api.db.query(`UPDATE municipality SET settings = settings || '{"places": ["Groningen", "Haren"], "earlySignals": {"homeVisitsPerYear": 20}}' WHERE name = 'Groningen'`);
    await addRole(api.db, 'regisseur-zuid', 'case-worker', 'WIJ Zuid');
    sanne = await userId(api.db, 'case-worker');
  });
  afterAll(() => api.close());

  const upload = (body: unknown, persona = 'case-worker', path = '?fileName=signalen.csv') => api.as(persona).post(`/v1/early-signal-imports${path}`, body, { headers: { 'content-type': 'text/csv' } });
  const line = (cells: { name?: string; number?: number; amount?: string; threat?: string; creditor?: string } = {}): string =>
    `huur;${cells.creditor ?? 'Woonstichting'};${cells.name ?? 'A. Terpstra'};9712 ZZ;${cells.number ?? (house += 1)};;Groningen;${cells.amount ?? '500,00'};2;2026-11-20;${cells.threat ?? 'nee'}`;
  const file = (...lines: string[]): string => [HEADER, ...lines].join('\n');
  const list = async (persona = 'case-worker', query = 'limit=100') => (await api.as(persona).get(`/v1/early-signals?${query}`)).body;
  /** A new signal; answers its id. */
  const aSignal = async (cells: Parameters<typeof line>[0] = {}): Promise<string> => {
    const number = (house += 1);
    await upload(file(line({ number, ...cells })));
    const [found] = await api.db.query<{ id: string }>('SELECT id FROM early_signal_case WHERE house_number = $1 ORDER BY id DESC', [String(cells.number ?? number)]);
    return found?.id ?? '';
  };
  const read = async (id: string, persona = 'case-worker') => (await api.as(persona).get(`/v1/early-signals/${id}`)).body;
  const step = async (id: string, action: string, more: object = {}, persona = 'case-worker') =>
    api.as(persona).post(`/v1/early-signals/${id}/steps`, { action, ...more }, { version: (await read(id)).version });
  const plan = async (id: string, body: object = {}, persona = 'case-worker') =>
    api.as(persona).post(`/v1/early-signals/${id}/visits`, { visitOn: day(3), visitorId: sanne, ...body }, { version: (await read(id)).version });
  const counts = async () => (await api.db.query(`SELECT (SELECT count(*)::int FROM early_signal) AS signals, (SELECT count(*)::int FROM early_signal_case) AS cases`))[0];

  describe('a file of creditors', () => {
    let importId: string;

    it('is shown first, and changes nothing', async () => {
      const answer = await upload(DEMO, 'case-worker', '/previews');
      // It tells which lines came before, of whatever team: who asks that leaves a line.
      expect(await api.db.query(`SELECT details FROM audit_event WHERE action = 'early-signal-import.previewed'`)).toEqual([{ details: { rowCount: 26, known: 0 } }]);
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({ rowCount: 26, takenRows: 14, refusedRows: 12, newSignals: 14, known: 0 });
      expect(await counts()).toEqual({ signals: 0, cases: 0 });
    });

    it('becomes 14 signals about 13 people, each refused line with its reason', async () => {
      const { status, body } = await upload(DEMO);
      expect(status).toBe(201);
      expect(body).toMatchObject({ fileName: 'signalen.csv', rowCount: 26, takenRows: 14, refusedRows: 12, newSignals: 14, newCases: 13, known: 0 });
      expect([...new Set(body.refusals.map(({ rowNumber }: { rowNumber: number }) => rowNumber))]).toEqual([16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27]);
      expect(await counts()).toEqual({ signals: 14, cases: 13 });
      importId = body.id;
    });

    it('gives the refused lines back without a formula that runs', async () => {
      const answer = await api.as('case-worker').get(`/v1/early-signal-imports/${importId}/refused-rows`);
      expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(answer.text).toContain(`;'=SOM(A1);`);
      for (const cell of answer.text.split(/[;\r\n]+/)) expect(cell).not.toMatch(/^"?[=+@]/);
    });

    it('a second time is harmless, also by a colleague of another team, who hears nothing of where they are', async () => {
      expect((await upload(DEMO)).body).toMatchObject({ newSignals: 0, newCases: 0, known: 14 });
      expect((await upload(DEMO, 'regisseur-zuid')).body).toMatchObject({ newSignals: 0, known: 14 });
      expect(await counts()).toEqual({ signals: 14, cases: 13 });
      expect((await list('regisseur-zuid')).items).toEqual([]);
    });

    it('three times at once: every signal once', async () => {
      const content = file(line({ name: 'D. Gelijk' }), line({ name: 'E. Tegelijk' }));
      const answers = await Promise.all([upload(content), upload(content), upload(content, 'regisseur-zuid')]);
      expect(answers.map(({ body }) => body.newSignals).toSorted()).toEqual([0, 0, 2]);
    });

    it('a new signal about somebody we follow comes with the rest, and can only make it more pressing', async () => {
      const id = await aSignal({ number: 77, name: 'B. de Vries' });
      const before = await read(id);
      expect((await upload(file(line({ number: 77, name: 'Bert de Vries', creditor: 'Andere Woning', threat: 'ja', amount: '100,00' })))).body).toMatchObject({ newSignals: 1, newCases: 0 });
      const after = await read(id);
      expect([before.threatening, after.threatening, before.firstTalkBy, after.firstTalkBy]).toEqual([false, true, '2026-12-21', '2026-11-25']);
      expect(after).toMatchObject({ signalCount: 2, amountCents: 60_000 });
    });

    it('is of who imported it', async () => {
      for (const path of ['', '/refused-rows']) expect((await api.as('regisseur-zuid').get(`/v1/early-signal-imports/${importId}${path}`)).status).toBe(404);
    });

    it.each<[string, unknown, number, RegExp]>([
      ['empty', Buffer.alloc(0), 400, /leeg|als text\/csv/],
      ['no header', 'a;b\n1;2', 400, /kopregel/],
      ['2 MB and a bit', Buffer.alloc(2 * 1024 * 1024 + 1, 0x41), 413, /te groot/],
      ['Excel', Buffer.from([0x50, 0x4b, 3, 4]), 400, /Excel/],
    ])('that can not be read changes nothing: %s', async (_, body, status, detail) => {
      const before = await counts();
      for (const path of ['?fileName=x.csv', '/previews']) expect(await upload(body, 'case-worker', path)).toMatchObject({ status, body: { detail: expect.stringMatching(detail) } });
      expect(await counts()).toEqual(before);
    });

    it('keeps nobody in clear text outside the signals themselves', async () => {
      const stored = JSON.stringify(await api.db.query('SELECT t::text FROM early_signal_import t UNION ALL SELECT t::text FROM audit_event t UNION ALL SELECT t::text FROM outbox t'));
      for (const name of ['Wagenmaker', 'Khatib', 'Hofstra']) expect(stored).not.toContain(name);
    });
  });

  describe('known here', () => {
    it('names a family that the reader may see, and tells nothing of one elsewhere', async () => {
      const here = await aHousehold(api.db, { regisseur: null, teamOf: 'team-lead', name: 'Familie Zilverberg' });
      await aHousehold(api.db, { regisseur: 'regisseur-zuid', name: 'Familie Goudstra' });
      await aHousehold(api.db, { regisseur: null, teamOf: 'team-lead', name: 'Familie Verborgen', protectedAddress: true });
      for (const name of ['A. Zilverberg', 'B. Goudstra', 'C. Verborgen', 'D. Ander']) await upload(file(`huur;Woonstichting;${name};9711 AB;12;;Groningen;500;2;2026-11-20;nee`));
      const { items } = await list('case-worker');
      const known = (name: string) => items.find((item: { name: string }) => item.name === name).knownHere;
      expect([known('A. Zilverberg'), known('B. Goudstra'), known('C. Verborgen'), known('D. Ander')]).toEqual([{ id: here.id, caseNumber: here.caseNumber }, null, null, null]);
    });
  });

  describe('following up', () => {
    it('a visit is planned for a colleague, who was not let in, and in the end talked', async () => {
      const id = await aSignal();
      expect((await plan(id)).status).toBe(204);
      expect(await read(id)).toMatchObject({ state: 'visit-planned', visitOn: day(3), visitor: 'Sanne Bakker' });
      const [alarm] = await api.db.query(`SELECT payload, run_at FROM outbox WHERE kind = 'early-signal.visit-planned' AND payload->>'caseId' = $1`, [id]);
      expect(alarm).toEqual({ payload: { caseId: id, visitOn: day(3) }, run_at: new Date(`${day(3)}T06:00:00Z`) });
      expect((await step(id, 'not-at-home')).status).toBe(204);
      expect(await read(id)).toMatchObject({ state: 'not-reached', notAtHome: 1, visitOn: null });
      expect((await step(id, 'give-up')).status).toBe(422);
      await plan(id);
      expect((await step(id, 'send-letter', { note: 'Briefje door de bus.' })).status).toBe(204);
      expect(await read(id)).toMatchObject({ state: 'visit-planned', visitOn: day(3) });
      expect((await step(id, 'visit-done')).status).toBe(204);
      const { state, steps, allowedActions } = await read(id);
      expect([state, steps.map(({ action }: { action: string }) => action)]).toEqual(['spoken', ['visit-done', 'send-letter', 'plan-visit', 'not-at-home', 'plan-visit']]);
      expect(allowedActions).toContain('accept-help');
    });

    it('who takes the offer becomes a family on the waiting list, once', async () => {
      const id = await aSignal({ name: 'R. de Boer' });
      const { version } = await read(id);
      const accept = () => api.as('case-worker').post(`/v1/early-signals/${id}/household`, aReport({ members: [{ role: 'main', firstName: 'Roos', infix: 'de', lastName: 'Boer', birthDate: '1990-02-01' }] }), { version });
      const answers = await Promise.all([accept(), accept()]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
      const { body } = answers.find(({ status }) => status === 201) ?? answers[0];
      expect(await read(id)).toMatchObject({ state: 'waiting-list', householdId: body.id, allowedActions: [] });
      expect((await api.as('case-worker').get('/v1/waiting-list?limit=100')).body.items).toContainEqual(expect.objectContaining({ householdId: body.id }));
    });

    it('nothing is registered for a signal that a colleague just closed', async () => {
      const id = await aSignal({ name: 'S. Sluiter' });
      const { version } = await read(id);
      await step(id, 'decline-help');
      const report = aReport({ members: [{ role: 'main', firstName: 'Sil', lastName: 'Sluiter', birthDate: '1991-02-01' }] });
      expect((await api.as('case-worker').post(`/v1/early-signals/${id}/household`, report, { version })).status).toBe(412);
      expect((await api.as('case-worker').post(`/v1/early-signals/${id}/household`, report, { version: version + 1 })).status).toBe(409);
      expect(await api.db.query(`SELECT FROM household_member WHERE last_name = 'Sluiter'`)).toEqual([]);
    });

    it('two colleagues at once: the second reads it again', async () => {
      const id = await aSignal();
      const { version } = await read(id);
      const send = (persona: string) => api.as(persona).post(`/v1/early-signals/${id}/steps`, { action: 'send-letter' }, { version });
      expect((await Promise.all([send('case-worker'), send('team-lead')])).map(({ status }) => status).toSorted()).toEqual([204, 412]);
    });

    it.each<[string, object, string, number]>([
      ['a day that has passed', { visitOn: day(-1) }, 'case-worker', 400],
      ['a visitor of another team', { visitorId: 'zuid' }, 'case-worker', 400],
      ['somebody of another team', {}, 'regisseur-zuid', 404],
      ['somebody of another municipality', {}, 'team-lead-hoogeveen', 404],
      ['a partner', {}, 'gkb', 403],
    ])('no visit is planned: %s', async (_, body, persona, status) => {
      const id = await aSignal();
      const visitorId = 'visitorId' in body ? await userId(api.db, 'regisseur-zuid') : sanne;
      expect((await plan(id, { ...body, visitorId }, persona)).status).toBe(status);
      expect((await read(id)).state).toBe('new');
    });

    it('a step that has a form of its own, or does not fit, is refused', async () => {
      const id = await aSignal();
      expect([(await step(id, 'accept-help')).status, (await step(id, 'visit-done')).status, (await step(id, 'dansen')).status]).toEqual([400, 409, 400]);
    });
  });

  it('counts the home visits of the year against the target, for everybody in the municipality', async () => {
    const { body } = await api.as('team-lead').get('/v1/early-signals/year-count?year=2026');
    expect(body).toMatchObject({ year: 2026, visits: 1, notAtHome: 1, refused: 0, target: 20, sentence: 'In 2026 is er 1 huisbezoek gedaan. Het doel is 20: nog 19.' });
    expect((await api.as('policy-adviser').get('/v1/early-signals/year-count?year=2026')).body).toMatchObject({ visits: null, sentence: 'In 2026 zijn er minder dan 5 huisbezoeken gedaan.' });
    expect((await api.as('team-lead-hoogeveen').get('/v1/early-signals/year-count?year=2026')).body).toMatchObject({ visits: 0, target: null });
    expect((await api.as('team-lead').get('/v1/early-signals/year-count')).status).toBe(400);
  });

  it('pages the open ones by when somebody must have talked', async () => {
    const first = await list('case-worker', 'limit=3');
    const second = await list('case-worker', `limit=3&cursor=${first.nextCursor}`);
    const order = [...first.items, ...second.items].map(({ firstTalkBy, id }: { firstTalkBy: string; id: string }) => `${firstTalkBy} ${id}`);
    expect(order).toEqual(order.toSorted());
    expect((await list('case-worker', 'limit=100&state=no-help')).items.every(({ state }: { state: string }) => state === 'no-help')).toBe(true);
    expect(localDateOf(clock.now())).toBe(TODAY);
  });

  it('nearly 2 MB of lines comes in', async () => {
    const lines = Array.from({ length: 4_000 }, (_, n) => `${line({ number: 1_000 + n, name: `Naam ${'abcdefghij'.repeat(30).slice(0, 60)}`, creditor: 'Woonstichting '.repeat(6).trim() })}`);
    const content = file(...lines);
    expect((await upload(content)).body).toMatchObject({ rowCount: 4_000, newSignals: 4_000 });
  });
});
