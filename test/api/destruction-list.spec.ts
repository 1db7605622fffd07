import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, localDateOf, newId } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { aDestructionList, anEndedFamily, readItems, readList } from '../support/ended-families.js';

describe('a destruction list', () => {
  let api: SpecApi;
  beforeAll(async () => {
    api = await startApi();
  });
  // Each test begins with no record whose term is over.
  afterEach(() => api.db.query(`UPDATE household SET state = 'reopened' WHERE ended_at IS NOT NULL`));
  afterAll(() => api.close());

  const officer = () => api.as('privacy-officer');
  const other = () => api.as('privacy-officer-2');
  const at = (listId: string, path = '') => `/v1/destruction-lists/${listId}${path}`;
  const item = async (listId: string, family: { caseNumber: string }) =>
    (await readItems(api, listId)).find(({ caseNumber }: { caseNumber: string }) => caseNumber === family.caseNumber);
  const keep = async (listId: string, { id, version }: { id: string; version: number }, body: object = { reason: 'Er is jeugdhulp geweest.' }) =>
    officer().post(at(listId, `/items/${id}/keep`), body, { version });

  it('holds the records whose term is over, and no others', async () => {
    const old = await anEndedFamily(api);
    const recent = await anEndedFamily(api, { endedAt: new Date().toISOString() });
    const listId = await aDestructionList(api);
    expect(await item(listId, old)).toMatchObject({
      endedOn: '1995-06-01', endState: 'closed', kinds: ['Aanmelding zonder hulp'], rule: 'Aanmelding zonder hulp', mayGoOn: '1996-06-02', state: 'proposed',
      hasChildren: true, maybeYouthHelp: true, allowedActions: ['keep'],
    });
    expect(await item(listId, recent)).toBeUndefined();
    expect(await readList(api, listId)).toMatchObject({ state: 'proposed', madeBy: { name: 'Karin Veenstra' }, toDestroy: 1, total: 1 });
  });

  it('is not made when there is nothing for it, and a record stands on one list at a time', async () => {
    expect((await officer().post('/v1/destruction-lists')).status).toBe(422);
    await anEndedFamily(api);
    await aDestructionList(api);
    expect((await officer().post('/v1/destruction-lists')).status).toBe(422);
  });

  it('numbers follow each other in the municipality, also when two officers make one at the same moment', async () => {
    await anEndedFamily(api);
    const answers = await Promise.all([officer().post('/v1/destruction-lists'), other().post('/v1/destruction-lists')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    const { body } = await officer().get('/v1/destruction-lists');
    const numbers = body.items.map(({ number }: { number: number }) => number);
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('two clicks with one key make one list', async () => {
    await anEndedFamily(api);
    const click = () => officer().post('/v1/destruction-lists', undefined, { headers: { 'idempotency-key': newId() } });
    const key = newId();
    const same = () => officer().post('/v1/destruction-lists', undefined, { headers: { 'idempotency-key': key } });
    const [first, second] = [await same(), await same()];
    expect([first.status, second.status, first.body.id]).toEqual([201, 201, second.body.id]);
    expect((await click()).status).toBe(422);
  });

  describe('one record on it', () => {
    it('is kept with a reason, put back, and kept again', async () => {
      const family = await anEndedFamily(api);
      const listId = await aDestructionList(api);
      const before = await item(listId, family);
      expect((await keep(listId, before)).status).toBe(204);
      const kept = await item(listId, family);
      expect(kept).toMatchObject({ state: 'kept', keptBecause: 'officer', keptReason: 'Er is jeugdhulp geweest.', keptBy: 'Karin Veenstra', allowedActions: ['undo'] });
      expect((await officer().post(at(listId, `/items/${kept.id}/undo`), undefined, { version: kept.version })).status).toBe(204);
      expect(await item(listId, family)).toMatchObject({ state: 'proposed', keptReason: null, allowedActions: ['keep'] });
      const holds = await api.db.query<{ lifted: boolean }>('SELECT lifted_at IS NOT NULL AS lifted FROM legal_hold WHERE household_id = $1', [family.id]);
      expect(holds).toEqual([{ lifted: true }]);
    });

    it('that was kept does not come back on the next list, until the day that was given', async () => {
      const family = await anEndedFamily(api);
      const until = addDays(localDateOf(new Date(Date.now())), 30);
      const first = await aDestructionList(api);
      await keep(first, await item(first, family), { reason: 'Eerst nakijken.', until });
      expect((await officer().post('/v1/destruction-lists')).status).toBe(422);
      await api.db.query('UPDATE legal_hold SET until = current_date - 1 WHERE household_id = $1', [family.id]);
      const second = await aDestructionList(api);
      expect(await item(second, family)).toMatchObject({ state: 'proposed' });
      // Put back on the first list it would stand on two.
      const kept = await item(first, family);
      expect((await officer().post(at(first, `/items/${kept.id}/undo`), undefined, { version: kept.version })).status).toBe(409);
    });

    it.each<[string, object, string]>([
      ['without a reason', {}, 'reason'],
      ['with an empty reason', { reason: '  ' }, 'reason'],
      ['until a day that is over', { reason: 'Nodig.', until: '2020-01-01' }, 'until'],
      ['until no day at all', { reason: 'Nodig.', until: 'morgen' }, 'until'],
    ])('is not kept %s', async (_title, body, field) => {
      const family = await anEndedFamily(api);
      const listId = await aDestructionList(api);
      const refused = await keep(listId, await item(listId, family), body);
      expect(refused.status).toBe(400);
      expect(refused.body.errors).toEqual([expect.objectContaining({ field })]);
      expect(await item(listId, family)).toMatchObject({ state: 'proposed' });
    });

    it('is not kept on an old version, nor under the address of another list', async () => {
      const family = await anEndedFamily(api);
      const listId = await aDestructionList(api);
      const { id, version } = await item(listId, family);
      expect((await keep(listId, { id, version: version + 1 })).status).toBe(412);
      expect((await keep(newId(), { id, version })).status).toBe(404);
      await anEndedFamily(api);
      const second = await aDestructionList(api);
      expect((await keep(second, { id, version })).status).toBe(404);
      expect((await officer().post(at(listId, `/items/${id}/keep`), { reason: 'x' })).status).toBe(428);
    });
  });

  describe('agreeing to it', () => {
    const approve = (listId: string, version: number, by = 'privacy-officer-2') => api.as(by).post(at(listId, '/approval'), undefined, { version });

    it('is not for who made it', async () => {
      await anEndedFamily(api);
      const listId = await aDestructionList(api);
      const mine = await readList(api, listId);
      expect(mine).toMatchObject({ allowedActions: ['withdraw'], whyNotApprove: expect.stringMatching(/zelf gemaakt/) });
      expect(await readList(api, listId, 'privacy-officer-2')).toMatchObject({ allowedActions: ['approve', 'withdraw'], whyNotApprove: null });
      const refused = await approve(listId, mine.version, 'privacy-officer');
      expect(refused).toMatchObject({ status: 403, body: { detail: expect.stringMatching(/zelf gemaakt/) } });
      // The database says the same when a service would forget it.
      await expect(api.db.query(`UPDATE destruction_list SET state = 'approved', approved_by = made_by, approved_at = now() WHERE id = $1`, [listId])).rejects.toThrow('nobody_approves_their_own_list');
    });

    it('orders one piece of work per record that is not kept, and nothing else', async () => {
      const [goes, stays] = [await anEndedFamily(api), await anEndedFamily(api)];
      const listId = await aDestructionList(api);
      await keep(listId, await item(listId, stays));
      expect((await approve(listId, (await readList(api, listId)).version)).status).toBe(204);
      const { id } = await item(listId, goes);
      const work = await api.db.query<{ payload: object }>(`SELECT payload FROM outbox WHERE kind = 'destruction-item.approved' AND payload->>'itemId' IN (SELECT id::text FROM destruction_item WHERE list_id = $1)`, [listId]);
      expect(work).toEqual([{ payload: { itemId: id } }]);
      expect(await readList(api, listId)).toMatchObject({ state: 'approved', approvedBy: { name: 'Arjen Talsma' }, allowedActions: [] });
    });

    it('is agreeing to what one saw: after somebody kept a record the list must be read again', async () => {
      const [family] = [await anEndedFamily(api), await anEndedFamily(api)];
      const listId = await aDestructionList(api);
      const { version } = await readList(api, listId, 'privacy-officer-2');
      await keep(listId, await item(listId, family));
      expect((await approve(listId, version)).status).toBe(412);
    });

    it('happens once: of two at the same moment one succeeds', async () => {
      await anEndedFamily(api);
      const listId = await aDestructionList(api);
      const answers = await Promise.all([approve(listId, 1), approve(listId, 1)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 412]);
    });

    it('asks for something to destroy, and for a list that nobody took back', async () => {
      const family = await anEndedFamily(api);
      const listId = await aDestructionList(api);
      await keep(listId, await item(listId, family));
      const { version } = await readList(api, listId);
      expect((await approve(listId, version)).status).toBe(422);
      expect((await officer().post(at(listId, '/withdrawal'), { reason: 'Eerst nakijken.' }, { version })).status).toBe(204);
      expect((await approve(listId, version + 1)).status).toBe(409);
    });

    it('can not be taken back, and a record that waits can not be kept any more', async () => {
      const family = await anEndedFamily(api);
      const listId = await aDestructionList(api);
      await approve(listId, 1);
      const { version } = await readList(api, listId);
      expect((await officer().post(at(listId, '/withdrawal'), { reason: 'Toch niet.' }, { version })).status).toBe(409);
      expect((await keep(listId, await item(listId, family))).status).toBe(409);
    });
  });

  it('that was taken back lets its records go to the next list', async () => {
    const family = await anEndedFamily(api);
    const listId = await aDestructionList(api);
    expect((await officer().post(at(listId, '/withdrawal'), { reason: 'De termijnen worden nagekeken.' }, { version: 1 })).status).toBe(204);
    expect(await item(listId, family)).toMatchObject({ state: 'kept', keptBecause: 'list-withdrawn', keptReason: 'De lijst is ingetrokken.' });
    expect(await item(await aDestructionList(api), family)).toMatchObject({ state: 'proposed' });
  });

  it('has no declaration before it is done', async () => {
    await anEndedFamily(api);
    const listId = await aDestructionList(api);
    for (const form of ['pdf', 'csv']) expect((await officer().get(at(listId, `/declaration.${form}`))).status).toBe(409);
  });

  it('that is done has a declaration with numbers and days, as PDF and as a table, and the log knows that it was taken out', async () => {
    const family = await anEndedFamily(api);
    const listId = await aDestructionList(api);
    await api.db.query(`UPDATE destruction_item SET state = 'destroyed', destroyed_at = '2026-11-22T12:00:00Z', rows_destroyed = 41 WHERE list_id = $1`, [listId]);
    await api.db.query(`UPDATE destruction_list SET state = 'done', done_at = now(), approved_at = now(), approved_by = (SELECT id FROM app_user WHERE subject = 'privacy-officer-2') WHERE id = $1`, [listId]);
    const csv = await officer().get<string>(at(listId, '/declaration.csv'));
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.text).toContain(`${family.caseNumber};Aanmelding zonder hulp;1995-06-01;1996-06-02;2026-11-22;41`);
    expect(csv.text).not.toContain('Bouzid');
    const pdf = await officer().get<string>(at(listId, '/declaration.pdf'));
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.text.startsWith('%PDF-1.7')).toBe(true);
    const lines = await api.db.query(`SELECT details FROM audit_event WHERE action = 'destruction-list.declared' AND subject_id = $1 ORDER BY id`, [listId]);
    expect(lines).toEqual([{ details: { format: 'csv' } }, { details: { format: 'pdf' } }]);
  });

  it.each([
    ['the privacy officer of another municipality', 'privacy-officer-hoogeveen', 404],
    ['the team lead', 'team-lead', 403], ['the regisseur', 'regisseur', 403], ['a case worker', 'case-worker', 403], ['a partner', 'gkb', 403],
    ['a policy adviser', 'policy-adviser', 403], ['a resident', 'resident', 403],
  ])('does not exist for %s', async (_who, persona, status) => {
    const family = await anEndedFamily(api);
    const listId = await aDestructionList(api);
    const { id } = await item(listId, family);
    const person = api.as(persona);
    const answers = [
      await person.get(at(listId)), await person.get(at(listId, '/items')), await person.get(at(listId, '/declaration.pdf')), await person.get(at(listId, '/declaration.csv')),
      await person.post(at(listId, '/approval'), undefined, { version: 1 }), await person.post(at(listId, '/withdrawal'), { reason: 'x' }, { version: 1 }),
      await person.post(at(listId, '/retry'), undefined, { version: 1 }), await person.post(at(listId, `/items/${id}/keep`), { reason: 'x' }, { version: 1 }),
      await person.post(at(listId, `/items/${id}/undo`), undefined, { version: 1 }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => status));
    expect(answers.some(({ text }) => text.includes(family.caseNumber))).toBe(false);
    expect(await readList(api, listId)).toMatchObject({ state: 'proposed', version: 1 });
  });

  it('of another municipality stands in nobody\'s list here, and pages keep their order', async () => {
    for (let n = 0; n < 3; n += 1) {
      await anEndedFamily(api);
      await aDestructionList(api);
    }
    expect((await api.as('privacy-officer-hoogeveen').get('/v1/destruction-lists')).body).toEqual({ items: [], nextCursor: null });
    const first = (await officer().get('/v1/destruction-lists?limit=2')).body;
    const second = (await officer().get(`/v1/destruction-lists?limit=2&cursor=${first.nextCursor}`)).body;
    expect(second.items[0].number).toBe(first.items[1].number - 1);
    expect((await officer().get('/v1/destruction-lists?cursor=abc')).status).toBe(400);
  });
});
