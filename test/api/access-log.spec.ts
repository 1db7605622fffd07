import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { startApi, type SpecApi } from '../support/api.js';
import { giveAccess, type HouseholdFixture, organisationId } from '../support/households.js';
import { textOfPdf } from '../support/pdf-text.js';
import { aKnownHousehold, catchUp } from '../support/processing-log.js';
import { aReferral } from '../support/referrals.js';
import { anAccount, noAccount } from '../support/residents.js';
import { tokenOf } from '../support/tokens.js';

interface Item { readonly names: string[]; readonly who: string; readonly organisation: string; readonly what: string; readonly why: string | null; readonly times: string[] }

let api: SpecApi;
let family: HouseholdFixture;
let others: HouseholdFixture;

const mine = async (path = '/v1/access-log/mine'): Promise<{ people: { name: string }[]; items: Item[]; nextCursor: string | null }> => (await api.as('resident').get(path)).body;
const look = (persona: string, id = family.id) => api.as(persona).get(`/v1/households/${id}`);
const pdf = async (persona: string, path: string): Promise<{ status: number; type: string; text: string; raw: string }> => {
  const answer = await fetch(new URL(path, api.address), { headers: { authorization: `Bearer ${await tokenOf(persona)}` } });
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: answer.status === 200 ? textOfPdf(bytes) : '', raw: bytes.toString('latin1') };
};

/** As the same BSN would make them. */
async function samePerson(one: string | undefined, other: string | undefined): Promise<void> {
  await api.db.query('ALTER TABLE household_member DISABLE TRIGGER USER');
  await api.db.query('UPDATE household_member m SET person_id = (SELECT o.person_id FROM household_member o WHERE o.id = $1) WHERE m.id = $2', [one, other]);
  await api.db.query('ALTER TABLE household_member ENABLE TRIGGER USER');
}

beforeAll(async () => {
  api = await startApi();
  family = await aKnownHousehold(api.db);
  others = await aKnownHousehold(api.db, { name: 'Familie Jansen', members: [{ role: 'main', firstName: 'Willemijn', lastName: 'Jansen', birthDate: '1980-01-01' }] });
});
beforeEach(() => noAccount(api.db));
afterAll(() => api.close());

