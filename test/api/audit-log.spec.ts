import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type SpecApi } from '../support/api.js';
import { type HouseholdFixture, userId } from '../support/households.js';
import { aKnownHousehold, catchUp, note } from '../support/processing-log.js';

interface Line { readonly id: number; readonly action: string; readonly who: { id: string; name: string } | null; readonly caseNumber: string | null; readonly traceId: string; readonly origin: string; readonly roles: string[]; readonly dataSubjects: number }

let api: SpecApi;
let family: HouseholdFixture;
let elsewhere: HouseholdFixture;

const log = async (query = ''): Promise<{ items: Line[]; nextCursor: string | null }> => (await api.as('privacy-officer').get(`/v1/audit-log?limit=100${query}`)).body;

beforeAll(async () => {
  api = await startApi();
  family = await aKnownHousehold(api.db);
  elsewhere = await aKnownHousehold(api.db, { regisseur: 'regisseur-hoogeveen' });
  await api.as('regisseur').get(`/v1/households/${family.id}`);
  await api.as('team-lead').get(`/v1/households/${family.id}`);
  await api.as('regisseur-hoogeveen').get(`/v1/households/${elsewhere.id}`);
  await note(api.app, family, { action: 'reminder.fired' });
  await catchUp(api.app);
});
afterAll(() => api.close());

describe('the audit, read by the privacy officer', () => {
  it('says who, what, when, in which function and from where, by name of the employee and case number of the family', async () => {
    const { items } = await log(`&householdCase=${family.caseNumber}`);
    expect(items).toEqual(expect.arrayContaining([
      expect.objectContaining({ action: 'household.read', who: { id: await userId(api.db, 'regisseur'), name: 'Jelle Hoekstra' }, organisation: 'WIJ Groningen', roles: ['regisseur'], caseNumber: family.caseNumber, origin: expect.stringMatching(/^api /), dataSubjects: 3 }),
      expect.objectContaining({ action: 'reminder.fired', who: null, origin: expect.stringMatching(/^worker/) }),
    ]));
    expect(JSON.stringify(items)).not.toMatch(/Fatima|Bouzid|Erik|Noor|details/);
  });

  it('leads from a line to its lines in the processing log, by the trace', async () => {
    const [line] = (await log(`&householdCase=${family.caseNumber}&userId=${await userId(api.db, 'regisseur')}`)).items;
    const { body } = await api.as('privacy-officer').get(`/v1/processing-log?traceId=${line?.traceId}`);
    expect(body.items).toHaveLength(3);
    expect(body.items[0]).toMatchObject({ traceId: line?.traceId, operation: 'household.read', status: 'OK', activity: { name: 'Regie op de hulp aan een gezin' }, dataSubjectType: 'urn:naast:household-member' });
    expect(JSON.stringify(body)).not.toContain(family.members['Fatima']);
    expect(JSON.stringify(body)).not.toMatch(/Jelle|Fatima/);
  });

  it('also leads there from a line without a request', async () => {
    const line = (await log(`&householdCase=${family.caseNumber}&action=reminder.fired`)).items[0];
    expect((await api.as('privacy-officer').get(`/v1/processing-log?traceId=${line?.traceId}`)).body.items).toHaveLength(3);
  });

  it('can be narrowed to an employee, an action and days', async () => {
    const person = await userId(api.db, 'team-lead');
    expect(new Set((await log(`&userId=${person}`)).items.map(({ who }) => who?.id))).toEqual(new Set([person]));
    expect(new Set((await log('&action=household.read')).items.map(({ action }) => action))).toEqual(new Set(['household.read']));
    expect((await log('&until=2020-01-01')).items).toEqual([]);
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date());
    expect((await log(`&from=${today}&until=${today}&action=household.read`)).items.length).toBeGreaterThan(0);
  });

  it('is itself in the log, with the family that was looked for', async () => {
    await log(`&householdCase=${family.caseNumber}`);
    const { items } = await log(`&action=audit-log.read&householdCase=${family.caseNumber}`);
    expect(items[0]).toMatchObject({ action: 'audit-log.read', who: expect.objectContaining({ name: 'Karin Veenstra' }), caseNumber: family.caseNumber });
  });

  it('holds nothing of another municipality, not by case number, employee or trace either', async () => {
    const person = await userId(api.db, 'regisseur-hoogeveen');
    expect((await log()).items.filter(({ who }) => who?.id === person)).toEqual([]);
    expect((await log(`&userId=${person}`)).items).toEqual([]);
    expect((await log(`&householdCase=${elsewhere.caseNumber}`)).items).toEqual([]);
    const [theirs] = await api.db.query<{ trace_id: string }>(`SELECT l.trace_id FROM processing_log l JOIN audit_event e ON e.id = l.audit_event_id WHERE e.household_id = $1`, [elsewhere.id]);
    expect(theirs?.trace_id).toMatch(/^[0-9a-f]{32}$/);
    expect((await api.as('privacy-officer').get(`/v1/processing-log?traceId=${theirs?.trace_id}`)).body.items).toEqual([]);
  });

  it('comes in pages', async () => {
    const first = await api.as('privacy-officer').get('/v1/audit-log?limit=2');
    const second = await api.as('privacy-officer').get(`/v1/audit-log?limit=2&cursor=${first.body.nextCursor}`);
    expect(second.body.items[0].id).toBeLessThan(first.body.items[1].id);
  });

  it.each(['regisseur', 'team-lead', 'resident', 'gkb', 'policy-adviser'])('is not for %s', async (persona) => {
    for (const path of ['/v1/audit-log', `/v1/processing-log?traceId=${'a'.repeat(32)}`]) expect((await api.as(persona).get(path)).status).toBe(403);
  });
});
