import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { newId } from '#kernel';
import { OutboxRunner } from '../../apps/worker/src/outbox/outbox-runner.js';
import { RecordsCalendar } from '../../apps/worker/src/records/records-calendar.js';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture, organisationId, userId } from '../support/households.js';
import { aReferral, recordBasis } from '../support/referrals.js';
import { SetClock } from '../support/set-clock.js';
import { eventually, startWorker } from '../support/worker.js';

const clock = new SetClock();
let api: SpecApi;
let worker: INestApplicationContext;
let family: HouseholdFixture;
let gkb: string;
beforeAll(async () => {
  api = await startApi({ clock });
  gkb = await organisationId(api.db, 'Groningse Kredietbank');
  worker = await startWorker(api.settings, clock);
});
afterAll(async () => {
  await worker.close();
  await api.close();
});
beforeEach(() => clock.set('2026-03-02T10:00:00Z'));

const done = (kind: string, id: string) => eventually(
  () => api.db.query(`SELECT FROM outbox WHERE kind = $1 AND $2 IN (payload->>'recordId', payload->>'basisId', payload->>'memberId') AND done_at IS NOT NULL`, [kind, id]),
  (rows) => rows.length > 0,
);
/** The alarm rings now; the clock of the worker says what day it is. Rung by hand: what the queue does with a row has its own specs. */
const ring = async (kind: string, id: string) => {
  const [row] = await api.db.query<{ id: string; municipalityId: string }>(
    `UPDATE outbox SET done_at = NULL, run_at = now() + interval '1 day' WHERE kind = $1 AND payload->>'recordId' = $2 RETURNING id, municipality_id AS "municipalityId"`, [kind, id]);
  await worker.get(OutboxRunner).run({ outboxId: row?.id ?? '', municipalityId: row?.municipalityId ?? '' });
  await done(kind, id);
};
const stateOf = async (id: string) => (await api.db.query<{ state: string }>('SELECT state FROM legal_basis WHERE id = $1', [id]))[0]?.state;
const inbox = async (person: string, kind: string, household = family) =>
  (await api.db.query<{ text: string }>(`SELECT i.text FROM inbox_item i JOIN app_user u ON u.id = i.user_id WHERE u.subject = $1 AND i.kind = $2 AND i.link = $3`, [person, kind, `/gezinnen/${household.id}/toestemming`])).map(({ text }) => text);
const reminders = (subjectId: string) => api.db.query<{ state: string; title: string }>('SELECT state, title FROM reminder WHERE subject_id = $1', [subjectId]);
const sweepOf = async (day: string) => {
  clock.set(day);
  await worker.get(RecordsCalendar).plan();
  await eventually(() => api.db.query(`SELECT FROM outbox WHERE kind = 'records.sweep' AND payload->>'day' = $1 AND done_at IS NOT NULL`, [day.slice(0, 10)]), (rows) => rows.length >= 2);
};