describe('who saw my file', () => {
  it('tells the resident which function of which organisation looked, what they did and why, and not their name', async () => {
    await anAccount(api.db, family.members['Fatima']);
    await look('regisseur');
    await look('regisseur');
    await look('team-lead');
    await catchUp(api.app);
    const { people, items } = await mine();
    expect(people).toEqual([expect.objectContaining({ name: 'Fatima Bouzid' })]);
    expect(items).toEqual(expect.arrayContaining([
      expect.objectContaining({ who: 'regisseur', organisation: 'WIJ Groningen', what: 'keek in het dossier', why: 'als regisseur van het gezin', names: ['Fatima Bouzid'], times: [expect.any(String), expect.any(String)] }),
      expect.objectContaining({ who: 'teamleider', what: 'zag dat het gezin er is, niet het dossier' }),
    ]));
    expect(JSON.stringify(items)).not.toMatch(/Jelle|Hoekstra|Postma|Erik|Noor|Jansen/);
  });

  it('shows the name of the employee where the municipality chose that', async () => {
    await anAccount(api.db, family.members['Fatima']);
    await api.db.query(`UPDATE municipality SET settings = settings || '{"accessLog": {"employee": "name"}}' WHERE name = 'Groningen'`);
    expect((await mine()).items.map(({ who }) => who)).toContain('Jelle Hoekstra (regisseur)');
    await api.db.query(`UPDATE municipality SET settings = settings - 'accessLog' WHERE name = 'Groningen'`);
  });

  it('tells of sharing with a partner, and of the partner who looked, only to whom it was about', async () => {
    const { id } = await aReferral(api, family, await organisationId(api.db, 'Humanitas'));
    await api.as('humanitas').get(`/v1/referrals/${id}`);
    await catchUp(api.app);
    const shown = await api.db.query<{ member_id: string }>('SELECT DISTINCT member_id FROM referral_share WHERE referral_id = $1', [id]);
    const [inside] = shown.map(({ member_id }) => member_id);
    await anAccount(api.db, inside);
    expect((await mine()).items).toEqual(expect.arrayContaining([
      expect.objectContaining({ what: 'deelde gegevens met Humanitas', who: 'regisseur' }),
      expect.objectContaining({ what: 'keek in een verwijzing naar Humanitas', who: 'medewerker van een partner', organisation: 'Humanitas' }),
    ]));
    const outside = Object.values(family.members).find((member) => !shown.some(({ member_id }) => member_id === member) && member !== family.members['Noor']);
    await noAccount(api.db);
    await anAccount(api.db, outside);
    expect((await mine()).items.map(({ organisation }) => organisation)).not.toContain('Humanitas');
  });

  it('is empty for a resident without a family here, and for one whose file nobody opened', async () => {
    expect(await mine()).toEqual({ people: [], items: [], nextCursor: null });
    await anAccount(api.db, others.members['Willemijn']);
    expect(await mine()).toEqual({ people: [expect.objectContaining({ name: 'Willemijn Jansen' })], items: [], nextCursor: null });
  });

  it('shows a resident of another family nothing of this one', async () => {
    await anAccount(api.db, others.members['Willemijn']);
    await look('regisseur');
    await catchUp(api.app);
    expect((await mine()).items).toEqual([]);
  });

  it('of a child under 16 the parent who represents it sees the lines; from 16 the child does', async () => {
    await anAccount(api.db, family.members['Noor'], 'representative');
    await look('regisseur');
    await catchUp(api.app);
    expect((await mine()).people.map(({ name }) => name)).toEqual(['Noor Bouzid']);
    await noAccount(api.db);
    await anAccount(api.db, family.members['Noor']);
    expect((await mine()).people).toEqual([]);
    await api.db.query(`UPDATE household_member SET birth_date = now() - interval '16 years' WHERE id = $1`, [family.members['Noor']]);
    expect((await mine()).people.map(({ name }) => name)).toEqual(['Noor Bouzid']);
    await noAccount(api.db);
    await anAccount(api.db, family.members['Noor'], 'representative');
    expect((await mine()).people).toEqual([]);
    await api.db.query(`UPDATE household_member SET birth_date = '2017-02-03' WHERE id = $1`, [family.members['Noor']]);
  });

  it('a parent of whom it is recorded that they have no authority does not see the child any more', async () => {
    await anAccount(api.db, family.members['Fatima']);
    await anAccount(api.db, family.members['Noor'], 'representative');
    await api.db.query(`INSERT INTO parental_authority (child_id, adult_id, household_id, municipality_id, has_authority, source, recorded_by)
      SELECT $1, $2, $3, $4, false, 'register', id FROM app_user WHERE subject = 'regisseur'`, [family.members['Noor'], family.members['Fatima'], family.id, family.municipalityId]);
    expect((await mine()).people.map(({ name }) => name)).toEqual(['Fatima Bouzid']);
    await api.db.query('DELETE FROM parental_authority');
  });

  it('with two households a parent sees the child only on the own side, the child from 16 sees both', async () => {
    const side = (name: string) => aKnownHousehold(api.db, { name, members: [{ role: 'child', firstName: 'Sem', lastName: name, birthDate: '2015-05-05' }] });
    const [left, right] = [await side('Links'), await side('Rechts')];
    await samePerson(left.members['Sem'], right.members['Sem']);
    for (const { id } of [left, right]) await look('regisseur', id);
    await catchUp(api.app);
    await anAccount(api.db, left.members['Sem'], 'representative');
    expect((await mine()).items.flatMap(({ names }) => names)).toEqual(['Sem Links']);
    await noAccount(api.db);
    await api.db.query(`UPDATE household_member SET birth_date = '2008-05-05' WHERE id = ANY ($1)`, [[left.members['Sem'], right.members['Sem']]]);
    await anAccount(api.db, left.members['Sem']);
    expect((await mine()).items.flatMap(({ names }) => names).sort()).toEqual(['Sem Links', 'Sem Rechts']);
  });

  it('comes in pages, with nothing twice and nothing left out', async () => {
    await anAccount(api.db, family.members['Fatima']);
    const all = (await mine()).items.flatMap(({ times, what }) => times.map((at) => `${at} ${what}`));
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Awaited<ReturnType<typeof mine>> = await mine(`/v1/access-log/mine?limit=1${cursor && `&cursor=${cursor}`}`);
      paged.push(...page.items.flatMap(({ times, what }) => times.map((at) => `${at} ${what}`)));
      cursor = page.nextCursor;
    }
    expect(all.length).toBeGreaterThan(3);
    expect([...paged].sort()).toEqual([...all].sort());
  });

  it('is a PDF of the resident alone: tagged, in Dutch, with page numbers, without the names of others', async () => {
    await anAccount(api.db, family.members['Fatima']);
    const { status, type, text, raw } = await pdf('resident', '/v1/access-log/mine.pdf');
    expect([status, type]).toEqual([200, 'application/pdf']);
    for (const part of ['/Marked true', '/Lang (nl-NL)', '/DisplayDocTitle true']) expect(raw).toContain(part);
    for (const part of ['Wie zag mijn dossier?', 'Dit overzicht is van Fatima Bouzid.', 'keek in het dossier', 'als regisseur van het gezin', 'bladzijde 1 van']) expect(text).toContain(part);
    for (const name of ['Erik', 'Noor', 'Jelle', 'Hoekstra', 'Willemijn', 'Jansen', family.caseNumber]) expect(text).not.toContain(name);
  });

  it('that the resident looked is noted, and not shown to them as somebody who saw the file', async () => {
    await anAccount(api.db, family.members['Fatima']);
    await mine();
    await catchUp(api.app);
    const [line] = await api.db.query(`SELECT e.roles, e.origin FROM audit_event e JOIN app_user u ON u.id = e.user_id WHERE action = 'access-log.own-read' AND u.subject = 'resident' LIMIT 1`);
    expect(line).toEqual({ roles: 'resident', origin: expect.stringMatching(/^api (127\.0\.0\.1|::1)$/) });
    expect((await mine()).items.map(({ who }) => who)).not.toContain('inwoner');
  });

  it('knows who the regisseur of the resident is', async () => {
    await anAccount(api.db, family.members['Fatima']);
    const { body } = await api.as('resident').get('/v1/my-file');
    expect(body).toEqual({ people: [{ memberId: family.members['Fatima'], name: 'Fatima Bouzid', capacity: 'self' }], regisseurs: [{ name: 'Jelle Hoekstra', organisation: 'WIJ Groningen' }] });
  });
});

