import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, giveAccess, type HouseholdFixture } from '../support/households.js';
import { SetClock } from '../support/set-clock.js';

describe('contact notes, their drafts and the timeline', () => {
  let api: SpecApi;
  const clock = new SetClock();
  beforeAll(async () => {
    api = await startApi({ clock });
  });
  afterAll(() => api.close());

  const family = (more: object = {}) => aHousehold(api.db, { intakeBy: 'case-worker', reportedOn: '2026-01-05', ...more });
  const bodyOf = ({ members }: HouseholdFixture, more: object = {}) => ({ kind: 'phone', contactAt: '2026-02-20T13:00:00Z', memberIds: [members['Fatima']], discussed: 'De huur is betaald.', ...more });
  const write = (of: HouseholdFixture, more: object = {}, persona = 'regisseur') => api.as(persona).post(`/v1/households/${of.id}/contact-notes`, bodyOf(of, more));
  const timeline = async (of: HouseholdFixture, query = '', persona = 'regisseur') => (await api.as(persona).get(`/v1/households/${of.id}/timeline${query}`)).body;
  const noteOf = async (of: HouseholdFixture, id: string, persona = 'regisseur') => api.as(persona).get(`/v1/households/${of.id}/contact-notes/${id}`);
  const draftAt = (of: HouseholdFixture) => `/v1/households/${of.id}/contact-draft`;
  const typed = (discussed: string) => ({ kind: 'phone', moment: '', memberIds: [], others: '', discussed, nextStep: '', remind: '' });
  const save = (of: HouseholdFixture, discussed: string, version: number, persona = 'regisseur') => api.as(persona).call('PUT', draftAt(of), { body: typed(discussed), version });

  describe('writing one', () => {
    it('stands in the timeline with who was there, and its next step comes back on the day', async () => {
      const of = await family();
      const { status, body: { id } } = await write(of, { others: 'oma', nextStep: 'Bel de school', remindOn: '2026-03-09' });
      expect(status).toBe(201);
      const { items, household, people } = await timeline(of, '?groups=contact');
      expect(household).toEqual({ id: of.id, caseNumber: of.caseNumber, name: 'Familie Bouzid', state: 'intake' });
      expect(people).toHaveLength(3);
      expect(items).toEqual([{
        id, at: '2026-02-20T13:00:00.000Z', group: 'contact', text: null, by: 'Jelle Hoekstra', note: expect.objectContaining({
          kind: 'phone', with: [{ id: of.members['Fatima'], name: 'Fatima Bouzid' }], others: 'oma', discussed: 'De huur is betaald.', nextStep: 'Bel de school', version: 1, allowedActions: ['correct'],
        }),
      }]);
      expect(await api.db.query(`SELECT title, due_at, state FROM reminder WHERE subject_id = $1`, [id])).toEqual([{ title: 'Bel de school', due_at: new Date('2026-03-09T08:00:00Z'), state: 'scheduled' }]);
    });

    it('everything that is wrong is said beside its field', async () => {
      const of = await family();
      const stranger = (await family()).members['Fatima'];
      const wrong = await write(of, { contactAt: '2026-01-04T22:00:00Z', memberIds: [stranger], remindOn: '2026-03-09' });
      expect([wrong.status, wrong.body.errors.map(({ field }: { field: string }) => field)]).toEqual([400, ['contactAt', 'memberIds', 'nextStep']]);
      expect((await write(of, { contactAt: '2030-01-01T10:00:00Z' })).body.errors).toEqual([{ field: 'contactAt', message: 'Dit moment moet nog komen. Kies wanneer het contact was.' }]);
    });

    it('too long is refused with a sentence, and so is two megabytes', async () => {
      const of = await family();
      expect((await write(of, { discussed: 'x'.repeat(20_001) })).status).toBe(400);
      const huge = await write(of, { discussed: 'x'.repeat(2 * 1024 * 1024) });
      expect([huge.status, huge.body.detail]).toEqual([413, 'Wat je stuurt is te groot.']);
    });

    it('sent twice with one key stands there once', async () => {
      const of = await family();
      const send = () => api.as('regisseur').post(`/v1/households/${of.id}/contact-notes`, bodyOf(of), { headers: { 'idempotency-key': `note-${of.id}` } });
      const [first, second] = [await send(), await send()];
      expect(second.body).toEqual(first.body);
      expect((await timeline(of, '?groups=contact')).items).toHaveLength(1);
    });

    it('not about a family whose case is over', async () => {
      const of = await family();
      await api.db.query(`UPDATE household SET state = 'declined-help' WHERE id = $1`, [of.id]);
      expect((await write(of)).status).toBe(404);
    });

    it.each([['team-lead', 403], ['gkb', 403], ['privacy-officer', 403], ['resident', 403], ['regisseur-zuid', 404], ['regisseur-hoogeveen', 404]])('%s writes none: %i', async (persona, status) => {
      expect((await write(await family(), {}, persona)).status).toBe(status);
    });
  });

  describe('reading them', () => {
    it('a team lead reads them when the family is scaled up, and no sooner', async () => {
      const of = await family();
      const { body: { id } } = await write(of);
      expect([(await noteOf(of, id, 'team-lead')).status, (await api.as('team-lead').get(`/v1/households/${of.id}/timeline`)).status]).toEqual([404, 404]);
      await api.db.query(`UPDATE household SET state = 'scaled-up' WHERE id = $1`, [of.id]);
      expect((await noteOf(of, id, 'team-lead')).body.note).toMatchObject({ discussed: 'De huur is betaald.', allowedActions: [] });
      expect((await timeline(of, '', 'team-lead')).items).not.toEqual([]);
      expect((await noteOf(of, id, 'team-lead-zuid')).status).toBe(404);
    });

    it('who broke the glass reads, and writes nothing', async () => {
      const of = await family({ regisseur: 'regisseur-2' });
      expect((await api.as('regisseur').get(`/v1/households/${of.id}/timeline`)).status).toBe(404);
      expect((await api.as('regisseur').post('/v1/break-glass', { caseNumber: of.caseNumber, reason: 'De moeder belt de crisislijn en haar regisseur is er niet.' })).status).toBe(201);
      expect((await timeline(of)).allowedActions).toEqual([]);
      expect([(await write(of)).status, (await save(of, 'x', 0)).status]).toEqual([403, 403]);
    });

    it('a note is read in its own family only', async () => {
      const [of, other] = [await family(), await family()];
      const { body: { id } } = await write(of);
      expect([(await noteOf(other, id)).status, (await noteOf(of, id, 'regisseur-zuid')).status, (await noteOf(of, id, 'regisseur-hoogeveen')).status]).toEqual([404, 404, 404]);
    });

    it('leaves a line in the log', async () => {
      const of = await family();
      const { body: { id } } = await write(of);
      await timeline(of);
      await noteOf(of, id);
      expect(await api.db.query(`SELECT action FROM audit_event WHERE household_id = $1 AND action IN ('timeline.read', 'contact.read', 'contact.noted') ORDER BY id`, [of.id])).toEqual([
        { action: 'contact.noted' }, { action: 'timeline.read' }, { action: 'contact.read' },
      ]);
    });
  });

  describe('correcting one', () => {
    const correct = (of: HouseholdFixture, id: string, version: number, more: object = {}, persona = 'regisseur') =>
      api.as(persona).post(`/v1/households/${of.id}/contact-notes/${id}/correction`, bodyOf(of, { discussed: 'De huur is half betaald.', reason: 'Verkeerd begrepen.', ...more }), { version });

    it('keeps what stood there', async () => {
      const of = await family();
      const { body: { id } } = await write(of, {}, 'case-worker');
      expect((await correct(of, id, 1)).status).toBe(204);
      const { note, earlier } = (await noteOf(of, id)).body;
      expect(note).toMatchObject({ discussed: 'De huur is half betaald.', writtenBy: 'Sanne Bakker', correctedBy: 'Jelle Hoekstra', correctionReason: 'Verkeerd begrepen.', version: 2 });
      expect(earlier).toEqual([expect.objectContaining({ discussed: 'De huur is betaald.', writtenBy: 'Sanne Bakker', version: 1 })]);
    });

    it('of two at once one stands; the other compares', async () => {
      const of = await family();
      const { body: { id } } = await write(of);
      const statuses = await Promise.all([correct(of, id, 1), correct(of, id, 1, { discussed: 'Anders.' })]);
      expect(statuses.map(({ status }) => status).sort()).toEqual([204, 412]);
    });

    it('a colleague who did not write it does not', async () => {
      const of = await family();
      const { body: { id } } = await write(of);
      expect((await correct(of, id, 1, {}, 'case-worker')).status).toBe(403);
      expect((await noteOf(of, id, 'case-worker')).body.note.allowedActions).toEqual([]);
    });

    it('nobody takes a note or an earlier version away, not even past the API', async () => {
      const [{ may } = { may: null }] = await api.db.query(`SELECT has_table_privilege('naast_app', 'contact_note', 'DELETE') OR has_table_privilege('naast_app', 'contact_note_version', 'INSERT, UPDATE, DELETE')
        OR has_column_privilege('naast_app', 'contact_note', 'written_by', 'UPDATE') AS may`);
      expect(may).toBe(false);
    });
  });

  describe('the story', () => {
    it('is one, newest first, and pages without losing or doubling a line', async () => {
      const of = await family();
      for (let day = 1; day <= 5; day += 1) await write(of, { contactAt: `2026-02-0${day}T10:00:00Z`, discussed: `Dag ${day}` });
      const tell = (kind: string, at: string, text: string) => api.db.query(
        `INSERT INTO household_event (id, household_id, municipality_id, at, kind, text) VALUES (gen_random_uuid(), $1, $2, $3, $4, $5)`, [of.id, of.municipalityId, at, kind, text]);
      await tell('referral.accepted', '2026-02-03T10:00:00.123456Z', 'Een verwijzing is aangenomen.');
      await tell('referral.accepted', '2026-02-03T10:00:00.123457Z', 'Nog een verwijzing is aangenomen.');
      await tell('fund-request.decided', '2026-02-10T10:00:00Z', 'Er is een besluit.');
      const all = (await timeline(of)).items.map((item: { id: string }) => item.id);
      expect(all).toHaveLength(8);
      const paged: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: { items: { id: string }[]; nextCursor: string | null } = await timeline(of, `?limit=1${cursor && `&cursor=${cursor}`}`);
        paged.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      expect(paged).toEqual(all);
      const texts = async (query: string) => (await timeline(of, query)).items.map(({ text, note }: { text: string; note: { discussed: string } | null }) => text ?? note?.discussed);
      expect(await texts('?groups=money')).toEqual(['Er is een besluit.']);
      expect(await texts('?groups=money&groups=referral')).toHaveLength(3);
      expect(await texts('?from=2026-02-02&until=2026-02-03&groups=contact')).toEqual(['Dag 3', 'Dag 2']);
      expect(await texts(`?with=${of.members['Noor']}`)).toEqual([]);
      expect(await texts(`?with=${of.members['Fatima']}`)).toHaveLength(5);
    });

    it.each(['?groups=geheim', '?with=x', '?from=2026-02-30', '?cursor=x', '?cursor=WyJ4IiwieSJd'])('refuses %s', async (query) => {
      expect((await api.as('regisseur').get(`/v1/households/${(await family()).id}/timeline${query}`)).status).toBe(400);
    });
  });

  describe('a draft', () => {
    it('is there again after the browser was closed, and goes when it became a note', async () => {
      const of = await family();
      expect((await api.as('regisseur').get(draftAt(of))).body).toEqual({ content: null, savedAt: null, version: 0 });
      expect((await save(of, 'Ik belde', 0)).body).toEqual({ savedAt: clock.now().toISOString(), version: 1 });
      expect((await save(of, 'Ik belde Fatima', 1)).body.version).toBe(2);
      expect((await api.as('regisseur').get(draftAt(of))).body).toMatchObject({ content: typed('Ik belde Fatima'), version: 2 });
      await write(of);
      expect((await api.as('regisseur').get(draftAt(of))).body.content).toBeNull();
    });

    it('of two windows the older does not overwrite the newer', async () => {
      const of = await family();
      await save(of, 'venster een', 0);
      expect([(await save(of, 'venster twee', 0)).status, (await save(of, 'venster een, verder', 1)).status, (await save(of, 'venster twee', 1)).status]).toEqual([412, 200, 412]);
      expect((await api.as('regisseur').get(draftAt(of))).body.content.discussed).toBe('venster een, verder');
    });

    it('is of who writes it: a colleague in the same dossier has another one', async () => {
      const of = await family();
      await save(of, 'van Jelle', 0);
      expect((await api.as('case-worker').get(draftAt(of))).body.content).toBeNull();
      await save(of, 'van Sanne', 0, 'case-worker');
      expect((await api.as('regisseur').get(draftAt(of))).body.content.discussed).toBe('van Jelle');
      expect((await save(of, 'x', 0, 'regisseur-zuid')).status).toBe(404);
      expect((await api.as('regisseur-zuid').get(draftAt(of))).status).toBe(404);
    });

    it('can be thrown away, by the window that has the newest', async () => {
      const of = await family();
      await save(of, 'weg', 0);
      const drop = (version: number) => api.as('regisseur').call('DELETE', draftAt(of), { version });
      expect([(await drop(7)).status, (await drop(1)).status, (await drop(1)).status]).toEqual([412, 204, 412]);
    });

    it('ends with the task in the family, also when the family leaves', async () => {
      const [left, closed, kept] = [await family(), await family(), await family()];
      for (const one of [left, closed, kept]) await save(one, 'nog bezig', 0);
      const drafts = async ({ id }: HouseholdFixture) => (await api.db.query('SELECT FROM contact_draft WHERE household_id = $1', [id])).length;
      await api.as('team-lead').post(`/v1/households/${left.id}/assignments/${left.assignmentId}/end`, { reason: 'Naar een ander team.' }, { version: 1 });
      await api.db.query(`UPDATE household SET state = 'moved-away' WHERE id = $1`, [closed.id]);
      expect([await drafts(left), await drafts(closed), await drafts(kept)]).toEqual([0, 0, 1]);
    });

    it('stays with who took the family in and becomes its regisseur', async () => {
      const of = await family({ regisseur: null, teamOf: 'regisseur', intakeBy: 'regisseur' });
      expect((await save(of, 'de intake', 0)).status).toBe(200);
      await api.db.query(`INSERT INTO regisseur_assignment (id, household_id, municipality_id, regisseur_id, state, proposed_by, active_since)
        SELECT gen_random_uuid(), $1, $2, u.id, 'active', u.id, now() FROM app_user u WHERE u.subject = 'regisseur'`, [of.id, of.municipalityId]);
      expect((await api.as('regisseur').get(draftAt(of))).body.content.discussed).toBe('de intake');
    });

    it('a substitute whose days are over does not find it any more', async () => {
      const of = await family();
      await giveAccess(api.db, of.id, 'regisseur-zuid', 'substitute');
      await save(of, 'waarneming', 0, 'regisseur-zuid');
      await api.db.query(`UPDATE household_access SET until = now() - interval '1 second' WHERE household_id = $1 AND reason = 'substitute'`, [of.id]);
      expect((await api.as('regisseur-zuid').get(draftAt(of))).status).toBe(404);
    });
  });
});