describe('a basis whose period is over', () => {
  it('ends by itself, stops the referral that leaned on it, and tells the regisseur what is next', async () => {
    family = await aHousehold(api.db);
    const { id, basisIds: [basis = ''] } = await aReferral(api, family, gkb);
    clock.set('2027-12-30T22:58:00Z');
    await ring('legal-basis.expire', basis);
    expect([await stateOf(basis), await inbox('regisseur', 'basis-expired')]).toEqual(['active', []]);
    clock.set('2027-12-30T23:01:00Z');
    await ring('legal-basis.expire', basis);
    expect(await stateOf(basis)).toBe('expired');
    expect(await api.db.query('SELECT state FROM referral WHERE id = $1', [id])).toEqual([{ state: 'cancelled' }]);
    expect(await api.db.query(`SELECT text FROM referral_event WHERE referral_id = $1 AND kind = 'stopped'`, [id]))
      .toEqual([{ text: 'De verwijzing naar Groningse Kredietbank is gestopt: de grondslag om gegevens te delen is verlopen.' }]);
    expect(await inbox('regisseur', 'basis-expired')).toEqual(['Een grondslag is verlopen. Kijk wat de volgende stap is.']);
    await ring('legal-basis.expire', basis);
    expect(await inbox('regisseur', 'basis-expired')).toHaveLength(1);
    expect(await api.db.query(`SELECT details FROM audit_event WHERE action = 'legal-basis.expired' AND subject_id = $1`, [basis])).toEqual([{ details: { memberId: family.members['Fatima'], stoppedReferrals: 1 } }]);
  });

  it('leaves a referral alone that another basis carries', async () => {
    family = await aHousehold(api.db);
    const short = (await recordBasis(api, family, 'Fatima', gkb, ['name', 'contact'], { validUntil: '2026-04-01' })).body.id;
    const { id } = await aReferral(api, family, gkb);
    clock.set('2026-04-01T08:00:00Z');
    await ring('legal-basis.expire', short);
    expect([await stateOf(short), (await api.db.query('SELECT state FROM referral WHERE id = $1', [id]))[0]]).toEqual(['expired', { state: 'requested' }]);
  });

  it('does nothing when it was withdrawn in the meantime', async () => {
    family = await aHousehold(api.db);
    const { body } = await recordBasis(api, family, 'Fatima', gkb, ['name'], { validUntil: '2026-04-01' });
    await api.as('regisseur').post(`/v1/households/${family.id}/legal-bases/${body.id}/withdrawal`, {});
    clock.set('2026-04-01T08:00:00Z');
    await ring('legal-basis.expire', body.id);
    expect([await stateOf(body.id), await inbox('regisseur', 'basis-expired')]).toEqual(['withdrawn', []]);
  });

  it('ends in the nightly sweep when its alarm was never set', async () => {
    family = await aHousehold(api.db);
    const { body } = await recordBasis(api, family, 'Fatima', gkb, ['name'], { validUntil: '2026-05-01' });
    await api.db.query(`DELETE FROM outbox WHERE payload->>'recordId' = $1`, [body.id]);
    await sweepOf('2026-05-02T10:00:00Z');
    await eventually(() => stateOf(body.id), (state) => state === 'expired');
  });
});

describe('the reminder 30 days before', () => {
  it('stands in the list and the inbox of the regisseur, without a name, once', async () => {
    family = await aHousehold(api.db);
    const { body } = await recordBasis(api, family, 'Fatima', gkb, ['name'], { validUntil: '2026-06-01' });
    const [alarm] = await api.db.query(`SELECT run_at FROM outbox WHERE kind = 'legal-basis.expiring' AND payload->>'recordId' = $1`, [body.id]);
    expect(alarm).toEqual({ run_at: new Date('2026-05-02T07:00:00Z') });
    clock.set('2026-05-01T10:00:00Z');
    await ring('legal-basis.expiring', body.id);
    expect(await reminders(body.id)).toEqual([]);
    clock.set('2026-05-02T07:00:00Z');
    await ring('legal-basis.expiring', body.id);
    await ring('legal-basis.expiring', body.id);
    expect(await inbox('regisseur', 'basis-expiring')).toEqual(['Een grondslag verloopt binnenkort.']);
    expect(await reminders(body.id)).toEqual([{ state: 'fired', title: 'Een grondslag om gegevens te delen verloopt over 30 dagen of eerder. Vernieuw haar of laat haar aflopen.' }]);
  });

  it.each([
    ['renewed', (basis: string) => api.as('regisseur').post(`/v1/households/${family.id}/legal-bases/${basis}/renewal`, { validFrom: '2026-05-03', validUntil: '2027-05-03', proof: 'conversation' }), 'legal-basis.renewed'],
    ['withdrawn', (basis: string) => api.as('regisseur').post(`/v1/households/${family.id}/legal-bases/${basis}/withdrawal`, {}), 'legal-basis.withdrawn'],
  ])('leaves the list when the basis is %s', async (_how, end, news) => {
    family = await aHousehold(api.db);
    const { body } = await recordBasis(api, family, 'Fatima', gkb, ['name'], { validUntil: '2026-06-01' });
    clock.set('2026-05-03T08:00:00Z');
    await ring('legal-basis.expiring', body.id);
    expect(await reminders(body.id)).toMatchObject([{ state: 'fired' }]);
    expect((await end(body.id)).status).toBeLessThan(300);
    await done(news, body.id);
    expect(await reminders(body.id)).toMatchObject([{ state: 'cancelled' }]);
    await ring('legal-basis.expiring', body.id);
    expect(await reminders(body.id)).toMatchObject([{ state: 'cancelled' }]);
  });

  it('goes to the team lead of a family without a regisseur', async () => {
    family = await aHousehold(api.db, { regisseur: null, intakeBy: 'case-worker' });
    const { body } = await recordBasis(api, family, 'Fatima', gkb, ['name'], { validUntil: '2026-06-01', by: 'case-worker' });
    clock.set('2026-05-03T08:00:00Z');
    await ring('legal-basis.expiring', body.id);
    expect([await inbox('team-lead', 'basis-expiring'), await inbox('team-lead-zuid', 'basis-expiring')]).toEqual([['Een grondslag verloopt binnenkort.'], []]);
  });
});

