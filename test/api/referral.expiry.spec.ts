import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor, UnitOfWork } from '#platform';
import { basisNews } from '#privacy';
import { AnswerLadder, type LadderNews, type LadderStep, referralNews } from '#referrals';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, assignRegisseur, type HouseholdFixture, organisationId, userId } from '../support/households.js';
import { aReferral, recordBasis } from '../support/referrals.js';
import { SetClock } from '../support/set-clock.js';

const clock = new SetClock();
let api: SpecApi;
let gkb: string;
beforeAll(async () => {
  api = await startApi({ clock });
  gkb = await organisationId(api.db, 'Groningse Kredietbank');
});
afterAll(() => api.close());

describe('a basis whose period ends by itself', () => {
  let family: HouseholdFixture;
  let id: string;
  beforeAll(async () => {
    clock.set('2026-03-02T10:00:00Z');
    family = await aHousehold(api.db);
    await recordBasis(api, family, 'Fatima', gkb, ['name'], { validUntil: '2026-03-05' });
    ({ id } = await aReferral(api, family, gkb, { Fatima: ['contact'] }));
    await api.db.query(`INSERT INTO referral_share SELECT $1, household_id, municipality_id, member_id, 'name', id FROM legal_basis WHERE data_categories = '{name}' AND household_id = $2`, [id, family.id]);
  });

  it('opens its category until the last minute of the last day in Amsterdam', async () => {
    clock.set('2026-03-04T22:59:00Z');
    const { body } = await api.as('gkb').get(`/v1/referrals/${id}`);
    expect(body.sharedMembers[0]).toMatchObject({ name: 'Fatima Bouzid', phone: '0612345678', until: '2026-03-05' });
  });

  it('closes it at midnight without any job, and leaves what another basis opens', async () => {
    clock.set('2026-03-04T23:01:00Z');
    const { body } = await api.as('gkb').get(`/v1/referrals/${id}`);
    expect(body.sharedMembers).toEqual([{
      memberId: family.members['Fatima'], phone: '0612345678', email: 'fatima@example.nl', categories: ['contact'],
      basis: 'een wettelijke taak (Wgs art. 8)', until: '2027-12-31',
    }]);
  });

  it('makes accepting impossible and says what is missing, while refusing stays possible', async () => {
    const seen = await api.as('gkb').get(`/v1/referrals/${id}`);
    expect(seen.body.allowedActions).toEqual(['reject']);
    const answer = await api.as('gkb').post(`/v1/referrals/${id}/acceptance`, {}, { version: 1 });
    expect([answer.status, answer.body.errors]).toEqual([422, [{ field: 'sharingAllowed', message: 'Er mist een geldige grondslag om deze gegevens te delen.' }]]);
  });

  it('stands as expired for the regisseur, with the sentence that says so', async () => {
    const { body } = await api.as('regisseur').get(`/v1/households/${family.id}/legal-bases`);
    expect(body.items.find(({ validUntil }: { validUntil: string }) => validUntil === '2026-03-05')).toMatchObject({
      state: 'expired', allowedActions: ['renew'], explanation: 'Groningse Kredietbank ziet naam van Fatima Bouzid niet meer: verlopen op 5 maart 2026.',
    });
  });

  it('opens it again with a new basis', async () => {
    await recordBasis(api, family, 'Fatima', gkb, ['name'], { validFrom: '2026-03-05', validUntil: '2026-06-01' });
    expect((await api.as('gkb').get(`/v1/referrals/${id}`)).body.sharedMembers[0]).toMatchObject({ name: 'Fatima Bouzid' });
  });
});

