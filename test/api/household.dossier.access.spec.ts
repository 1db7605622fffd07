import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, newId, type Role } from '#kernel';
import { UnitOfWork } from '#platform';
import { type SpecApi, startApi } from '../support/api.js';
import { addRole, aReport } from '../support/reports.js';
import { aHousehold, type HouseholdFixture, userId } from '../support/households.js';

const HIDDEN = ['Fatima', 'Bouzid 1988', '0612345678', '9711AB', 'geheime notitie'];

describe('who may open a dossier', () => {
  let api: SpecApi;
  let family: HouseholdFixture;
  beforeAll(async () => {
    api = await startApi();
    await addRole(api.db, 'decision-maker', 'regisseur', 'WIJ Zuid');
    family = await aHousehold(api.db, { regisseur: 'regisseur', intakeBy: 'case-worker', protectedAddress: true });
    await api.db.query(`UPDATE household SET note = 'geheime notitie' WHERE id = $1`, [family.id]);
  });
  afterAll(() => api.close());

  const open = (persona: string, id = family.id) => api.as(persona).get(`/v1/households/${id}`);

  it('its regisseur sees everything, also the protected address, and what they can do', async () => {
    const { status, body, headers } = await open('regisseur');
    expect(status).toBe(200);
    expect(headers['etag']).toBe(`"${body.version}"`);
    expect(body).toMatchObject({
      view: 'involved', note: 'geheime notitie', address: { postcode: '9711AB', houseNumber: '12', protected: true },
      regisseur: { name: 'Jelle Hoekstra', assignmentId: family.assignmentId }, proposal: null, legalBases: [], referrals: [], canvases: [], fundRequests: [], reminders: [],
      nextStep: { text: 'Leg vast waarom je gegevens mag delen met een partner.', who: 'Jelle Hoekstra' },
      allowedActions: [
        'plan-handover', 'place-on-waiting-list', 'start-plan', 'decline-help', 'move-away', 'refer-elsewhere', 'record-legal-basis', 'send-referral', 'write-canvas',
        'set-reminder', 'merge-household', 'split-household', 'show-access-log', 'correct-member', 'record-rights-request',
      ],
    });
    expect(body.members.map(({ name, role }: { name: string; role: string }) => [role, name])).toEqual([['main', 'Fatima Bouzid'], ['partner', 'Erik de Wit'], ['child', 'Noor Bouzid']]);
  });

  it('the case worker who did the intake sees the people, and only that the address is protected', async () => {
    const { body, text } = await open('case-worker');
    expect(body).toMatchObject({ view: 'involved', address: { protected: true } });
    expect(body.members).toHaveLength(3);
    expect(text).not.toContain('9711AB');
    expect(body.allowedActions).not.toContain('send-referral');
  });

  it('the team lead sees that the family is there and whose turn it is, not who they are', async () => {
    const { body, text } = await open('team-lead');
    expect(body).toMatchObject({ view: 'head', members: [], note: null, address: null, timeline: [], memberCount: 3, childCount: 1, nextStep: { who: 'Jelle Hoekstra' } });
    for (const word of HIDDEN) expect(text).not.toContain(word);
  });

  it('the team lead sees the content once the case is scaled up', async () => {
    const scaledUp = await aHousehold(api.db, { state: 'scaled-up', protectedAddress: true });
    const { body } = await open('team-lead', scaledUp.id);
    expect(body).toMatchObject({ view: 'scaled-up', address: { protected: true } });
    expect(body.members).toHaveLength(3);
  });

  it('a proposed regisseur sees enough to answer, and no people', async () => {
    const waiting = await aHousehold(api.db, { regisseur: null, teamOf: 'team-lead', urgency: 'spoed' });
    await api.db.query(
      `INSERT INTO regisseur_assignment (id, household_id, municipality_id, regisseur_id, state, proposed_by) VALUES ($1, $2, $3, $4, 'proposed', $5)`,
      [newId(), waiting.id, waiting.municipalityId, await userId(api.db, 'regisseur'), await userId(api.db, 'team-lead')]);
    const { body, text } = await open('regisseur', waiting.id);
    expect(body).toMatchObject({
      view: 'proposed', urgency: 'spoed', memberCount: 3, members: [], address: null, note: null, timeline: [],
      proposal: { regisseur: { name: 'Jelle Hoekstra' }, version: 1 }, allowedActions: ['accept-assignment', 'decline-assignment'],
    });
    for (const word of HIDDEN) expect(text).not.toContain(word);
    expect((await open('regisseur-zuid', waiting.id)).status).toBe(404);
  });

  it.each([
    ['another regisseur', 'regisseur-zuid', 404],
    ['the team lead of another team', 'team-lead-zuid', 404],
    ['a regisseur of Hoogeveen', 'regisseur-hoogeveen', 404],
    ['the team lead of Hoogeveen', 'team-lead-hoogeveen', 404],
    ['a partner', 'gkb', 403],
    ['another partner', 'humanitas', 403],
    ['the fund secretary', 'fund-secretary', 403],
    ['a committee member', 'committee-member', 403],
    ['finance', 'finance', 403],
    ['the privacy officer', 'privacy-officer', 403],
    ['a resident', 'resident', 403],
  ])('%s does not get in', async (_, persona, status) => {
    const answer = await open(persona);
    expect(answer.status).toBe(status);
    for (const word of ['Bouzid', family.caseNumber]) expect(answer.text).not.toContain(word);
  });

  it('a decision maker does not get in through a fund request, not even as regisseur of other families', async () => {
    const [fund, canvas] = [newId(), newId()];
    await api.db.query(`INSERT INTO fund (id, municipality_id, name, domains, year, ceiling_cents) VALUES ($1, $2, 'Fonds', '{housing}', 2026, 100000)`, [fund, family.municipalityId]);
    await api.db.query(`INSERT INTO canvas (id, household_id, municipality_id, perspective, obstacles, needed, written_by) SELECT $1, $2, $3, 'x', 'x', 'x', id FROM app_user WHERE subject = 'regisseur'`, [canvas, family.id, family.municipalityId]);
    await api.db.query(
      `INSERT INTO fund_request (id, household_id, municipality_id, fund_id, canvas_id, case_number, domain, amount_cents, purpose, why_no_scheme, state, requested_by)
       SELECT $1, $2, $3, $4, $5, 'Z', 'housing', 100, 'x', 'x', 'submitted', id FROM app_user WHERE subject = 'regisseur'`,
      [newId(), family.id, family.municipalityId, fund, canvas]);
    expect((await open('decision-maker')).status).toBe(404);
    expect((await open('regisseur')).body.fundRequests).toEqual([expect.objectContaining({ domain: 'housing', amountCents: 100 })]);
    expect((await open('regisseur')).body.allowedActions).toContain('request-fund');
  });

  it('what does not exist and what is not yours are the same answer', async () => {
    const [notMine, nothing] = [await open('regisseur-zuid'), await open('regisseur', newId())];
    expect({ ...nothing.body, instance: '' }).toEqual({ ...notMine.body, instance: '' });
    expect((await open('regisseur', 'geen-nummer')).status).toBe(404);
  });

  it('notes who opened it and how much they saw; a refused look leaves no line', async () => {
    const fresh = await aHousehold(api.db);
    await open('regisseur', fresh.id);
    await open('team-lead', fresh.id);
    await open('regisseur-zuid', fresh.id);
    const lines = await api.db.query(
      `SELECT u.subject, a.action, a.details->>'view' AS view, a.request_id IS NOT NULL AS traced FROM audit_event a JOIN app_user u ON u.id = a.user_id
       WHERE a.household_id = $1 ORDER BY a.id`, [fresh.id]);
    expect(lines).toEqual([
      { subject: 'regisseur', action: 'household.read', view: 'involved', traced: true },
      { subject: 'team-lead', action: 'household.read', view: 'head', traced: true },
    ]);
  });

  it('access ends with its reason', async () => {
    const mine = await aHousehold(api.db);
    await api.db.query('DELETE FROM household_access WHERE household_id = $1', [mine.id]);
    expect((await open('regisseur', mine.id)).status).toBe(404);
  });

  it('nobody writes themselves into a dossier, not even past the API: the database refuses', async () => {
    const { body } = await api.as('case-worker').post('/v1/households', aReport());
    const work = api.app.get(UnitOfWork);
    const [team] = await api.db.query<{ id: string }>(`SELECT id FROM team WHERE name = 'WIJ Noord'`);
    const asSomebody = async (persona: string, role: Role, reason: string) => {
      const actor: Actor = { userId: await userId(api.db, persona), organisationId: newId(), municipalityId: family.municipalityId, roles: [role], teamIds: [team?.id ?? ''], kind: 'user' };
      return work.run(actor, (tx) => tx.query(`INSERT INTO household_access (user_id, household_id, municipality_id, reason) VALUES ($1, $2, $3, $4)`, [actor.userId, body.id, actor.municipalityId, reason]));
    };
    for (const [persona, role, reason] of [
      ['regisseur-zuid', 'case-worker', 'intake'], ['team-lead', 'team-lead', 'intake'], ['regisseur', 'regisseur', 'regisseur'], ['regisseur', 'regisseur', 'substitute'],
    ] as const) {
      await expect(asSomebody(persona, role, reason)).rejects.toThrow('permission denied');
    }
  });
});