describe('a release of professional secrecy', () => {
  const aRelease = async (validUntil: string): Promise<string> => {
    const fatima = family.members['Fatima'];
    const { body } = await api.as('regisseur').post(`/v1/households/${family.id}/secrecy-releases`, {
      memberId: fatima, professional: 'huisarts', releasedOrganisation: 'De Linde', toOrganisationId: gkb, categories: ['health'], purpose: 'Afstemmen',
      validFrom: '2026-03-02', validUntil, proof: 'letter', agreedBy: [{ memberId: fatima, capacity: 'self' }],
    });
    return body.id;
  };

  it('reminds and ends as a basis does', async () => {
    family = await aHousehold(api.db);
    const id = await aRelease('2026-06-01');
    clock.set('2026-05-02T08:00:00Z');
    await ring('secrecy-release.expiring', id);
    expect(await inbox('regisseur', 'secrecy-release-expiring')).toEqual(['Een ja tegen het beroepsgeheim verloopt binnenkort.']);
    clock.set('2026-06-01T08:00:00Z');
    await ring('secrecy-release.expire', id);
    expect(await api.db.query('SELECT state FROM secrecy_release WHERE id = $1', [id])).toEqual([{ state: 'expired' }]);
    expect([await inbox('regisseur', 'secrecy-release-expired'), (await reminders(id))[0]?.state]).toEqual([['Een ja tegen het beroepsgeheim is verlopen.'], 'cancelled']);
  });
});

describe('a withdrawal by the privacy officer', () => {
  it('stops the referral in a job, tells the family\'s story and the regisseur', async () => {
    family = await aHousehold(api.db);
    const { id, basisIds: [basis = ''] } = await aReferral(api, family, gkb);
    expect((await api.as('privacy-officer').post(`/v1/households/${family.id}/legal-bases/${basis}/withdrawal`, {})).status).toBe(200);
    await done('legal-basis.withdrawn-on-request', basis);
    expect(await api.db.query('SELECT state FROM referral WHERE id = $1', [id])).toEqual([{ state: 'cancelled' }]);
    expect(await api.db.query(`SELECT text FROM household_event WHERE household_id = $1 AND kind = 'legal-basis.withdrawn'`, [family.id]))
      .toEqual([{ text: 'Een grondslag om gegevens te delen is ingetrokken, op verzoek van de inwoner.' }]);
    expect(await api.db.query(`SELECT FROM inbox_item WHERE user_id = $1 AND cause = $2`, [await userId(api.db, 'regisseur'), `basis-withdrawn:${basis}`])).toHaveLength(1);
  });
});