describe('printing the log for somebody without an account', () => {
  const path = (member: string | undefined, file = '', id = family.id): string => `/v1/households/${id}/members/${member}/access-log${file}`;

  it('is for the regisseur of the family, one person at a time', async () => {
    const { status, body } = await api.as('regisseur').get(path(family.members['Erik']));
    expect(status).toBe(200);
    expect(body.people).toEqual([expect.objectContaining({ name: 'Erik de Wit' })]);
    expect(new Set(body.items.flatMap(({ names }: Item) => names))).toEqual(new Set(['Erik de Wit']));
    const printed = await pdf('regisseur', path(family.members['Erik'], '.pdf'));
    expect(printed.text).toContain('Dit overzicht is van Erik de Wit.');
    for (const name of ['Fatima', 'Noor', 'Willemijn']) expect(printed.text).not.toContain(name);
  });

  it.each(['regisseur-zuid', 'regisseur-hoogeveen'])('%s, who has nothing to do with the family, gets a 404, as for a family that does not exist', async (persona) => {
    for (const file of ['', '.pdf']) {
      const [theirs, none] = [await api.as(persona).get(path(family.members['Erik'], file)), await api.as(persona).get(path(family.members['Erik'], file, newId()))];
      expect([theirs.status, none.status]).toEqual([404, 404]);
      expect((JSON.parse(theirs.text) as { detail: string }).detail).toBe((JSON.parse(none.text) as { detail: string }).detail);
    }
  });

  it.each(['resident', 'privacy-officer', 'gkb', 'team-lead', 'case-worker'])('is not for %s', async (persona) => {
    expect((await api.as(persona).get(path(family.members['Erik']))).status).toBe(403);
  });

  it('does not take a member of another family under this one', async () => {
    expect((await api.as('regisseur').get(path(others.members['Willemijn']))).status).toBe(404);
  });

  it('is not for somebody who is in the dossier for another reason than coordinating it', async () => {
    await giveAccess(api.db, family.id, 'regisseur-zuid', 'intake');
    expect((await api.as('regisseur-zuid').get(path(family.members['Erik']))).status).toBe(404);
    await api.db.query(`DELETE FROM household_access WHERE household_id = $1 AND reason = 'intake'`, [family.id]);
  });

  it('is itself in the log of that person', async () => {
    await anAccount(api.db, family.members['Erik']);
    await catchUp(api.app);
    expect((await mine()).items).toEqual(expect.arrayContaining([expect.objectContaining({ what: 'keek op verzoek wie het dossier zag', who: 'regisseur' })]));
  });
});
