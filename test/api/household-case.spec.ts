import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMonths, shiftToWorkingDay } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { agreeToPlan, aReadyFamily, caseOf, CLOSURE, ESCALATION, onCase, REASON, stateOf, step, takeBackPlan } from '../support/cases.js';
import { aHousehold, organisationId } from '../support/households.js';
import { aReferral, sendReferral } from '../support/referrals.js';
import { aReport } from '../support/reports.js';
import { theDayInAmsterdam } from '../support/today.js';

const TODAY = theDayInAmsterdam();

describe('the case of a family', () => {
  let api: SpecApi;
  let gkb: string;
  beforeAll(async () => {
    api = await startApi();
    gkb = await organisationId(api.db, 'Groningse Kredietbank');
  });
  afterAll(() => api.close());

  const missing = ({ body }: { body: { errors?: { field: string }[] } }) => (body.errors ?? []).map(({ field }) => field);
  const told = async (id: string) => (await api.db.query<{ text: string }>('SELECT text FROM household_event WHERE household_id = $1 ORDER BY at, id', [id])).map(({ text }) => text);

  it('begins with a look at the safety when the report did not have that yet', async () => {
    const { status, body } = await api.as('case-worker').post('/v1/households', aReport({ safetyChecked: false, members: [{ role: 'main', firstName: 'Wachter', lastName: 'Vroeg', birthDate: '1980-01-01' }] }));
    expect(status).toBe(201);
    const family = { id: body.id as string };
    expect(await stateOf(api.db, family)).toBe('reported');
    expect(await step(api, family, 'place-on-waiting-list', { by: 'case-worker', safetyChecked: true })).toMatchObject({ status: 409 });
    expect(await step(api, family, 'start-safety-check', { by: 'case-worker' })).toMatchObject({ status: 200, body: { state: 'safety-check' } });
    const refused = await step(api, family, 'place-on-waiting-list', { by: 'case-worker' });
    expect(refused.status).toBe(422);
    expect(missing(refused)).toEqual(['safetyChecked']);
    expect(await step(api, family, 'place-on-waiting-list', { by: 'case-worker', safetyChecked: true })).toMatchObject({ status: 200, body: { state: 'waiting-list' } });
    expect(await api.db.query('SELECT safety_checked_by IS NOT NULL AS by FROM household WHERE id = $1', [family.id])).toEqual([{ by: true }]);
  });

  it('opens a reported family for the colleague of the team who starts to look at its safety, and for nobody else', async () => {
    const family = await aHousehold(api.db, { regisseur: null, teamOf: 'team-lead', state: 'reported' });
    await api.db.query('UPDATE household SET safety_checked_at = NULL WHERE id = $1', [family.id]);
    expect((await step(api, family, 'start-safety-check', { by: 'team-lead-zuid' })).status).toBe(404);
    expect((await step(api, family, 'start-safety-check', { by: 'case-worker' })).status).toBe(200);
    expect((await api.as('case-worker').get(`/v1/households/${family.id}`)).body).toMatchObject({ view: 'involved' });
  });

  it('names everything at once that an active case still lacks, and starts when it is there', async () => {
    const family = await aHousehold(api.db, { state: 'draft-plan' });
    const refused = await step(api, family, 'activate');
    expect(refused.status).toBe(422);
    expect(missing(refused)).toEqual(['hasPlan', 'hasActiveBasis']);
    expect((await caseOf(api, family)).body.actions.find(({ action }: { action: string }) => action === 'activate').missing.map(({ name }: { name: string }) => name)).toEqual(['hasPlan', 'hasActiveBasis']);
    const ready = await aReadyFamily(api);
    expect(await step(api, ready, 'activate')).toMatchObject({ status: 200, body: { state: 'active' } });
    expect((await caseOf(api, ready)).body).toMatchObject({ household: { state: 'active' }, period: 1, lacking: [], changes: [{ from: 'draft-plan', to: 'active', by: 'Jelle Hoekstra' }] });
  });

  it('a stale screen changes nothing', async () => {
    const ready = await aReadyFamily(api);
    expect((await api.as('regisseur').post(`/v1/households/${ready.id}/case/steps`, { action: 'activate' }, { version: 99 })).status).toBe(412);
    expect(await stateOf(api.db, ready)).toBe('draft-plan');
  });

  describe('follows the facts', () => {
    it('the last legal basis is withdrawn: it goes back in the same moment, the story says so, and the withdrawal stands', async () => {
      const family = await aReadyFamily(api);
      await step(api, family, 'activate');
      expect((await api.as('regisseur').post(`/v1/households/${family.id}/legal-bases/${family.basisId}/withdrawal`, {})).status).toBe(200);
      expect(await stateOf(api.db, family)).toBe('draft-plan');
      expect(await told(family.id)).toContain('Er is geen grondslag meer. Het gezin staat weer op: plan in de maak.');
      expect((await caseOf(api, family)).body.changes[0]).toMatchObject({ from: 'active', to: 'draft-plan' });
      expect(await api.db.query(`SELECT FROM outbox WHERE kind = 'case.fell-back'`)).toHaveLength(1);
    });

    it('one of two bases is withdrawn: it stays active', async () => {
      const family = await aReadyFamily(api);
      const other = await aReferral(api, family, await organisationId(api.db, 'Humanitas'));
      await step(api, family, 'activate');
      await api.as('regisseur').post(`/v1/households/${family.id}/legal-bases/${other.basisIds[0]}/withdrawal`, {});
      expect(await stateOf(api.db, family)).toBe('active');
    });

    it('the privacy officer ends the last one for a resident: also then', async () => {
      const family = await aReadyFamily(api);
      await step(api, family, 'activate');
      expect((await api.as('privacy-officer').post(`/v1/households/${family.id}/legal-bases/${family.basisId}/withdrawal`, {})).status).toBe(200);
      expect(await stateOf(api.db, family)).toBe('draft-plan');
    });

    it('the family no longer agrees to the plan', async () => {
      const family = await aReadyFamily(api);
      await step(api, family, 'activate');
      await takeBackPlan(api.db, family.id);
      expect(await stateOf(api.db, family)).toBe('draft-plan');
      await agreeToPlan(api.db, family.id);
      expect((await step(api, family, 'activate')).status).toBe(200);
    });

    it('scaled up it stays, because the team lead looks already; and is not scaled down without a basis', async () => {
      const family = await aReadyFamily(api);
      await step(api, family, 'activate');
      const { body } = await onCase(api, family, '/escalations', ESCALATION);
      await api.as('regisseur').post(`/v1/households/${family.id}/legal-bases/${family.basisId}/withdrawal`, {});
      expect(await stateOf(api.db, family)).toBe('scaled-up');
      const refused = await api.as('team-lead').post(`/v1/households/${family.id}/escalations/${body.id}/end`, { outcome: 'Klaar.' }, { version: 1 });
      expect(refused.status).toBe(422);
      expect(missing(refused)).toEqual(['hasActiveBasis']);
    });
  });

  describe('scaled up', () => {
    it('is asked, answered, decided over a refusal and ended, and all of it stays readable', async () => {
      const family = await aReadyFamily(api);
      await step(api, family, 'activate');
      expect(await onCase(api, family, '/escalations', { ...ESCALATION, answerBy: '2020-01-01' })).toMatchObject({ status: 400 });
      const { status, body } = await onCase(api, family, '/escalations', ESCALATION);
      expect(status).toBe(201);
      expect(body).toMatchObject({ state: 'scaled-up' });
      const at = `/v1/households/${family.id}/escalations/${body.id}`;
      expect((await api.as('team-lead').get(`/v1/households/${family.id}`)).body).toMatchObject({ view: 'scaled-up', members: expect.arrayContaining([expect.anything()]) });
      expect((await api.as('team-lead').get('/v1/escalations')).body.items).toContainEqual(expect.objectContaining({ id: body.id, householdId: family.id, asked: ESCALATION.asked, state: 'open', late: false }));
      expect((await api.as('team-lead-zuid').get('/v1/escalations')).body.items).toEqual([]);
      expect((await api.as('regisseur').post(`${at}/answer`, { answer: 'Zelf.' }, { version: 1 })).status).toBe(403);
      expect((await api.as('team-lead-zuid').post(`${at}/answer`, { answer: 'Nee.' }, { version: 1 })).status).toBe(404);
      expect((await api.as('team-lead').post(`${at}/answer`, { answer: 'Ik bel.' }, { version: 1 })).status).toBe(204);
      const decided = { decided: 'Voorrang.', against: 'Afdeling Wonen', refusal: 'Te kort ingeschreven.', legalRoom: 'Awb 4:84' };
      expect((await api.as('team-lead').post(`${at}/overriding-decisions`, decided, { version: 1 })).status).toBe(412);
      expect((await api.as('team-lead').post(`${at}/overriding-decisions`, decided, { version: 2 })).status).toBe(201);
      expect(await api.as('team-lead').post(`${at}/end`, { outcome: 'Er is een huis.' }, { version: 3 })).toMatchObject({ status: 200, body: { state: 'active' } });
      expect((await caseOf(api, family)).body.escalations).toMatchObject([{
        state: 'ended', answer: 'Ik bel.', outcome: 'Er is een huis.', raisedBy: 'Jelle Hoekstra', endedBy: 'Marieke Postma', overridingDecisions: [{ ...decided, decidedBy: 'Marieke Postma' }], allowedActions: [],
      }]);
      expect((await api.as('team-lead').get('/v1/escalations')).body.items.map(({ id }: { id: string }) => id)).not.toContain(body.id);
      expect((await api.as('team-lead').post(`${at}/answer`, { answer: 'Nog iets.' }, { version: 4 })).status).toBe(409);
    });

    it('ends with the case when the family leaves from the middle of it', async () => {
      const family = await aReadyFamily(api);
      await step(api, family, 'activate');
      await onCase(api, family, '/escalations', ESCALATION);
      expect((await step(api, family, 'move-away', REASON)).status).toBe(200);
      expect(await api.db.query('SELECT state FROM escalation WHERE household_id = $1', [family.id])).toEqual([{ state: 'ended' }]);
    });
  });

  describe('the end', () => {
    const inAftercare = async () => {
      const family = await aReadyFamily(api);
      await step(api, family, 'activate');
      expect((await step(api, family, 'start-aftercare')).status).toBe(200);
      return family;
    };
    const contacts = async (family: { id: string }) => (await caseOf(api, family)).body.aftercare as { id: string; months: number; plannedOn: string; version: number; state: string; attempts: number }[];
    const attempt = (family: { id: string }, id: string, body: object, version = 1) => api.as('regisseur').post(`/v1/households/${family.id}/aftercare-contacts/${id}/attempts`, body, { version });
    const HELD = { reached: true, heldOn: TODAY, going: 'well', words: 'Het gaat goed.' };

    it('the aftercare has a contact after 3, 6 and 12 months, on a working day, each with a reminder', async () => {
      const family = await inAftercare();
      const planned = await contacts(family);
      expect(planned.map(({ months, plannedOn }) => [months, plannedOn])).toEqual([3, 6, 12].map((months) => [months, shiftToWorkingDay(addMonths(TODAY, months))]));
      expect(await api.db.query(`SELECT FROM reminder WHERE household_id = $1 AND kind = 'aftercare-due' AND state = 'scheduled'`, [family.id])).toHaveLength(3);
      const refused = await onCase(api, family, '/closure', CLOSURE);
      expect(refused.status).toBe(422);
      expect(missing(refused)).toEqual(['openAftercareContacts']);
    });

    it('who is not reached is tried again, three times at most', async () => {
      const family = await inAftercare();
      const [first] = await contacts(family);
      expect(await attempt(family, first!.id, { reached: true })).toMatchObject({ status: 400 });
      expect(await attempt(family, first!.id, { ...HELD, heldOn: '2040-01-01' })).toMatchObject({ status: 400 });
      expect(await attempt(family, first!.id, { reached: false })).toMatchObject({ status: 200, body: { state: 'planned', attempts: 1 } });
      expect((await attempt(family, first!.id, { reached: false }, 1)).status).toBe(412);
      await attempt(family, first!.id, { reached: false }, 2);
      expect(await attempt(family, first!.id, { reached: false }, 3)).toMatchObject({ status: 200, body: { state: 'not-reached', attempts: 3, nextAttemptOn: null } });
      expect((await attempt(family, first!.id, HELD, 4)).status).toBe(409);
      expect(await api.db.query(`SELECT FROM reminder WHERE subject_id = $1 AND state = 'scheduled'`, [first!.id])).toEqual([]);
    });

    it('closes after the last contact: reminders and alarms end, everybody is out, the retention begins; reopened it stops, and the past stays', async () => {
      const family = await inAftercare();
      for (const { id } of await contacts(family)) await attempt(family, id, HELD);
      await api.as('regisseur').post(`/v1/households/${family.id}/reminders`, { title: 'Bel', dueAt: '2036-12-01T09:00:00Z' });
      expect(await onCase(api, family, '/closure', CLOSURE)).toMatchObject({ status: 200, body: { state: 'closed' } });
      expect(await api.db.query(`SELECT FROM reminder WHERE household_id = $1 AND state IN ('scheduled', 'fired')`, [family.id])).toEqual([]);
      expect(await api.db.query(`SELECT FROM outbox o JOIN reminder r ON o.dedupe_key = 'reminder:' || r.id WHERE r.household_id = $1 AND o.done_at IS NULL`, [family.id])).toEqual([]);
      expect((await api.as('regisseur').get(`/v1/households/${family.id}`)).status).toBe(404);
      const ended = async () => (await api.db.query('SELECT ended_at IS NOT NULL AS ended FROM household WHERE id = $1', [family.id]))[0];
      expect(await ended()).toEqual({ ended: true });

      expect(await step(api, family, 'reopen', { by: 'team-lead' })).toMatchObject({ status: 400 });
      expect(await step(api, family, 'reopen', { by: 'team-lead', reason: 'Er is weer een huurschuld.' })).toMatchObject({ status: 200, body: { state: 'reopened' } });
      expect(await ended()).toEqual({ ended: false });
      expect((await caseOf(api, family, 'team-lead')).body).toMatchObject({ period: 2, regisseur: null, closures: [], changes: [{ to: 'reopened', period: 2, reason: 'Er is weer een huurschuld.' }, { to: 'closed', period: 1, reason: null }, expect.anything(), expect.anything()] });
    });

    it('is not there while a referral is open, or a request to the fund', async () => {
      const family = await aReadyFamily(api);
      await step(api, family, 'activate');
      await aReferral(api, family, gkb);
      await step(api, family, 'start-aftercare');
      for (const { id } of await contacts(family)) await attempt(family, id, HELD);
      const refused = await onCase(api, family, '/closure', CLOSURE);
      expect(missing(refused)).toEqual(['openReferrals']);
      expect((await caseOf(api, family)).body.openReferrals).toMatchObject([{ partnerName: 'Groningse Kredietbank', state: 'requested' }]);
    });

    it('after it nothing opens: not by the application, and not past it', async () => {
      const family = await aReadyFamily(api);
      await step(api, family, 'decline-help', REASON);
      expect((await sendReferral(api, family, gkb, { Fatima: ['name'] })).status).toBe(404);
      await expect(api.db.query(
        `INSERT INTO referral (id, household_id, municipality_id, case_number, from_organisation_id, to_organisation_id, regisseur_id, question, state)
         SELECT gen_random_uuid(), h.id, h.municipality_id, 'x', $2, $2, u.id, 'x', 'requested' FROM household h, app_user u WHERE h.id = $1 AND u.subject = 'regisseur'`, [family.id, gkb])).rejects.toThrow('a case that may not be');
    });

    it('a relapse in the aftercare reopens it for the same regisseur; what was planned lapses', async () => {
      const family = await inAftercare();
      expect(await step(api, family, 'reopen', REASON)).toMatchObject({ status: 200, body: { state: 'reopened' } });
      expect((await contacts(family)).map(({ state }) => state)).toEqual(['lapsed', 'lapsed', 'lapsed']);
      expect(await api.db.query(`SELECT FROM reminder WHERE household_id = $1 AND kind = 'aftercare-due' AND state = 'scheduled'`, [family.id])).toEqual([]);
      expect((await step(api, family, 'activate')).status).toBe(200);
    });

    it('nobody is just sent on: the other had contact first', async () => {
      const family = await aHousehold(api.db);
      expect(await step(api, family, 'refer-elsewhere', REASON)).toMatchObject({ status: 400 });
      const refused = await step(api, family, 'refer-elsewhere', { ...REASON, otherParty: 'Maatschappelijk werk' });
      expect(missing(refused)).toEqual(['warmHandoverDone']);
      expect(await step(api, family, 'refer-elsewhere', { ...REASON, otherParty: 'Maatschappelijk werk', contactOn: TODAY })).toMatchObject({ status: 200, body: { state: 'referred-elsewhere' } });
    });

    it('a team lead without a look at the content reads that it moved, not why', async () => {
      const family = await aHousehold(api.db);
      await step(api, family, 'place-on-waiting-list', { reason: 'De moeder is ziek.' });
      expect((await caseOf(api, family, 'team-lead')).body.changes).toMatchObject([{ to: 'waiting-list', reason: null }]);
      expect((await caseOf(api, family)).body.changes).toMatchObject([{ reason: 'De moeder is ziek.' }]);
    });
  });

  it('the database refuses what the rules refuse', async () => {
    const family = await aHousehold(api.db, { state: 'draft-plan' });
    await expect(api.db.query(`UPDATE household SET state = 'active' WHERE id = $1`, [family.id])).rejects.toMatchObject({ constraint: 'case_has_basis' });
    const active = await aHousehold(api.db, { state: 'active' });
    await expect(api.db.query(`UPDATE regisseur_assignment SET state = 'ended' WHERE household_id = $1`, [active.id])).rejects.toMatchObject({ constraint: 'case_has_regisseur' });
    const waiting = await aHousehold(api.db, { regisseur: null, teamOf: 'team-lead' });
    await expect(api.db.query(`UPDATE household SET state = 'scaled-up' WHERE id = $1`, [waiting.id])).rejects.toMatchObject({ constraint: 'case_has_regisseur' });
  });
});
