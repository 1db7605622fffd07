import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACTIVITY_CODES } from '#privacy';
import { startApi, type SpecApi } from '../support/api.js';

let api: SpecApi;
const list = async (persona = 'privacy-officer') => (await api.as(persona).get('/v1/processing-activities')).body.items;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

describe('the register of processing (AVG 30)', () => {
  it('is there from the first day, complete, and readable for everybody who works here', async () => {
    const items = await list('regisseur');
    expect(items.map(({ code }: { code: string }) => code).sort()).toEqual([...ACTIVITY_CODES].sort());
    for (const one of items) {
      for (const field of ['name', 'purpose', 'legalBasis', 'transfers', 'retention', 'controller']) expect({ name: one.name, field, value: one[field] }).toEqual({ name: one.name, field, value: expect.stringMatching(/\S/) });
      for (const field of ['people', 'data', 'recipients', 'security']) expect(one[field].length).toBeGreaterThan(0);
      expect(one).toMatchObject({ controller: 'Gemeente Groningen', allowedActions: [], version: 1 });
    }
  });

  it('is kept by the privacy officer, who says which version they read', async () => {
    const regie = (await list()).find(({ code }: { code: string }) => code === 'regie');
    const path = `/v1/processing-activities/${regie.id}`;
    expect(regie.allowedActions).toEqual(['change']);
    const changed = await api.as('privacy-officer').call('PATCH', path, { body: { purpose: 'Het overzicht houden.', processor: 'Hoster BV' }, version: 1 });
    expect(changed.body).toMatchObject({ purpose: 'Het overzicht houden.', processor: 'Hoster BV', name: regie.name, code: 'regie', version: 2 });
    expect((await api.as('privacy-officer').call('PATCH', path, { body: { purpose: 'Anders' }, version: 1 })).status).toBe(412);
    expect((await api.as('privacy-officer').call('PATCH', path, { body: { purpose: 'Anders' } })).status).toBe(428);
    expect((await api.as('privacy-officer').call('PATCH', path, { body: { processor: '' }, version: 2 })).body.processor).toBeNull();
    const lines = await api.db.query(`SELECT details FROM audit_event WHERE action = 'processing-activity.changed' AND subject_id = $1`, [regie.id]);
    expect(lines).toHaveLength(2);
  });

  it('refuses a line that says too little', async () => {
    const [one] = await list();
    for (const body of [{ purpose: ' ' }, { data: [] }, { data: [' '] }]) {
      expect((await api.as('privacy-officer').call('PATCH', `/v1/processing-activities/${one.id}`, { body, version: one.version })).status).toBe(400);
    }
  });

  it.each(['regisseur', 'team-lead', 'policy-adviser', 'resident'])('is not changed by %s', async (persona) => {
    const [one] = await list();
    expect((await api.as(persona).call('PATCH', `/v1/processing-activities/${one.id}`, { body: { name: 'Anders' }, version: one.version })).status).toBe(403);
  });

  it('of another municipality is not there', async () => {
    const [theirs] = await api.db.query<{ id: string }>(`SELECT a.id FROM processing_activity a JOIN municipality m ON m.id = a.municipality_id WHERE m.name = 'Hoogeveen' LIMIT 1`);
    expect((await api.as('privacy-officer').get(`/v1/processing-activities/${theirs?.id}`)).status).toBe(404);
    expect((await api.as('privacy-officer').call('PATCH', `/v1/processing-activities/${theirs?.id}`, { body: { name: 'Anders' }, version: 1 })).status).toBe(404);
  });

  it('can be taken out as a table', async () => {
    const { status, headers, text } = await api.as('policy-adviser').get('/v1/processing-activities.csv');
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(text.split('\r\n')[0]).toContain('Verwerking;Doel;Grondslag;Van wie;Welke gegevens;Wie krijgt ze;Buiten Europa;Bewaartermijn;Beveiliging;Verantwoordelijk;Verwerker');
    expect(text.trim().split('\r\n')).toHaveLength(1 + ACTIVITY_CODES.length);
  });
});
