import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { type SpecApi, startApi } from '../support/api.js';
import { addRole, aReport } from '../support/reports.js';

const DEMO = readFileSync(new URL('../../demo/aanmeldingen.csv', import.meta.url));
const CSV = { 'content-type': 'text/csv' };
const PATH = '/v1/intake-imports?fileName=aanmeldingen.csv&safetyChecked=true';

describe('importing an export of reported families', () => {
  let api: SpecApi;
  beforeAll(async () => {
    api = await startApi();
    await api.db.query(`UPDATE municipality SET settings = '{"places": ["Groningen", "Haren"]}' WHERE name = 'Groningen'`);
    await addRole(api.db, 'regisseur-zuid', 'case-worker', 'WIJ Zuid');
  });
  afterAll(() => api.close());

  const upload = (body: unknown, persona = 'case-worker', path = PATH) => api.as(persona).post(path, body, { headers: CSV });
  const counts = async () => {
    const [row] = await api.db.query<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM household) AS households, (SELECT count(*)::int FROM household_member) AS members,
         (SELECT count(*)::int FROM household_access) AS access, (SELECT count(*)::int FROM household_event) AS events`);
    return row;
  };
  let importId: string;

  it('takes 208 of the 217 demo rows as 60 families on the waiting list', async () => {
    const answer = await upload(DEMO);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      fileName: 'aanmeldingen.csv', rowCount: 217, takenRows: 208, refusedRows: 9, newHouseholds: 60, newMembers: 208, alreadyKnown: 0,
    });
    expect(await counts()).toEqual({ households: 60, members: 208, access: 60, events: 60 });
    importId = answer.body.id;
  });

  it('tells of every refused row the number, the column and the reason', async () => {
    const { body } = await api.as('case-worker').get(`/v1/intake-imports/${importId}`);
    expect([...new Set(body.refusals.map(({ rowNumber }: { rowNumber: number }) => rowNumber))]).toEqual([210, 211, 212, 213, 214, 215, 216, 217, 218]);
    expect(body.refusals).toContainEqual({ rowNumber: 213, column: 'Geboortedatum', reason: 'Deze datum bestaat niet.', key: 'A26-11904' });
    expect(body.refusals).toContainEqual({ rowNumber: 215, column: 'Woonplaats', reason: 'Assen ligt niet in deze gemeente.', key: 'A26-11906' });
    expect(body.warnings).toHaveLength(45);
  });

  it('gives the refused rows back as CSV that opens in a spreadsheet and runs no formula', async () => {
    const answer = await api.as('case-worker').get(`/v1/intake-imports/${importId}/refused-rows`);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toMatch(/^attachment;/);
    const [header = '', ...rows] = answer.text.replace('\uFEFF', '').split('\r\n');
    expect(header).toMatch(/^Aanmeldnummer;.*;Rijnummer;Kolom;Reden$/);
    expect(rows.length).toBeGreaterThanOrEqual(9);
    for (const cell of answer.text.split(/[;\r\n]+/)) expect(cell).not.toMatch(/^"?[=+@]/);
  });

  it('adds nothing the second time', async () => {
    const before = await counts();
    const answer = await upload(DEMO);
    expect(answer.body).toMatchObject({ takenRows: 208, refusedRows: 9, newHouseholds: 0, newMembers: 0, alreadyKnown: 208 });
    expect(await counts()).toEqual(before);
  });

  it('takes a refused row once it is corrected, straight from the downloaded file', async () => {
    const { text } = await api.as('case-worker').get(`/v1/intake-imports/${importId}/refused-rows`);
    // Row 213: a birth date that does not exist, and no urgency.
    const lines = text.split('\r\n');
    const columns = (lines[0] ?? '').replace('\uFEFF', '').split(';');
    const cells = (lines.find((line) => line.startsWith('A26-11904')) ?? '').split(';');
    cells[columns.indexOf('Geboortedatum')] = '28-2-1990';
    cells[columns.indexOf('Urgentie')] = 'hoog';
    const answer = await upload([lines[0], cells.join(';')].join('\r\n'));
    expect(answer.body).toMatchObject({ rowCount: 1, takenRows: 1, refusedRows: 0, newHouseholds: 1, newMembers: 1 });
  });

  it('adds a new child to a family that a colleague of another team reports again, without showing the dossier', async () => {
    const header = DEMO.toString('latin1').split(/\r?\n/)[0];
    const child = 'A26-11001;;;Nowak-Wi?niewska;;Nieuwkind;1-5-2026;;kind;9710 LA;140;2e;Groningen;;nee;;;;;';
    const answer = await upload(`${header}\n${child}`, 'regisseur-zuid');
    expect(answer.body).toMatchObject({ takenRows: 1, newHouseholds: 0, newMembers: 1 });
    const [family] = await api.db.query<{ id: string; member_count: number; version: number }>(
      `SELECT h.id, member_count, h.version FROM household h JOIN household_member m ON m.household_id = h.id WHERE m.first_name = 'Nieuwkind'`);
    expect(family).toMatchObject({ member_count: 4, version: 2 });
    expect((await api.as('regisseur-zuid').get(`/v1/households/${family?.id}`)).status).toBe(404);
  });

  describe('a family that comes back under another number', () => {
    const header = DEMO.toString('latin1').split(/\r?\n/)[0];
    const again = (key: string) => `${header}\n${key};1-5-2026;huisarts;NOWAK-WI?NIEWSKA;;Tess;2000-07-18;;hoofdbewoner;9710la;140;2E;Groningen;;nee;;;;hoog;`;

    it('is refused with the number it has, also when name and address are written differently', async () => {
      const { body } = await upload(again('Z-1'));
      expect(body).toMatchObject({ takenRows: 0, refusedRows: 1, newHouseholds: 0 });
      expect(body.refusals[0]).toMatchObject({ rowNumber: 2, column: 'hele rij', reason: expect.stringContaining('aanmelding A26-11001') });
    });

    it('is refused without a number when the colleague may not see it', async () => {
      const { body } = await upload(again('Z-2'), 'regisseur-zuid');
      expect(body.refusals[0].reason).toBe('Deze hoofdbewoner hoort al bij een ander huishouden. Controleer of het hetzelfde huishouden is.');
      expect(JSON.stringify(body)).not.toContain('A26-11001');
    });

    it('is recognised by hand too, although the export lost a letter of the name', async () => {
      const answer = await api.as('case-worker').post('/v1/households', aReport({
        members: [{ role: 'main', firstName: 'Tess', lastName: 'Nowak-Wiśniewska', birthDate: '2000-07-18' }],
      }));
      expect(answer.status).toBe(409);
    });
  });

  it('takes a file whatever character set the header of the request claims', async () => {
    const answer = await api.as('case-worker').post(PATH, DEMO, { headers: { 'content-type': 'text/csv; charset=windows-1252' } });
    expect(answer.body).toMatchObject({ rowCount: 217, takenRows: 208 });
  });

  it('keeps no BSN in clear text: not in the import, not in its refused rows at rest', async () => {
    const bsns = [...DEMO.toString('latin1').matchAll(/;(\d{9});/g)].map(([, bsn = '']) => bsn);
    expect(bsns.length).toBeGreaterThan(50);
    const stored = JSON.stringify(await api.db.query('SELECT t::text FROM intake_import t UNION ALL SELECT t::text FROM household_member t UNION ALL SELECT t::text FROM audit_event t'));
    for (const bsn of bsns) {
      expect(stored).not.toContain(bsn);
      expect(stored).not.toContain(Buffer.from(bsn).toString('hex'));
    }
  });

  it('shows an import to the case worker who did it, and to nobody else', async () => {
    const ids: string[] = [];
    for (let cursor = ''; ids.length < 100; ) {
      const { body } = await api.as('case-worker').get(`/v1/intake-imports?limit=2${cursor}`);
      ids.push(...body.items.map(({ id }: { id: string }) => id));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    const own = await api.db.query<{ id: string }>(`SELECT i.id FROM intake_import i JOIN app_user u ON u.id = imported_by WHERE subject = 'case-worker' ORDER BY i.id DESC`);
    expect(ids).toEqual(own.map(({ id }) => id));
    expect(ids).toContain(importId);
    expect((await api.as('regisseur-zuid').get(`/v1/intake-imports/${importId}`)).status).toBe(404);
    expect((await api.as('regisseur-zuid').get(`/v1/intake-imports/${importId}/refused-rows`)).status).toBe(404);
    for (const persona of ['team-lead', 'gkb', 'regisseur']) expect((await api.as(persona).get('/v1/intake-imports')).status).toBe(403);
  });

  it('gives a repeated upload the first answer', async () => {
    const header = DEMO.toString('latin1').split(/\r?\n/)[0];
    const file = `${header}\nR1;1-5-2026;wijkagent;Jansen;;Piet;1-5-1980;;hoofdbewoner;9711 AA;1;;Groningen;;nee;;;;hoog;`;
    const send = () => api.as('case-worker').post(PATH, file, { headers: { ...CSV, 'idempotency-key': 'upload-1' } });
    const [first, second] = [await send(), await send()];
    expect(first.body.newHouseholds).toBe(1);
    expect(second.body).toEqual(first.body);
  });

  describe('a file that can not be read changes nothing', () => {
    it.each<[string, unknown, number, RegExp]>([
      ['an empty file', Buffer.alloc(0), 400, /leeg|als text\/csv/],
      ['binary', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 9]), 400, /Excel/],
      ['UTF-16', Buffer.from('\uFEFFAanmeldnummer;', 'utf16le'), 400, /UTF-16/],
      ['two encodings in one file', Buffer.concat([Buffer.from('\uFEFFAanmeldnummer;Zoë', 'utf8'), Buffer.from([0xc3, 0x28])]), 400, /tekensets/],
      ['no header', 'a;b;c\n1;2;3', 400, /kopregel/],
      ['a header only', `${DEMO.toString('latin1').split(/\r?\n/)[0]}\n`, 400, /geen aanmeldingen/],
      ['5 MB', Buffer.alloc(5 * 1024 * 1024, 0x41), 413, /te groot/],
    ])('%s', async (_, body, status, detail) => {
      const before = await counts();
      const answer = await upload(body);
      expect(answer.status).toBe(status);
      expect(answer.body.detail).toMatch(detail);
      expect(await counts()).toEqual(before);
    });

    it.each([
      ['without the safety check', '/v1/intake-imports?fileName=a.csv', 'safetyChecked'],
      ['with safetyChecked=false', '/v1/intake-imports?fileName=a.csv&safetyChecked=false', 'safetyChecked'],
      ['without a name', '/v1/intake-imports?safetyChecked=true', 'fileName'],
      ['with something unknown', `${PATH}&force=true`, 'force'],
    ])('%s', async (_, path, field) => {
      const answer = await upload(DEMO, 'case-worker', path);
      expect(answer.status).toBe(400);
      expect(answer.body.errors).toEqual([expect.objectContaining({ field })]);
    });

    it('JSON instead of a file', async () => {
      expect((await api.as('case-worker').post(PATH, { rows: [] })).status).toBe(400);
    });
  });
});
