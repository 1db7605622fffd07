import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { actorSettings, SET_ACTOR } from '#platform';
import { type SpecApi, startApi } from '../support/api.js';
import { assignRegisseur, type HouseholdFixture, organisationId, userId } from '../support/households.js';
import { basisBody, recordBasis, sendReferral } from '../support/referrals.js';
import { addRole, aReport } from '../support/reports.js';

const ZOE = { role: 'child', firstName: 'Zoë', infix: 'de', lastName: 'Boer', birthDate: '2015-06-10', bsn: '999950733' };
const MOTHER = { role: 'main', firstName: 'Renée', infix: 'de', lastName: 'Boer', birthDate: '1988-04-19', phone: '+31 6 1234 5678' };
const FATHER = { role: 'main', firstName: 'Bastiaan', lastName: 'Zwart', birthDate: '1986-01-02', phone: '+31 6 8765 4321' };
/** Everything that is only in the father's house. */
const HIS = /Bastiaan|Zwart|87654321|9999 ZZ|9999ZZ|Zwartsluis|Geheim van vader/i;

describe('a child in two families', () => {
  let api: SpecApi;
  let hers: HouseholdFixture;
  let his: HouseholdFixture;
  let gkb: string;
  let answers: { status: number; body: object }[];
  beforeAll(async () => {
    api = await startApi();
    gkb = await organisationId(api.db, 'Groningse Kredietbank');
    await addRole(api.db, 'regisseur-zuid', 'case-worker', 'WIJ Zuid');
    // The father's family is there first, in another team; then somebody else reports the mother's.
    const first = await api.as('regisseur-zuid').post('/v1/households', aReport({
      members: [FATHER, ZOE], note: 'Geheim van vader', address: { postcode: '9999 ZZ', houseNumber: '7', city: 'Zwartsluis', protected: true },
    }));
    const second = await api.as('case-worker').post('/v1/households', aReport({ members: [MOTHER, ZOE] }));
    const alone = await api.as('case-worker').post('/v1/households', aReport({ members: [{ ...MOTHER, firstName: 'Alleen', birthDate: '1990-02-02' }, { ...ZOE, firstName: 'Eva', bsn: '999974816' }] }));
    answers = [second, alone];
    his = await fixture(first.body, 'regisseur-zuid');
    hers = await fixture(second.body, 'regisseur');
  });
  afterAll(() => api.close());

  async function fixture({ id, caseNumber }: { id: string; caseNumber: string }, regisseur: string): Promise<HouseholdFixture> {
    const members = await api.db.query<{ first_name: string; id: string; municipality_id: string }>('SELECT first_name, id, municipality_id FROM household_member WHERE household_id = $1', [id]);
    const assignmentId = await assignRegisseur(api.db, id, regisseur);
    return { id, caseNumber, municipalityId: members[0]?.municipality_id ?? '', members: Object.fromEntries(members.map((member) => [member.first_name, member.id])), assignmentId };
  }
  const persons = () => api.db.query<{ person_id: string }>('SELECT DISTINCT person_id FROM household_member WHERE id = ANY ($1)', [[hers.members['Zoë'], his.members['Zoë']]]);
  const hersRead = (path = '') => api.as('regisseur').get(`/v1/households/${hers.id}${path}`);
  const hisAt = (path = '') => `/v1/households/${his.id}${path}`;

  it('is one person', async () => {
    expect(hers.members['Zoë']).not.toBe(his.members['Zoë']);
    expect(await persons()).toHaveLength(1);
  });

  it('the answer to the second report is the same as when there is no other family', () => {
    const [second, alone] = answers.map(({ status, body }) => ({ status, keys: Object.keys(body) }));
    expect(second).toEqual(alone);
    expect(second).toEqual({ status: 201, keys: ['id', 'caseNumber', 'version'] });
  });

  it('an import says nothing of the other family either', async () => {
    const header = 'Aanmeldnummer;Aanmelddatum;Bron;Achternaam;Tussenvoegsel;Voorletters/roepnaam;Geboortedatum;BSN;Relatie;Postcode;Huisnr;Toev.;Woonplaats;Wijk;Geheim adres;Telefoon;E-mail;Leefgebieden;Urgentie;Toelichting';
    const rows = ['A26-77;2026-05-20;wijkagent;Visser;;Grietje;1-2-1960;;hoofdbewoner;9713 AE;15;;Groningen;De Hoogte;nee;;;geld;laag;', 'A26-77;2026-05-20;wijkagent;Boer;de;Zoë;10-6-2015;999950733;kind;9713 AE;15;;Groningen;De Hoogte;nee;;;;;'];
    const imported = await api.as('case-worker').post('/v1/intake-imports?fileName=oma.csv&safetyChecked=true', [header, ...rows].join('\r\n'), { headers: { 'content-type': 'text/csv' } });
    expect(imported.body).toMatchObject({ takenRows: 2, newHouseholds: 1, newMembers: 2 });
    // Zoë is also in the mother's family, which this case worker took in; of the father's, nothing.
    expect(imported.text).not.toMatch(HIS);
    expect(imported.text).not.toContain('een ander huishouden');
    expect(imported.text).not.toContain(his.caseNumber);
    expect(await persons()).toHaveLength(1);
  });

  it.each(['', '/sharing', '/meetings', '/legal-bases'])('the regisseur of one side reads nothing of the other: %s', async (path) => {
    const read = await hersRead(path);
    expect(read.status).toBe(200);
    expect(read.text).not.toMatch(HIS);
    for (const secret of [his.id, his.caseNumber, his.members['Zoë'] ?? '', (await persons())[0]?.person_id ?? '']) {
      // The mother's row may itself be the first of this person; then its own id is no secret.
      if (secret !== hers.members['Zoë']) expect(read.text).not.toContain(secret);
    }
    expect(read.text).not.toMatch(/person_?id/i);
    expect((await api.as('regisseur').get(hisAt(path))).status).toBe(404);
  });

  it('what is decided on one side opens nothing on the other, and is not seen there', async () => {
    const basis = await recordBasis(api, his, 'Zoë', gkb, ['name', 'address'], { by: 'regisseur-zuid', validFrom: '2026-01-01', validUntil: '2027-06-30' });
    expect(basis.status).toBe(201);
    expect((await sendReferral(api, hers, gkb, { Zoë: ['name'] })).body.errors).toEqual([expect.objectContaining({ message: expect.stringContaining('Er is geen geldige grondslag') })]);
    const sent = await sendReferral(api, his, gkb, { Zoë: ['name', 'address'] }, { by: 'regisseur-zuid' });
    expect(sent.status).toBe(201);
    expect((await hersRead('/sharing')).body.columns).toEqual([]);
    const dossier = (await hersRead()).body;
    expect([dossier.legalBases, dossier.referrals]).toEqual([[], []]);
    expect(dossier.timeline.map(({ kind }: { kind: string }) => kind)).not.toContain('referral.requested');
    expect((await api.as('regisseur').get('/v1/referrals?box=sent')).text).not.toContain(sent.body.id);
    expect((await api.as('regisseur').get(`/v1/referrals/${sent.body.id}`)).status).toBe(404);
    // The partner who helps both sides sees per referral one side.
    await recordBasis(api, hers, 'Zoë', gkb, ['name']);
    const own = await sendReferral(api, hers, gkb, { Zoë: ['name'] });
    expect((await api.as('gkb').get(`/v1/referrals/${own.body.id}`)).text).not.toMatch(HIS);
  });

  it('nobody reaches over by naming the other side’s child, basis or meeting', async () => {
    const as = api.as('regisseur');
    const [theirs] = await api.db.query<{ id: string }>('SELECT id FROM legal_basis WHERE household_id = $1', [his.id]);
    const child = his.members['Zoë'];
    const shares = [{ memberId: child, categories: ['name'] }];
    const attempts = await Promise.all([
      as.post(`/v1/households/${hers.id}/legal-bases`, basisBody(child, gkb, ['name'])),
      as.post(`/v1/households/${hers.id}/sharing-preview`, { toOrganisationId: gkb, shares }),
      as.post(`/v1/households/${hers.id}/referrals`, { toOrganisationId: gkb, question: 'Kan dit?', threatening: false, shares }),
      as.post(`/v1/households/${hers.id}/meetings`, { plannedAt: '2030-01-01T10:00:00Z', subject: 'Overleg', invited: [{ organisationId: gkb, shares }] }),
      as.post(`/v1/households/${hers.id}/legal-bases/${theirs?.id}/withdrawal`, {}),
      as.post(hisAt(`/legal-bases/${theirs?.id}/withdrawal`), {}),
      as.post(hisAt('/meetings'), { plannedAt: '2030-01-01T10:00:00Z', subject: 'Overleg', invited: [{ organisationId: gkb, shares }] }),
    ]);
    expect(attempts.map(({ status }) => status)).toEqual([400, 400, 400, 400, 404, 404, 404]);
    for (const { text } of attempts) expect(text).not.toMatch(HIS);
    expect(await api.db.query(`SELECT state FROM legal_basis WHERE id = $1`, [theirs?.id])).toEqual([{ state: 'active' }]);
  });

  it('lists and searches show one side', async () => {
    for (const path of ['/v1/households?limit=100', '/v1/today', '/v1/reminders', '/v1/inbox']) {
      const { status, text } = await api.as('regisseur').get(path);
      expect(status).toBe(200);
      expect(text).not.toMatch(HIS);
      expect(text).not.toContain(his.id);
    }
  });

  it('who looked on one side is not told on the other', async () => {
    await api.as('regisseur-zuid').get(hisAt());
    const log = await api.as('regisseur').get(`/v1/households/${hers.id}/access-log?memberId=${hers.members['Zoë']}`);
    expect(log.text).not.toContain('Feenstra');
    expect((await api.as('regisseur').get(`/v1/households/${hers.id}/access-log?memberId=${his.members['Zoë']}`)).status).toBe(404);
  });

  it('a correction on one side does not change the other', async () => {
    await api.db.query(`UPDATE household_member SET phone = '0699999999' WHERE id = $1`, [his.members['Zoë']]);
    expect((await hersRead()).text).not.toContain('0699999999');
  });

  describe('in the database', () => {
    let client: pg.Client;
    beforeAll(async () => {
      client = new pg.Client({ connectionString: api.db.appUrl });
      await client.connect();
    });
    afterAll(() => client.end());

    const asRegisseur = async (text: string, values: unknown[]): Promise<string> => {
      await client.query('BEGIN');
      try {
        const actor = { userId: await userId(api.db, 'regisseur'), organisationId: gkb, municipalityId: hers.municipalityId, roles: ['regisseur' as const], teamIds: [], kind: 'user' as const };
        await client.query(SET_ACTOR, actorSettings(actor, 'off'));
        return await client.query(text, values).then(({ rowCount }) => `did it, ${rowCount} rows`, ({ code }: { code?: string }) => code ?? 'no code');
      } finally {
        await client.query('ROLLBACK');
      }
    };

    it('the own row is there, the other is not, also not by the person', async () => {
      expect(await asRegisseur('SELECT id FROM household_member WHERE person_id = (SELECT person_id FROM household_member WHERE id = $1)', [hers.members['Zoë']])).toBe('did it, 1 rows');
      expect(await asRegisseur('SELECT id FROM household_member WHERE id = $1', [his.members['Zoë']])).toBe('did it, 0 rows');
    });

    it('nobody makes two people one by hand', async () => {
      const [other] = await api.db.query<{ person_id: string }>(`SELECT person_id FROM household_member WHERE id = $1`, [his.members['Bastiaan']]);
      expect(await asRegisseur('UPDATE household_member SET person_id = $2 WHERE id = $1', [hers.members['Renée'], other?.person_id])).toBe('42501');
    });

    it('a person id that comes with a new row is not believed', async () => {
      const [other] = await api.db.query<{ person_id: string }>(`SELECT person_id FROM household_member WHERE id = $1`, [his.members['Bastiaan']]);
      const [row] = await api.db.query<{ mine: boolean }>(
        `INSERT INTO household_member (id, household_id, municipality_id, role, first_name, last_name, normalised_name, birth_date, person_id)
         VALUES (gen_random_uuid(), $1, $2, 'other', 'X', 'Y', 'x y', '2000-01-01', $3) RETURNING person_id = id AS mine`, [hers.id, hers.municipalityId, other?.person_id]);
      expect(row).toEqual({ mine: true });
    });

    it('new keys for all numbers keep the link; who corrects a number cuts it', async () => {
      const rekey = (index: string, id: string | undefined) => api.db.query(`UPDATE household_member SET bsn_index = $2 WHERE id = $1`, [id, Buffer.from(index)]);
      await rekey('new-index', hers.members['Zoë']);
      expect(await persons()).toHaveLength(1);
      await rekey('new-index', his.members['Zoë']);
      expect(await persons()).toHaveLength(1);
      const owner = new pg.Client({ connectionString: api.db.migratorUrl });
      await owner.connect();
      // Not under new keys for all, but by somebody: that is another number, so another person.
      await owner.query(`SELECT set_config('naast.user', $1, false)`, [await userId(api.db, 'regisseur')]);
      await owner.query(`UPDATE household_member SET bsn_index = 'another' WHERE id = $1`, [hers.members['Zoë']]);
      await owner.end();
      expect(await persons()).toHaveLength(2);
    });
  });
});
