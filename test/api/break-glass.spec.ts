import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { breakGlass, letTheWindowPass, REASON } from '../support/break-glass.js';
import { assignRegisseur, aHousehold, type HouseholdFixture, organisationId, userId } from '../support/households.js';
import { recordBasis } from '../support/referrals.js';
import { addRole } from '../support/reports.js';

describe('break-glass: into a dossier in an emergency', () => {
  let api: SpecApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  /** A family of Jelle; Lars is a regisseur in another team and has nothing to do with it. */
  const aFamily = () => aHousehold(api.db, { regisseur: 'regisseur', protectedAddress: true });
  const open = (persona: string, family: HouseholdFixture) => api.as(persona).get(`/v1/households/${family.id}`);
  const lines = (id: string) => api.db.query('SELECT action, household_id, details FROM audit_event WHERE subject_id = $1 ORDER BY id', [id]);

  it('opens the dossier for an hour, says so in it and in the story, and leaves a line in the log', async () => {
    const family = await aFamily();
    expect((await open('regisseur-zuid', family)).status).toBe(404);
    const { status, body } = await breakGlass(api, 'regisseur-zuid', family);
    expect(status).toBe(201);
    expect(body.householdId).toBe(family.id);
    const [window] = await api.db.query('SELECT extract(epoch FROM ends_at - started_at)::int AS seconds, reason FROM break_glass WHERE id = $1', [body.id]);
    expect(window).toEqual({ seconds: 3600, reason: REASON });
    const dossier = (await open('regisseur-zuid', family)).body;
    expect(dossier).toMatchObject({ view: 'involved', breakGlass: { id: body.id, endsAt: body.endsAt }, address: { postcode: '9711AB' }, allowedActions: [] });
    expect(dossier.members).toHaveLength(3);
    expect(dossier.timeline[0]).toMatchObject({ kind: 'break-glass.opened', by: 'Lars Feenstra' });
    expect(await lines(body.id)).toEqual([{ action: 'break-glass.opened', household_id: family.id, details: { minutes: 60 } }]);
    expect((await api.as('regisseur-zuid').get('/v1/break-glass/mine')).body.items).toEqual([expect.objectContaining({ id: body.id, state: 'running', allowedActions: ['close'] })]);
  });

  it('stands in the log of the reads as what it is', async () => {
    const family = await aFamily();
    await breakGlass(api, 'regisseur-zuid', family);
    await open('regisseur-zuid', family);
    const reads = await api.db.query(`SELECT details FROM audit_event WHERE household_id = $1 AND action = 'household.read'`, [family.id]);
    expect(reads).toEqual([{ details: { view: 'involved', reasons: ['break-glass'] } }]);
  });

  it('the dossier closes by itself when the hour is over', async () => {
    const family = await aFamily();
    const { body } = await breakGlass(api, 'regisseur-zuid', family);
    await letTheWindowPass(api, body.id);
    expect((await open('regisseur-zuid', family)).status).toBe(404);
    expect((await api.as('regisseur-zuid').get('/v1/break-glass/mine')).body.items.map(({ id }: { id: string }) => id)).not.toContain(body.id);
    expect((await api.as('regisseur-zuid').post(`/v1/break-glass/${body.id}/end`, {})).status).toBe(409);
    expect((await breakGlass(api, 'regisseur-zuid', family)).status).toBe(201);
  });

  it('can be closed early, with a word for the regisseur in the story', async () => {
    const family = await aFamily();
    const { body } = await breakGlass(api, 'regisseur-zuid', family);
    expect((await api.as('regisseur-zuid').post(`/v1/break-glass/${body.id}/end`, { note: 'De crisisdienst is langs geweest.' })).status).toBe(204);
    expect((await open('regisseur-zuid', family)).status).toBe(404);
    expect((await open('regisseur', family)).body.timeline[0]).toMatchObject({ kind: 'break-glass.note', text: 'De crisisdienst is langs geweest.', by: 'Lars Feenstra' });
    expect((await api.as('regisseur-zuid').post(`/v1/break-glass/${body.id}/end`, {})).status).toBe(409);
  });

  it('reads and writes nothing: no basis, no referral, no canvas, no fund, no reminder, no BSN', async () => {
    const family = await aFamily();
    const gkb = await organisationId(api.db, 'Groningse Kredietbank');
    const basis = (await recordBasis(api, family, 'Fatima', gkb, ['name'])).body.id;
    const written = () => api.db.query(`SELECT (SELECT count(*)::int FROM legal_basis WHERE household_id = $1 AND state = 'active') AS bases,
      (SELECT count(*)::int FROM referral WHERE household_id = $1) AS referrals, (SELECT count(*)::int FROM canvas WHERE household_id = $1) AS canvases,
      (SELECT count(*)::int FROM reminder WHERE household_id = $1) AS reminders`, [family.id]);
    const before = await written();
    // The case worker may record a basis where they did the intake: break-glass must not stand in for that.
    for (const persona of ['regisseur-zuid', 'case-worker']) {
      expect((await breakGlass(api, persona, family)).status).toBe(201);
      const share = { toOrganisationId: gkb, shares: [{ memberId: family.members['Fatima'], categories: ['name'] }] };
      const tries: [string, object][] = [
        ['legal-bases', { memberId: family.members['Fatima'], type: 'statutory-task', article: 'Wgs art. 8', purpose: 'x', dataCategories: ['name'], toOrganisationId: gkb, validFrom: '2026-11-01', validUntil: '2027-11-01', proof: 'conversation' }],
        [`legal-bases/${basis}/withdrawal`, { reason: 'x' }],
        ['sharing-preview', share],
        ['referrals', { ...share, question: 'Willen jullie helpen?', threatening: false }],
        ['canvases', { perspective: 'x' }],
        ['reminders', { title: 'Bel morgen', dueAt: '2027-03-01T09:00:00Z' }],
      ];
      for (const [path, body] of tries) {
        const { status } = await api.as(persona).post(`/v1/households/${family.id}/${path}`, body);
        expect({ persona, path, refused: [400, 403, 404].includes(status) }).toEqual({ persona, path, refused: true });
      }
    }
    expect(await written()).toEqual(before);
  });

  it('does not stand among my families: it is not one of them', async () => {
    const family = await aFamily();
    await breakGlass(api, 'regisseur-zuid', family);
    expect((await api.as('regisseur-zuid').get('/v1/households')).text).not.toContain(family.id);
  });

  it('is not needed by who works for the family, nor twice at once', async () => {
    const family = await aFamily();
    expect((await breakGlass(api, 'regisseur', family)).status).toBe(409);
    const answers = await Promise.all([1, 2, 3].map(() => breakGlass(api, 'regisseur-zuid', family)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    expect(await api.db.query('SELECT FROM break_glass WHERE household_id = $1', [family.id])).toHaveLength(1);
  });

  it('two people at once each have their own window', async () => {
    const family = await aFamily();
    const [lars, sanne] = await Promise.all([breakGlass(api, 'regisseur-zuid', family), breakGlass(api, 'case-worker', family)]);
    expect([lars.status, sanne.status]).toEqual([201, 201]);
    await api.as('case-worker').post(`/v1/break-glass/${sanne.body.id}/end`, {});
    expect([(await open('case-worker', family)).status, (await open('regisseur-zuid', family)).status]).toEqual([404, 200]);
  });

  it('when an assignment comes meanwhile, that stands when the hour is over', async () => {
    const family = await aHousehold(api.db, { regisseur: null });
    const { body } = await breakGlass(api, 'regisseur-zuid', family);
    await assignRegisseur(api.db, family.id, 'regisseur-zuid');
    await letTheWindowPass(api, body.id);
    expect((await open('regisseur-zuid', family)).body).toMatchObject({ view: 'involved', breakGlass: null });
  });

  it.each([['gkb', 403], ['humanitas', 403], ['privacy-officer', 403], ['fund-secretary', 403], ['decision-maker', 403], ['resident', 403]])(
    'is refused to %s', async (persona, status) => {
      expect((await breakGlass(api, persona, await aFamily())).status).toBe(status);
    });

  it('is refused to a partner who is a case worker beside it, and that closes what was open', async () => {
    const family = await aFamily();
    expect((await breakGlass(api, 'case-worker', family)).status).toBe(201);
    const me = await userId(api.db, 'case-worker');
    await api.db.query(`INSERT INTO user_role (user_id, municipality_id, role) VALUES ($1, $2, 'partner-worker')`, [me, family.municipalityId]);
    expect((await open('case-worker', family)).status).toBe(404);
    const { status, body } = await breakGlass(api, 'case-worker', await aFamily());
    expect([status, body.detail]).toEqual([403, 'Een partner krijgt geen noodtoegang. Bel de regisseur of de gemeente.']);
    await api.db.query(`DELETE FROM user_role WHERE user_id = $1 AND role = 'partner-worker'`, [me]);
  });

  it('is refused to who was given a role of the team at a partner', async () => {
    await addRole(api.db, 'humanitas', 'case-worker', 'WIJ Noord');
    await api.db.query(`DELETE FROM user_role WHERE role = 'partner-worker' AND user_id = (SELECT id FROM app_user WHERE subject = 'humanitas')`);
    const { status, body } = await breakGlass(api, 'humanitas', await aFamily());
    expect([status, body.detail]).toEqual([403, 'Een partner krijgt geen noodtoegang. Bel de regisseur of de gemeente.']);
  });

  it('a number of another municipality and a number of nobody are one answer', async () => {
    const elsewhere = await aHousehold(api.db, { regisseur: 'regisseur-hoogeveen' });
    const [theirs, nobodys] = [await breakGlass(api, 'regisseur', elsewhere), await breakGlass(api, 'regisseur', { caseNumber: 'Z-bestaat-niet' })];
    expect(theirs.status).toBe(422);
    expect(theirs.body.errors).toEqual([{ field: 'caseNumber', message: 'In jouw gemeente is geen gezin met dit nummer. Kijk het nummer na.' }]);
    expect({ ...theirs.body, instance: '' }).toEqual({ ...nobodys.body, instance: '' });
    expect(await api.db.query('SELECT FROM break_glass WHERE household_id = $1', [elsewhere.id])).toEqual([]);
  });

  it.each([['no reason', { reason: '' }, 'reason'], ['a reason of one word', { reason: 'spoed' }, 'reason'], ['only spaces', { reason: ' '.repeat(40) }, 'reason'], ['no number', { caseNumber: '' }, 'caseNumber']])(
    'asks for more than %s', async (_, body, field) => {
      const answer = await breakGlass(api, 'regisseur-zuid', await aFamily(), body);
      expect([answer.status, answer.body.errors[0].field]).toEqual([400, field]);
    });

  it('a municipality can make the window shorter', async () => {
    const family = await aFamily();
    await api.db.query(`UPDATE municipality SET settings = settings || '{"breakGlass": {"minutes": 15}}' WHERE id = $1`, [family.municipalityId]);
    const { body } = await breakGlass(api, 'regisseur-zuid', family);
    expect(await api.db.query('SELECT extract(epoch FROM until - since)::int AS seconds FROM household_access WHERE cause_id = $1', [body.id])).toEqual([{ seconds: 900 }]);
    await api.db.query(`UPDATE municipality SET settings = settings - 'breakGlass' WHERE id = $1`, [family.municipalityId]);
  });

  it('nobody closes that of another, and what is no id does not exist', async () => {
    const { body } = await breakGlass(api, 'regisseur-zuid', await aFamily());
    expect((await api.as('regisseur').post(`/v1/break-glass/${body.id}/end`, {})).status).toBe(404);
    expect((await api.as('team-lead').post(`/v1/break-glass/${body.id}/end`, {})).status).toBe(403);
    expect((await api.as('regisseur').post(`/v1/break-glass/${newId()}/end`, {})).status).toBe(404);
  });

  it('an open session closes when the role goes', async () => {
    const family = await aFamily();
    await addRole(api.db, 'finance', 'regisseur', 'WIJ Zuid');
    await breakGlass(api, 'finance', family);
    expect((await open('finance', family)).status).toBe(200);
    await api.db.query(`DELETE FROM user_role WHERE role = 'regisseur' AND user_id = (SELECT id FROM app_user WHERE subject = 'finance')`);
    expect((await open('finance', family)).status).toBe(403);
    expect(await api.db.query(`SELECT FROM household_access a JOIN app_user u ON u.id = a.user_id WHERE u.subject = 'finance'`)).toEqual([]);
  });
});
