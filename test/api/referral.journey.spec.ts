import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture, organisationId } from '../support/households.js';
import { aReferral } from '../support/referrals.js';
import { SetClock } from '../support/set-clock.js';

describe('a warm referral from the question to the end', () => {
  let api: SpecApi;
  let family: HouseholdFixture;
  let id: string;
  beforeAll(async () => {
    api = await startApi({ clock: new SetClock() });
    family = await aHousehold(api.db);
    ({ id } = await aReferral(api, family, await organisationId(api.db, 'Groningse Kredietbank')));
  });
  afterAll(() => api.close());

  const asPartner = async () => (await api.as('gkb').get(`/v1/referrals/${id}`)).body;
  const asSender = async () => (await api.as('regisseur').get(`/v1/referrals/${id}`)).body;

  it('gives the partner five working days to answer and ten for the first contact', async () => {
    expect(await asSender()).toMatchObject({
      state: 'requested', answerBy: '2026-03-09', firstContactBy: '2026-03-16', receivedAt: null, responsible: 'regisseur', late: false,
      householdName: 'Familie Bouzid', nextStep: { who: 'Groningse Kredietbank', text: 'Groningse Kredietbank laat weten of ze kunnen helpen.' },
      allowedActions: ['cancel'],
    });
  });

  it('notes when the partner first read it, once, and not when the regisseur looks', async () => {
    const first = await asPartner();
    expect(first).toMatchObject({ receivedAt: '2026-03-02T10:00:00.000Z', nextStep: { who: 'Jij' }, allowedActions: ['accept', 'reject'] });
    await asPartner();
    const seen = await asSender();
    expect(seen.receivedAt).toBe(first.receivedAt);
    expect(seen.events.filter(({ kind }: { kind: string }) => kind === 'received')).toEqual([
      { at: '2026-03-02T10:00:00.000Z', kind: 'received', text: 'De verwijzing is gelezen.', by: 'Yara de Wit' },
    ]);
  });

  it('leaves the regisseur responsible after the partner said yes', async () => {
    const answer = await api.as('gkb').post(`/v1/referrals/${id}/acceptance`, { note: 'We bellen deze week.' }, { version: 1 });
    expect(answer.status).toBe(200);
    expect(answer.headers['etag']).toBe('"2"');
    expect(answer.body).toEqual({
      id, caseNumber: family.caseNumber, state: 'accepted', answerBy: '2026-03-09', firstContactBy: '2026-03-16', version: 2,
      responsible: 'regisseur', nextStep: { text: 'Plan het driegesprek en leg het eerste contact vast.', who: 'Jij' },
      allowedActions: ['record-first-contact', 'give-feedback'],
    });
    expect((await asSender()).responsible).toBe('regisseur');
  });

  it('makes the partner responsible with the first contact', async () => {
    const contact = { contactedOn: '2026-03-02', kind: 'home-visit', note: 'Kennis gemaakt, tweede afspraak staat.' };
    const answer = await api.as('gkb').post(`/v1/referrals/${id}/first-contact`, contact, { version: 2 });
    expect(answer.body).toMatchObject({ state: 'in-progress', responsible: 'partner', version: 3 });
    expect(await asSender()).toMatchObject({ responsible: 'partner', firstContactOn: '2026-03-02', allowedActions: [] });
  });

  it('shows the regisseur what the partner reports', async () => {
    await api.as('gkb').post(`/v1/referrals/${id}/feedback`, { note: 'Er is een betalingsregeling.' }, { version: 3 });
    const { events } = await asSender();
    expect(events.map(({ kind, text, by }: Record<string, string>) => [kind, text, by])).toEqual([
      ['requested', 'Er is een verwijzing verstuurd naar Groningse Kredietbank.', 'Jelle Hoekstra'],
      ['received', 'De verwijzing is gelezen.', 'Yara de Wit'],
      ['accepted', 'Groningse Kredietbank heeft de verwijzing aangenomen.\nWe bellen deze week.', 'Yara de Wit'],
      ['first-contact', 'Groningse Kredietbank had het eerste contact op 2 maart 2026 (huisbezoek).\nKennis gemaakt, tweede afspraak staat.', 'Yara de Wit'],
      ['feedback', 'Groningse Kredietbank heeft verteld hoe het gaat.\nEr is een betalingsregeling.', 'Yara de Wit'],
    ]);
  });

  it('closes the fields, the question and the notes for the partner when it is done', async () => {
    const done = await api.as('gkb').post(`/v1/referrals/${id}/completion`, { outcome: 'De schulden staan op een rij.' }, { version: 4 });
    expect(done.body).toMatchObject({ state: 'completed', allowedActions: [] });
    const seen = await asPartner();
    expect(seen).toMatchObject({ sharedMembers: [], question: 'Deze verwijzing is gesloten. De vraag is niet meer te zien.' });
    expect(JSON.stringify(seen)).not.toMatch(/Fatima|Bouzid|betalingsregeling/);
    expect((await asSender()).events.at(-1).text).toBe('Groningse Kredietbank heeft de verwijzing afgerond.\nDe schulden staan op een rij.');
  });

  it('tells the family\'s story without what the partner wrote', async () => {
    const story = await api.db.query<{ text: string }>(`SELECT text FROM household_event WHERE household_id = $1 AND kind LIKE 'referral.%' ORDER BY id`, [family.id]);
    expect(story.map(({ text }) => text)).toEqual([
      'Er is een verwijzing verstuurd naar Groningse Kredietbank.',
      'Groningse Kredietbank heeft de verwijzing aangenomen.',
      'Groningse Kredietbank had het eerste contact op 2 maart 2026 (huisbezoek).',
      'Groningse Kredietbank heeft verteld hoe het gaat.',
      'Groningse Kredietbank heeft de verwijzing afgerond.',
    ]);
  });

  it('wakes the worker for each step with ids only, and for the answer at nine on the last day of the term', async () => {
    const rows = await api.db.query<{ kind: string; payload: object; run_at: Date }>(
      `SELECT kind, payload, run_at FROM outbox WHERE payload->>'referralId' = $1 ORDER BY id`, [id]);
    expect(rows.map(({ kind }) => kind)).toEqual([
      'referral.requested', 'referral.answer-due', 'referral.answered', 'referral.first-contact', 'referral.feedback', 'referral.completed',
    ]);
    expect(rows[1]?.run_at.toISOString()).toBe('2026-03-09T08:00:00.000Z');
    for (const { payload } of rows) expect(Object.keys(payload).filter((key) => !['referralId', 'version', 'step'].includes(key))).toEqual([]);
  });

  it('wrote who did what and who saw which categories, in the audit', async () => {
    const audit = await api.db.query<{ action: string; details: { shown?: object } }>(
      `SELECT action, details FROM audit_event WHERE subject_id = $1 ORDER BY id`, [id]);
    expect(audit.filter(({ action }) => action !== 'referral.read').map(({ action }) => action)).toEqual([
      'referral.requested', 'referral.accepted', 'referral.first-contact', 'referral.feedback', 'referral.completed',
    ]);
    const reads = audit.filter(({ action }) => action === 'referral.read');
    expect(reads).toHaveLength(9);
    expect(reads[1]?.details.shown).toEqual({ [family.members['Fatima'] ?? '']: ['contact', 'name'] });
    expect(reads.at(-2)?.details.shown).toEqual({});
  });
});
