import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataCategory } from '#privacy';
import { onlyAgreements } from '../support/agreements.js';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture, organisationId } from '../support/households.js';
import { recordBasis, sharesOf } from '../support/referrals.js';
import { SetClock } from '../support/set-clock.js';

describe('a meeting about a family', () => {
  let api: SpecApi;
  let gkb: string;
  let humanitas: string;
  beforeAll(async () => {
    api = await startApi({ clock: new SetClock() });
    [gkb, humanitas] = [await organisationId(api.db, 'Groningse Kredietbank'), await organisationId(api.db, 'Humanitas')];
  });
  afterAll(() => api.close());

  type Invited = readonly (readonly [organisation: string, shares: Readonly<Record<string, readonly DataCategory[]>>])[];
  const plan = (family: HouseholdFixture, invited: Invited, more: object = {}, persona = 'regisseur') =>
    api.as(persona).post(`/v1/households/${family.id}/meetings`, {
      plannedAt: '2026-03-09T13:00:00Z', subject: 'Hoe het gaat met Fatima', ...more,
      invited: invited.map(([organisation, shares]) => ({ organisationId: organisation, shares: sharesOf(family, shares) })),
    });
  const covered = async (): Promise<HouseholdFixture> => {
    const family = await aHousehold(api.db);
    for (const organisation of [gkb, humanitas]) await recordBasis(api, family, 'Fatima', organisation, ['name', 'contact']);
    return family;
  };
  const seenBy = async (persona: string, id: string) => (await api.as(persona).get('/v1/meetings?limit=100')).body.items.find((one: { id: string }) => one.id === id);

  it('each organisation sees what the gate opens for it, and nothing of the other', async () => {
    const family = await covered();
    const { status, body: { id } } = await plan(family, [[gkb, { Fatima: ['name'] }], [humanitas, { Fatima: ['contact'] }]]);
    expect(status).toBe(201);
    expect(await seenBy('gkb', id)).toEqual({
      id, caseNumber: family.caseNumber, plannedAt: '2026-03-09T13:00:00.000Z', subject: 'Hoe het gaat met Fatima', state: 'planned', organisedBy: 'Jelle Hoekstra',
      sharedMembers: [{ memberId: family.members['Fatima'], name: 'Fatima Bouzid', categories: ['name'], basis: 'een wettelijke taak (Wgs art. 8)', until: '2027-12-31' }],
      agenda: [], decisions: [],
    });
    expect((await seenBy('humanitas', id)).sharedMembers).toEqual([expect.objectContaining({ phone: '0612345678', categories: ['contact'] })]);
    expect(JSON.stringify(await seenBy('humanitas', id))).not.toContain('Bouzid');
  });

  it('who may not hear it is not invited, and then nobody is', async () => {
    const family = await covered();
    const refused = await plan(family, [[gkb, { Fatima: ['name'] }], [humanitas, { Fatima: ['name', 'health'], Noor: ['name'] }]]);
    expect(refused.status).toBe(422);
    expect(refused.body.errors.map(({ field, message }: { field: string; message: string }) => [field, message])).toEqual([
      ['invited.1.shares.0.health', 'Er is geen geldige grondslag om de gezondheid van Fatima Bouzid met Humanitas te delen.'],
      ['invited.1.shares.1.name', 'Er is geen geldige grondslag om de naam van Noor Bouzid met Humanitas te delen. Een kind heeft een eigen grondslag nodig.'],
    ]);
    expect(await api.db.query('SELECT FROM coordination_meeting WHERE household_id = $1', [family.id])).toEqual([]);
  });

  it('a subject that names somebody whom one of them may not know is refused', async () => {
    const family = await covered();
    const invited: Invited = [[gkb, { Fatima: ['name'] }], [humanitas, { Fatima: ['contact'] }]];
    const refused = await plan(family, invited, { subject: 'Over Fatima Bouzid' });
    expect([refused.status, refused.body.errors]).toEqual([422, [
      { field: 'subject', message: 'Schrijf geen namen. In de tekst staat een gezinslid van wie je de naam niet deelt met Humanitas.' },
    ]]);
    expect((await plan(family, invited.slice(0, 1), { subject: 'Over Fatima Bouzid' })).status).toBe(201);
  });

  it('a BSN in a subject from before never reaches a partner', async () => {
    const family = await covered();
    const { body: { id } } = await plan(family, [[gkb, { Fatima: ['name'] }]]);
    await api.db.query('UPDATE coordination_meeting SET subject = $2 WHERE id = $1', [id, 'BSN 999990019']);
    expect((await seenBy('gkb', id)).subject).toBe('BSN [BSN]');
  });

  it('without an agreement nobody is invited', async () => {
    const family = await covered();
    await onlyAgreements(api.db, humanitas, []);
    expect((await plan(family, [[humanitas, { Fatima: ['name'] }]])).body.errors).toEqual([{ field: 'invited.0.shares.0.name', message: 'Met Humanitas is geen privacyovereenkomst.' }]);
    await onlyAgreements(api.db, humanitas, [{}]);
  });

  it('a withdrawal empties the invitation at once, the subject too', async () => {
    const family = await aHousehold(api.db);
    const basis = await recordBasis(api, family, 'Fatima', gkb, ['name']);
    const { body: { id } } = await plan(family, [[gkb, { Fatima: ['name'] }]]);
    expect((await seenBy('gkb', id)).sharedMembers).toHaveLength(1);
    await api.as('regisseur').post(`/v1/households/${family.id}/legal-bases/${basis.body.id}/withdrawal`, {});
    expect(await seenBy('gkb', id)).toMatchObject({ sharedMembers: [], subject: 'Het onderwerp is niet meer te zien.' });
  });

  it('cancelling empties it too, and tells nobody names', async () => {
    const family = await covered();
    const { body: { id } } = await plan(family, [[gkb, { Fatima: ['name'] }]]);
    const cancel = (version: number, persona = 'regisseur', of = family.id) => api.as(persona).post(`/v1/households/${of}/meetings/${id}/cancellation`, {}, { version });
    const other = await aHousehold(api.db);
    expect([(await cancel(7)).status, (await cancel(1, 'regisseur-zuid')).status, (await cancel(1, 'regisseur', other.id)).status]).toEqual([412, 404, 404]);
    expect((await cancel(1)).status).toBe(204);
    expect((await cancel(2)).status).toBe(409);
    expect(await seenBy('gkb', id)).toMatchObject({ state: 'cancelled', sharedMembers: [], subject: 'Het onderwerp is niet meer te zien.' });
    expect(await api.db.query(`SELECT kind, payload FROM outbox WHERE kind LIKE 'meeting.%' AND payload->>'meetingId' = $1 ORDER BY id`, [id])).toEqual([
      { kind: 'meeting.planned', payload: { meetingId: id } }, { kind: 'meeting.cancelled', payload: { meetingId: id } },
    ]);
  });

  it('a week after the meeting the partner sees nothing of it any more; a municipality may choose another number of days', async () => {
    const family = await covered();
    const untilOf = async () => {
      const { body: { id } } = await plan(family, [[gkb, { Fatima: ['name'] }]]);
      return (await api.db.query<{ id: string; until: string }>('SELECT id, readable_until::text AS until FROM coordination_meeting WHERE id = $1', [id]))[0];
    };
    const first = await untilOf();
    expect(first?.until).toBe('2026-03-17');
    await api.db.query(`UPDATE municipality SET settings = settings || '{"contacts": {"meetingReadableDays": 0}}' WHERE id = $1`, [family.municipalityId]);
    expect((await untilOf())?.until).toBe('2026-03-10');
    await api.db.query(`UPDATE municipality SET settings = settings - 'contacts' WHERE id = $1`, [family.municipalityId]);
    await api.db.query(`UPDATE coordination_meeting SET readable_until = '2026-03-02' WHERE id = $1`, [first?.id]);
    expect(await seenBy('gkb', first?.id ?? '')).toMatchObject({ sharedMembers: [], subject: 'Het onderwerp is niet meer te zien.', agenda: [], decisions: [] });
  });

  it('the family’s people see who is invited and what they hear; the matrix shows it', async () => {
    const family = await covered();
    const { body: { id } } = await plan(family, [[gkb, { Fatima: ['name'] }]]);
    const { items } = (await api.as('regisseur').get(`/v1/households/${family.id}/meetings`)).body;
    expect(items).toEqual([expect.objectContaining({
      id, subject: 'Hoe het gaat met Fatima', organisedBy: 'Jelle Hoekstra', allowedActions: ['cancel'],
      invited: [{ organisation: { id: gkb, name: 'Groningse Kredietbank' }, shares: [{ memberId: family.members['Fatima'], memberName: 'Fatima Bouzid', what: 'naam' }] }],
    })]);
    const { columns } = (await api.as('regisseur').get(`/v1/households/${family.id}/sharing`)).body;
    expect(columns[0].cells[0]).toMatchObject({ sees: ['name'], may: ['name', 'contact'] });
  });

  it('what a partner reads leaves a line in the log that says of whom', async () => {
    const family = await covered();
    const { body: { id } } = await plan(family, [[gkb, { Fatima: ['name'] }]]);
    await seenBy('gkb', id);
    expect(await api.db.query(`SELECT details FROM audit_event WHERE action = 'meeting.read' AND subject_id = $1`, [id])).toEqual([{ details: { shown: { [family.members['Fatima'] ?? '']: ['name'] } } }]);
  });

  it.each([
    ['a case worker', 'case-worker', 403], ['a team lead', 'team-lead', 403], ['a partner', 'gkb', 403], ['a regisseur of another team', 'regisseur-zuid', 404],
  ])('%s plans none', async (_, persona, status) => {
    expect((await plan(await covered(), [[gkb, { Fatima: ['name'] }]], {}, persona)).status).toBe(status);
  });

  it('somebody of another family, an unknown organisation and a moment that is over are refused by the field', async () => {
    const [family, other] = [await covered(), await covered()];
    const body = { plannedAt: '2026-03-09T13:00:00Z', subject: 'Overleg' };
    const path = `/v1/households/${family.id}/meetings`;
    const shares = [{ memberId: other.members['Fatima'], categories: ['name'] }];
    expect((await api.as('regisseur').post(path, { ...body, invited: [{ organisationId: gkb, shares }] })).status).toBe(400);
    expect((await plan(family, [[await organisationId(api.db, 'SWW'), { Fatima: ['name'] }]])).status).toBe(400);
    expect((await plan(family, [[gkb, { Fatima: ['name'] }]], { plannedAt: '2026-03-01T13:00:00Z' })).body.errors).toEqual([expect.objectContaining({ field: 'plannedAt' })]);
    expect((await plan(family, [])).body.errors).toEqual([expect.objectContaining({ field: 'invited' })]);
  });

  it('an organisation that is not invited sees no meeting', async () => {
    const { body: { id } } = await plan(await covered(), [[gkb, { Fatima: ['name'] }]]);
    expect(await seenBy('humanitas', id)).toBeUndefined();
    for (const persona of ['regisseur', 'privacy-officer', 'resident']) expect((await api.as(persona).get('/v1/meetings')).status).toBe(403);
  });
});
