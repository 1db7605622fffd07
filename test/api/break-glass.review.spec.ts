import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { breakGlass, letTheWindowPass, REASON } from '../support/break-glass.js';
import { aHousehold, type HouseholdFixture } from '../support/households.js';
import { addRole } from '../support/reports.js';

describe('what is done with break-glass afterwards', () => {
  let api: SpecApi;
  let family: HouseholdFixture;
  beforeAll(async () => {
    api = await startApi();
    family = await aHousehold(api.db);
  });
  afterAll(() => api.close());

  const used = async (persona = 'regisseur-zuid', household = family): Promise<string> => {
    const { body, text, status } = await breakGlass(api, persona, household);
    if (status !== 201) throw new Error(text);
    await letTheWindowPass(api, body.id);
    return body.id;
  };
  const review = (persona: string, id: string, body: object = {}, version = 1) =>
    api.as(persona).post(`/v1/break-glass/${id}/review`, { outcome: 'justified', note: 'Er was crisis. De regisseur was vrij.', ...body }, { version });
  const list = async (persona: string, query = '') => (await api.as(persona).get(`/v1/break-glass?limit=100${query}`)).body.items as { id: string; state: string }[];
  const outcomeOf = async (id: string) => (await api.db.query<{ outcome: string | null }>('SELECT outcome FROM break_glass WHERE id = $1', [id]))[0]?.outcome;

  it('the privacy officer reads who, when and why, and nothing of the dossier', async () => {
    const id = await used();
    const answer = await api.as('privacy-officer').get(`/v1/break-glass/${id}`);
    expect(answer.body).toMatchObject({ id, caseNumber: family.caseNumber, user: { name: 'Lars Feenstra' }, reason: REASON, state: 'over', outcome: null, allowedActions: ['review'] });
    for (const word of ['Bouzid', 'Fatima', '9711AB']) expect(answer.text).not.toContain(word);
    expect((await api.as('privacy-officer').get(`/v1/households/${family.id}`)).status).toBe(403);
  });

  it('gives an outcome with a reason, once', async () => {
    const id = await used();
    expect((await review('privacy-officer', id, { outcome: 'not-justified' })).status).toBe(204);
    const { body } = await api.as('privacy-officer').get(`/v1/break-glass/${id}`);
    expect(body).toMatchObject({ state: 'reviewed', outcome: 'not-justified', reviewedBy: 'Karin Veenstra', version: 2, allowedActions: [] });
    expect((await review('team-lead', id, {}, 2)).status).toBe(409);
    expect((await review('team-lead', id)).status).toBe(412);
    expect(await outcomeOf(id)).toBe('not-justified');
    // Who used it reads what was found.
    expect((await api.as('regisseur-zuid').get(`/v1/break-glass/${id}`)).body).toMatchObject({ outcome: 'not-justified', allowedActions: [] });
  });

  it('the team lead of the family may do it too', async () => {
    const id = await used();
    expect((await list('team-lead')).map((one) => one.id)).toContain(id);
    expect((await review('team-lead', id)).status).toBe(204);
  });

  it('a review of a window that is open closes the dossier at once', async () => {
    const { body } = await breakGlass(api, 'regisseur-zuid', family);
    expect((await api.as('regisseur-zuid').get(`/v1/households/${family.id}`)).status).toBe(200);
    expect((await review('privacy-officer', body.id, { outcome: 'not-justified' })).status).toBe(204);
    expect((await api.as('regisseur-zuid').get(`/v1/households/${family.id}`)).status).toBe(404);
  });

  it('nobody reviews their own, whatever else they are', async () => {
    const own = await used('team-lead');
    expect((await review('team-lead', own)).status).toBe(403);
    await addRole(api.db, 'team-lead', 'privacy-officer', 'WIJ Noord');
    const answer = await review('team-lead', own);
    expect([answer.status, answer.body.detail]).toEqual([403, 'Je kunt je eigen noodtoegang niet nakijken. Dat doet een ander.']);
    expect((await api.as('team-lead').get(`/v1/break-glass/${own}`)).body.allowedActions).toEqual([]);
    expect(await outcomeOf(own)).toBeNull();
    await api.db.query(`DELETE FROM user_role WHERE role = 'privacy-officer' AND user_id = (SELECT id FROM app_user WHERE subject = 'team-lead')`);
    expect((await review('privacy-officer', own)).status).toBe(204);
  });

  it('the database says so once more', async () => {
    const own = await used('team-lead');
    await expect(api.db.query(`UPDATE break_glass SET outcome = 'justified', review_note = 'x', reviewed_by = user_id, reviewed_at = now() WHERE id = $1`, [own])).rejects.toThrow('nobody_reviews_themselves');
    await expect(api.db.query(`UPDATE break_glass SET ends_at = started_at + interval '2 hours' WHERE id = $1`, [own])).rejects.toThrow('break_glass_window');
  });

  it.each([['team-lead-zuid', 404], ['team-lead-hoogeveen', 404], ['privacy-officer-hoogeveen', 404], ['regisseur', 403], ['case-worker', 403], ['gkb', 403]])(
    '%s neither sees nor judges it', async (persona, status) => {
      const id = await used();
      expect((await review(persona, id)).status).toBe(status);
      expect([403, 404]).toContain((await api.as(persona).get(`/v1/break-glass/${id}`)).status);
      if (status === 404) expect((await list(persona)).map((one) => one.id)).not.toContain(id);
    });

  it.each([['no note', { note: ' ' }, 'note'], ['another outcome', { outcome: 'fine' }, 'outcome'], ['an unknown field', { reviewedBy: newId() }, 'reviewedBy']])(
    'refuses %s', async (_, body, field) => {
      const answer = await review('privacy-officer', await used(), body);
      expect([answer.status, answer.body.errors[0].field]).toEqual([400, field]);
    });

  it('asks for the version', async () => {
    expect((await api.as('privacy-officer').post(`/v1/break-glass/${await used()}/review`, { outcome: 'justified', note: 'Goed.' })).status).toBe(428);
  });

  it('two reviewers at once: one outcome', async () => {
    const id = await used();
    const answers = await Promise.all([review('privacy-officer', id), review('team-lead', id, { outcome: 'not-justified' }), review('privacy-officer-2', id)]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(answers.every(({ status }) => [204, 409, 412].includes(status))).toBe(true);
  });

  it('lists by where it stands, page by page', async () => {
    const fresh = await aHousehold(api.db);
    const waiting = [await used('regisseur-zuid', fresh), await used('regisseur-zuid', fresh), await used('regisseur-zuid', fresh)];
    const { body } = await breakGlass(api, 'case-worker', fresh);
    expect((await list('privacy-officer', '&state=running')).map(({ id }) => id)).toContain(body.id);
    expect((await list('privacy-officer', '&state=over')).map(({ id }) => id)).toEqual(expect.arrayContaining(waiting));
    expect((await list('privacy-officer', '&state=reviewed')).every(({ state }) => state === 'reviewed')).toBe(true);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { body: { items: { id: string }[]; nextCursor: string | null } } = await api.as('privacy-officer').get(`/v1/break-glass?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.body.items.map(({ id }) => id));
      cursor = page.body.nextCursor;
    }
    expect(seen).toEqual((await list('privacy-officer')).map(({ id }) => id));
    expect(seen).toEqual(seen.toSorted().toReversed());
  });
});