describe('a referral that nobody answers', () => {
  let id: string;
  let family: HouseholdFixture;
  beforeAll(async () => {
    clock.set('2026-03-02T10:00:00Z');
    family = await aHousehold(api.db);
    ({ id } = await aReferral(api, family, gkb));
  });

  const asWorker = <T>(work: Parameters<UnitOfWork['run']>[1]): Promise<T> =>
    api.app.get(UnitOfWork).run(systemActor(family.municipalityId), work) as Promise<T>;
  const climb = (step: LadderStep) => asWorker<LadderNews>((tx) => api.app.get(AnswerLadder).climb(tx, id, step));
  const alarms = () => api.db.query(`SELECT payload->>'step' AS step, run_at AS at FROM outbox WHERE kind = 'referral.answer-due' AND payload->>'referralId' = $1 ORDER BY created_at, run_at`, [id]);

  it('is not late on the last day of the term: that morning the partner is reminded', async () => {
    clock.set('2026-03-09T08:00:00Z');
    expect(await climb('remind-partner')).toEqual({
      reminders: [], notices: [{ userId: await userId(api.db, 'gkb'), kind: 'referral-answer-due', link: `/verwijzingen/${id}`, cause: `referral-answer-due:${id}` }],
    });
    expect((await api.as('regisseur').get(`/v1/referrals/${id}`)).body.late).toBe(false);
  });

  it('is late the day after: the regisseur must be told, with ids only', async () => {
    clock.set('2026-03-10T08:00:00Z');
    expect(await climb('tell-regisseur')).toEqual({ notices: [], reminders: [{
      householdId: family.id, userId: await userId(api.db, 'regisseur'), kind: 'referral-late', subjectId: id,
      title: 'Nog geen antwoord op een verwijzing. Bel de partner.', link: `/verwijzingen/${id}`,
    }] });
    expect((await api.as('gkb').get('/v1/referrals?box=received&state=requested')).body.items[0]).toMatchObject({ late: true });
  });

  it('asks the regisseur of that moment, after the family has gone to another; a repeat arms nothing twice', async () => {
    await api.db.query(`UPDATE regisseur_assignment SET state = 'handed-over' WHERE id = $1`, [family.assignmentId]);
    await assignRegisseur(api.db, family.id, 'regisseur-zuid');
    expect((await climb('tell-regisseur')).reminders).toMatchObject([{ userId: await userId(api.db, 'regisseur-zuid') }]);
    expect(await alarms()).toEqual([
      { step: 'remind-partner', at: new Date('2026-03-09T08:00:00Z') }, { step: 'tell-regisseur', at: new Date('2026-03-10T08:00:00Z') },
      { step: 'tell-team-lead', at: new Date('2026-03-12T08:00:00Z') },
    ]);
  });

  it('comes to the team lead two working days later, who sees which family it is', async () => {
    clock.set('2026-03-12T08:00:00Z');
    expect((await climb('tell-team-lead')).notices).toEqual([
      { userId: await userId(api.db, 'team-lead'), kind: 'referral-late', link: `/gezinnen/${family.id}`, cause: `referral-late:${id}` },
    ]);
  });

  it('expires in the end, and the regisseur asks somebody else', async () => {
    const other = await aReferral(api, await aHousehold(api.db), gkb);
    await asWorker((tx) => api.app.get(AnswerLadder).climb(tx, other.id, 'remind-partner'));
    clock.set('2026-03-25T08:00:00Z');
    const expired = await asWorker<LadderNews>((tx) => api.app.get(AnswerLadder).climb(tx, other.id, 'expire'));
    expect(expired.reminders).toMatchObject([{ kind: 'referral-expired', title: 'Er kwam geen antwoord op een verwijzing. Vraag een andere partner.' }]);
    expect((await api.as('gkb').get(`/v1/referrals/${other.id}`)).body).toMatchObject({ state: 'expired', sharedMembers: [] });
    expect((await api.as('gkb').post(`/v1/referrals/${other.id}/acceptance`, {}, { version: 2 })).status).toBe(409);
  });

  it('needs nobody any more when the answer came in the meantime', async () => {
    await api.as('gkb').post(`/v1/referrals/${id}/acceptance`, {}, { version: 1 });
    expect(await climb('expire')).toEqual({ notices: [], reminders: [] });
  });

  it('tells each side its own news, with one cause per change', async () => {
    const news = (kind: string, payload: Record<string, string>) => asWorker((tx) => referralNews(tx, kind, payload));
    expect(await news('referral.answered', { referralId: id, version: '2' })).toEqual([
      { userId: await userId(api.db, 'regisseur-zuid'), kind: 'referral-accepted', link: `/verwijzingen/${id}`, cause: `referral.answered:${id}:2` },
    ]);
    expect(await news('referral.requested', { referralId: id, version: '1' })).toEqual([]);
    const { id: fresh, basisIds } = await aReferral(api, await aHousehold(api.db), gkb);
    expect(await news('referral.requested', { referralId: fresh, version: '1' })).toMatchObject([
      { userId: await userId(api.db, 'gkb'), kind: 'referral-received' },
    ]);
    expect(await asWorker((tx) => basisNews(tx, basisIds[0] ?? ''))).toEqual([]);
  });
});