describe('a birthday', () => {
  const grown = (birthDate: string, regisseur: string | null = 'regisseur') =>
    aHousehold(api.db, { regisseur, intakeBy: 'case-worker', members: [{ role: 'main', firstName: 'Fatima', birthDate: '1988-04-12' }, { role: 'child', firstName: 'Noor', birthDate }] });
  const reviews = (memberId: string | undefined) => api.db.query('SELECT birthday FROM birthday_review WHERE member_id = $1', [memberId]);
  const helpFor = async (household: HouseholdFixture, capacity = 'parent-with-authority', who = 'Fatima') =>
    (await api.as('regisseur').post(`/v1/households/${household.id}/help-agreements`, {
      memberId: household.members['Noor'], help: 'Huiswerkhulp', validFrom: '2026-03-02', proof: 'conversation', agreedBy: [{ memberId: household.members[who], capacity }],
    })).body.id as string;

  it('the 12th: the help agreement of the parents waits for the child\'s own yes; nothing is named', async () => {
    family = await grown('2014-07-10');
    const noor = family.members['Noor'];
    const agreement = await helpFor(family);
    await sweepOf('2026-07-09T10:00:00Z');
    expect(await reviews(noor)).toEqual([]);
    await sweepOf('2026-07-10T10:00:00Z');
    await eventually(() => reviews(noor), (rows) => rows.length === 1);
    expect(await reviews(noor)).toEqual([{ birthday: 12 }]);
    const { body } = await api.as('regisseur').get(`/v1/households/${family.id}/help-agreements`);
    expect(body.items.find(({ id }: { id: string }) => id === agreement)).toMatchObject({ state: 'active', reviewDueOn: '2026-07-10', reviewReason: 'birthday-12' });
    expect(await inbox('regisseur', 'member-birthday')).toEqual(['Een gezinslid was jarig. Kijk de afspraken na.']);
    const { items } = (await api.as('regisseur').get('/v1/reminders?state=fired')).body;
    const task = items.find(({ householdId }: { householdId: string }) => householdId === family.id);
    expect([task.title.includes('12 geworden'), task.title.includes('Noor')]).toEqual([true, false]);
  });

  it('is raised once, however often one looks, and also when nobody looked on the day itself', async () => {
    family = await grown('2010-08-01');
    await sweepOf('2026-09-15T10:00:00Z');
    await eventually(() => reviews(family.members['Noor']), (rows) => rows.length === 1);
    await sweepOf('2026-09-16T10:00:00Z');
    await sweepOf('2026-09-17T10:00:00Z');
    expect(await inbox('regisseur', 'member-birthday')).toHaveLength(1);
    expect(await reviews(family.members['Noor'])).toHaveLength(1);
  });

  it('the 18th of who was born on a leap day is on 1 March', async () => {
    family = await grown('2008-02-29');
    await sweepOf('2026-02-28T10:00:00Z');
    expect(await reviews(family.members['Noor'])).toEqual([]);
    await sweepOf('2026-03-01T10:00:00Z');
    await eventually(() => reviews(family.members['Noor']), (rows) => rows.length === 1);
    expect(await reviews(family.members['Noor'])).toMatchObject([{ birthday: 18 }]);
  });

  it('goes to the team lead when there is no regisseur, and to nobody when the family is closed', async () => {
    family = await grown('2014-10-10', null);
    const closed = await grown('2014-10-10', null);
    await api.db.query(`UPDATE household SET state = 'closed' WHERE id = $1`, [closed.id]);
    await sweepOf('2026-10-10T10:00:00Z');
    await eventually(() => reviews(family.members['Noor']), (rows) => rows.length === 1);
    expect([await inbox('team-lead', 'member-birthday'), await inbox('team-lead', 'member-birthday', closed)]).toEqual([['Een gezinslid was jarig. Kijk de afspraken na.'], []]);
  });

  it('a record that was agreed on or after the day itself is not flagged', async () => {
    family = await grown('2014-03-01');
    const fresh = newId();
    await api.db.query(
      `INSERT INTO help_agreement (id, household_id, municipality_id, member_id, help, agreed_by, valid_from, state, proof, recorded_by, recorded_at)
       VALUES ($1, $2, $3, $4, 'Huiswerkhulp', '[{"capacity": "self"}]', '2026-03-01', 'active', 'letter', $5, '2026-03-01T12:00:00Z')`,
      [fresh, family.id, family.municipalityId, family.members['Noor'], await userId(api.db, 'regisseur')],
    );
    await sweepOf('2026-03-03T10:00:00Z');
    await eventually(() => reviews(family.members['Noor']), (rows) => rows.length === 1);
    expect(await api.db.query('SELECT review_due_on FROM help_agreement WHERE id = $1', [fresh])).toEqual([{ review_due_on: null }]);
  });
});
