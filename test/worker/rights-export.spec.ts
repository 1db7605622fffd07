import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { newId } from '#kernel';
import { type Answer, type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture, organisationId } from '../support/households.js';
import { tokenOf } from '../support/tokens.js';
import { textOfPdf } from '../support/pdf-text.js';
import { recordBasis, sendReferral } from '../support/referrals.js';
import { aRightsRequest, requestBody } from '../support/rights.js';
import { eventually, startWorker } from '../support/worker.js';
import { theDayInAmsterdam } from '../support/today.js';

interface Text {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly suggested: string[];
}

const OTHERS = ['Erik', 'de Wit', '0687654321', '1985-09-30', '30 september 1985', 'Noor', '2017-02-03', '3 februari 2017'];

describe('everything about a person, for that person', () => {
  let api: SpecApi;
  let worker: INestApplicationContext;
  let gkb: string;
  let family: HouseholdFixture;
  let requestId: string;
  const officer = () => api.as('privacy-officer');
  const status = (id = requestId) => officer().get(`/v1/rights-requests/${id}/export`);
  const reaches = (state: string, id = requestId): Promise<Answer<{ texts: Text[]; version: number; downloads: number }>> => eventually(() => status(id), ({ body }) => body.state === state);
  const check = (texts: readonly object[], version: number, more: object = {}, id = requestId) =>
    officer().post(`/v1/rights-requests/${id}/export/texts`, { checkedForOthers: true, texts, ...more }, { version });
  const bytes = async (file: string, id = requestId): Promise<Buffer> => {
    const answer = await fetch(new URL(`/v1/rights-requests/${id}/${file}`, api.address), { headers: { authorization: `Bearer ${await tokenOf('privacy-officer')}` } });
    return Buffer.from(await answer.arrayBuffer());
  };

  beforeAll(async () => {
    api = await startApi();
    worker = await startWorker(api.settings);
    gkb = await organisationId(api.db, 'Groningse Kredietbank');
    family = await aHousehold(api.db);
    await api.db.query(`UPDATE household SET note = 'Fatima en Erik bellen liever zelf. Erik is bereikbaar op 0687654321.' WHERE id = $1`, [family.id]);
    // What nobody should have written in a story: the net has to catch it.
    await api.db.query(`INSERT INTO household_event (id, household_id, municipality_id, kind, text) VALUES ($1, $2, $3, 'household.planted', 'Noor Bouzid ging naar school met Fatima.')`, [newId(), family.id, family.municipalityId]);
    await api.db.query(`INSERT INTO household_event (id, household_id, municipality_id, kind, text) VALUES ($1, $2, $3, 'talk', 'Gebeld met de huisarts, samen met Erik.')`, [newId(), family.id, family.municipalityId]);
    for (const who of ['Fatima', 'Erik']) expect((await recordBasis(api, family, who, gkb, ['name', 'contact'])).status).toBe(201);
    await api.db.query(`UPDATE legal_basis SET purpose = 'Alleen over de schulden van Erik' WHERE member_id = $1`, [family.members['Erik']]);
    await sendReferral(api, family, gkb, { Fatima: ['name', 'contact'], Erik: ['name'] });
    await sendReferral(api, family, gkb, { Erik: ['contact'] }, { question: 'Willen jullie Erik alleen spreken?' });
    await api.as('regisseur').get(`/v1/households/${family.id}`);
    ({ id: requestId } = await aRightsRequest(api, family, 'Fatima', { identityHow: 'known-in-person', question: 'Wat weten jullie van mij?' }));
  });
  afterAll(async () => {
    await worker.close();
    await api.close();
  });

  it('is started by the privacy officer, once at a time', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => officer().post(`/v1/rights-requests/${requestId}/export`)));
    expect(answers.map(({ status: code }) => code).sort()).toEqual([201, 409, 409]);
  });

  it('puts what people wrote themselves ready to look through, with the words about others that it finds', async () => {
    const { body } = await reaches('review');
    const byLabel = new Map(body.texts.map((text) => [text.label, text]));
    expect(byLabel.get('Aantekening bij de aanmelding')).toMatchObject({ suggested: expect.arrayContaining(['Erik', '0687654321']) });
    expect(byLabel.get('Wat iemand in het verhaal van het gezin schreef')).toMatchObject({ text: 'Gebeld met de huisarts, samen met Erik.', suggested: ['Erik'] });
    expect(byLabel.get('Wat wij een partner vroegen')?.text).toBe('Willen jullie de schulden op een rij zetten?');
    // What is only about another is not even put before the officer.
    expect(JSON.stringify(body.texts)).not.toContain('Erik alleen spreken');
    expect(JSON.stringify(body.texts)).not.toContain('schulden van Erik');
    await eventually(() => messages('privacy-officer'), (texts) => texts.includes('Er staan teksten klaar om te controleren.'));
  });

  it('is not made before every text was looked through, nor with a word that is not there', async () => {
    const { body } = await status();
    const all = body.texts.map(({ id }: Text) => ({ id, included: true, blacken: [] }));
    expect((await check(all, body.version, { checkedForOthers: false })).status).toBe(422);
    expect((await check(all.slice(1), body.version)).status).toBe(422);
    expect((await check([{ ...all[0], blacken: ['Erikson'] }, ...all.slice(1)], body.version)).status).toBe(400);
    expect((await check(all, body.version + 1)).status).toBe(412);
  });

  it('is made by the worker: all of this person, nothing of the others, in the JSON and in the PDF', async () => {
    const { body } = await status();
    const choices = body.texts.map(({ id, label, suggested }: Text) => ({ id, included: label !== 'Wie het gezin aanmeldde', blacken: suggested }));
    expect((await check(choices, body.version)).status).toBe(204);
    await reaches('ready');
    const [json, pdf] = [await bytes('export.json'), await bytes('export.pdf')];
    const told = [json.toString(), textOfPdf(pdf)];
    for (const text of told) {
      for (const own of ['Fatima', 'Bouzid', '0612345678', 'fatima@example.nl', '9711AB', family.caseNumber, 'Groningse Kredietbank', 'Wgs art. 8', 'Jelle Hoekstra', 'keek in het dossier', 'Wat weten jullie van mij?', 'Willen jullie de schulden op een rij zetten?', 'bellen liever zelf']) expect(text).toContain(own);
      for (const other of OTHERS) expect({ other, there: text.includes(other) }).toEqual({ other, there: false });
      expect(text).not.toContain('spreekuur');
    }
    expect(told[1]).toContain('12 april 1988');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const document = JSON.parse(json.toString());
    expect(document).toMatchObject({ format: 'naast-rights-export', formatVersion: 1, kind: 'access', caseNumbers: [family.caseNumber] });
    const items = (key: string) => document.sections.find((section: { key: string }) => section.key === key).items;
    expect(items('person')).toEqual([expect.objectContaining({ firstName: 'Fatima', birthDate: '1988-04-12', phone: '0612345678', hasBsn: false })]);
    expect(items('legalBases')).toHaveLength(1);
    expect(items('referrals')).toEqual([expect.objectContaining({ to: 'Groningse Kredietbank', categories: ['contact', 'name'] })]);
    // Of the family only; that somebody in it asked for their data, or was referred, is told to that person alone.
    expect(items('timeline').map(({ text }: { text: string }) => text)).toEqual(['████ ██████ ging naar school met Fatima.']);
    expect(document.texts.map(({ text }: { text: string }) => text)).toContain('Gebeld met de huisarts, samen met ████.');
  });

  it('goes over the line under a name that tells nothing, is kept by nobody on the way, and is noted', async () => {
    const answer = await officer().get(`/v1/rights-requests/${requestId}/export.pdf`);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store', 'content-disposition': 'attachment; filename="gegevens.pdf"' });
    expect((await status()).body.downloads).toBe(3);
    const notes = await api.db.query(`SELECT details->>'file' AS file FROM audit_event WHERE action = 'rights-export.downloaded' AND subject_id = $1 ORDER BY id`, [requestId]);
    expect(notes).toEqual([{ file: 'json' }, { file: 'pdf' }, { file: 'pdf' }]);
  });

  it('lies sealed in the database, without the texts as they were', async () => {
    const [row] = await api.db.query<{ json: Buffer; pdf: Buffer; originals: string }>(
      `SELECT json_sealed AS json, pdf_sealed AS pdf, (SELECT count(*) FROM rights_export_text WHERE original_sealed IS NOT NULL) AS originals FROM rights_export WHERE rights_request_id = $1`, [requestId]);
    expect(row?.json.toString('latin1')).not.toContain('Fatima');
    expect(row?.pdf.toString('latin1')).not.toContain('%PDF');
    expect(Number(row?.originals)).toBe(0);
  });

  it.each([
    ['the regisseur of the family', 'regisseur', 403], ['a case worker', 'case-worker', 403], ['a partner', 'gkb', 403], ['a resident', 'resident', 403],
    ['a regisseur of another municipality', 'regisseur-hoogeveen', 403], ['nobody', undefined, 401],
  ])('%s gets no file, no text and starts nothing', async (_, persona, code) => {
    const { db } = api;
    const before = await db.query('SELECT sum(downloads)::int AS n FROM rights_export');
    for (const file of ['export', 'export.json', 'export.pdf']) expect((await api.as(persona).get(`/v1/rights-requests/${requestId}/${file}`)).status).toBe(code);
    expect((await api.as(persona).post(`/v1/rights-requests/${requestId}/export`)).status).toBe(code);
    expect(await db.query('SELECT sum(downloads)::int AS n FROM rights_export')).toEqual(before);
  });

  it('the privacy officer of another municipality gets a 404', async () => {
    await api.db.query(`UPDATE user_role SET role = 'privacy-officer' WHERE user_id = (SELECT id FROM app_user WHERE subject = 'team-lead-hoogeveen')`);
    const other = api.as('team-lead-hoogeveen');
    await eventually(() => other.get('/v1/rights-requests'), ({ status: code }) => code === 200);
    expect((await other.get('/v1/rights-requests')).body.items).toEqual([]);
    for (const path of ['', '/export', '/export.json', '/export.pdf']) expect((await other.get(`/v1/rights-requests/${requestId}${path}`)).status).toBe(404);
    expect((await other.post(`/v1/rights-requests/${requestId}/export`)).status).toBe(404);
    expect((await other.post(`/v1/rights-requests/${requestId}/decision`, { outcome: 'granted', reasons: 'x' }, { version: 1 })).status).toBe(404);
    expect((await other.get(`/v1/rights-request-people?caseNumber=${family.caseNumber}`)).body.items).toEqual([]);
    expect((await other.post('/v1/rights-requests', requestBody(family, 'Fatima'))).status).toBe(404);
  });

  it('is done when the file was given, and gone after two weeks: rows, files and texts', async () => {
    expect((await officer().post(`/v1/rights-requests/${requestId}/decision`, { outcome: 'granted', reasons: 'U heeft recht op inzage.' }, { version: 1 })).status).toBe(204);
    expect((await officer().post(`/v1/rights-requests/${requestId}/completion`, { doneOn: theDayInAmsterdam(), note: 'Op papier gegeven.' }, { version: 2 })).status).toBe(204);
    await api.db.query(`UPDATE rights_export SET expires_at = now() - interval '1 minute'`);
    await api.db.query(`UPDATE outbox SET run_at = now() WHERE kind = 'rights-export.expire' AND done_at IS NULL`);
    await reaches('expired');
    expect(await api.db.query('SELECT json_sealed, pdf_sealed FROM rights_export WHERE rights_request_id = $1', [requestId])).toEqual([{ json_sealed: null, pdf_sealed: null }]);
    expect(await api.db.query('SELECT FROM rights_export_text')).toEqual([]);
    for (const file of ['export.json', 'export.pdf']) expect((await officer().get(`/v1/rights-requests/${requestId}/${file}`)).status).toBe(404);
  });

  /** A young person whose parents live apart: known in both families, and one person. */
  async function twoFamilies(birthDate: string): Promise<[HouseholdFixture, HouseholdFixture]> {
    const sam = { role: 'child', firstName: 'Sam', birthDate } as const;
    const one = await aHousehold(api.db, { members: [{ role: 'main', firstName: 'Ewa', lastName: 'Kowalska', birthDate: '1985-01-01', phone: '0622222222' }, sam] });
    const two = await aHousehold(api.db, { members: [{ role: 'main', firstName: 'Karim', lastName: 'Azizi', birthDate: '1986-05-05', phone: '0611111111' }, sam] });
    await api.db.query(`UPDATE household SET postcode = '9999ZZ', protected_address = true WHERE id = $1`, [two.id]);
    // Who is one person follows from the BSN.
    for (const { members } of [one, two]) await api.db.query(`UPDATE household_member SET bsn_index = $2 WHERE id = $1`, [members['Sam'], Buffer.from(birthDate)]);
    return [one, two];
  }

  async function fileOf(family_: HouseholdFixture, more: object): Promise<string> {
    const { id } = await aRightsRequest(api, family_, 'Sam', more);
    await officer().post(`/v1/rights-requests/${id}/export`);
    const { body } = await reaches('review', id);
    await check(body.texts.map((text) => ({ id: text.id, included: true, blacken: text.suggested })), body.version, {}, id);
    await reaches('ready', id);
    return textOfPdf(await bytes('export.pdf', id));
  }

  it('of who is known in two families holds both when they ask themselves, and of neither the parents', async () => {
    const [one, two] = await twoFamilies('2009-02-03');
    const text = await fileOf(one, { identityHow: 'document-seen' });
    for (const own of [one.caseNumber, two.caseNumber, 'Sam']) expect(text).toContain(own);
    for (const other of ['Karim', 'Azizi', '0611111111', 'Ewa', 'Kowalska', '0622222222']) expect({ other, there: text.includes(other) }).toEqual({ other, there: false });
  });

  it('that a parent asks for a child tells nothing of the family of the other parent', async () => {
    const [one, two] = await twoFamilies('2017-02-03');
    const text = await fileOf(one, { identityHow: 'authority-seen', askedBy: 'representative', authority: 'parental-authority', representativeName: 'Ewa Kowalska' });
    for (const own of [one.caseNumber, 'Sam']) expect(text).toContain(own);
    for (const other of [two.caseNumber, '9999ZZ', 'Karim', 'Azizi', '0611111111', 'Kowalska']) expect({ other, there: text.includes(other) }).toEqual({ other, there: false });
  });

  it('to take along holds what the person gave, and no text of others', async () => {
    const taken = await aHousehold(api.db);
    await recordBasis(api, taken, 'Fatima', gkb, ['name']);
    const { id } = await aRightsRequest(api, taken, 'Fatima', { kind: 'portability', identityHow: 'known-in-person' });
    await officer().post(`/v1/rights-requests/${id}/export`);
    await reaches('ready', id);
    const document = JSON.parse((await bytes('export.json', id)).toString());
    expect(document.sections.map(({ key }: { key: string }) => key)).toEqual(['person', 'contact', 'address', 'legalBases', 'scores']);
    expect(document.texts).toEqual([]);
  });

  it('tells who left a family nothing of where it lives now', async () => {
    const own = await aHousehold(api.db);
    const left = await api.as('regisseur').post(`/v1/households/${own.id}/members/${own.members['Erik']}/departure`, { leftOn: theDayInAmsterdam(), reason: 'own-home' }, { version: 1 });
    expect(left.status).toBe(200);
    await api.db.query(`UPDATE household SET postcode = '9999ZZ', protected_address = true WHERE id = $1`, [own.id]);
    const { id } = await aRightsRequest(api, own, 'Erik', { kind: 'portability', identityHow: 'known-in-person' });
    await officer().post(`/v1/rights-requests/${id}/export`);
    await reaches('ready', id);
    const file = (await bytes('export.json', id)).toString();
    expect(file).toContain('Erik');
    expect(file).not.toMatch(/9999ZZ|"protectedAddress":true/);
  });

  it('is thrown away at once when the request is taken back, and so are the texts', async () => {
    const { id } = await aRightsRequest(api, family, 'Erik', { identityHow: 'known-in-person' });
    await officer().post(`/v1/rights-requests/${id}/export`);
    await reaches('review', id);
    expect((await api.as('regisseur').post(`/v1/rights-requests/${id}/withdrawal`, {}, { version: 1 })).status).toBe(204);
    await reaches('expired', id);
    expect(await api.db.query('SELECT FROM rights_export_text t JOIN rights_export e ON e.id = t.rights_export_id WHERE e.rights_request_id = $1', [id])).toEqual([]);
  });

  it('waits when the worker is away, and is made when one is back', async () => {
    await worker.close();
    const { id } = await aRightsRequest(api, await aHousehold(api.db), 'Fatima', { kind: 'portability', identityHow: 'known-in-person' });
    expect((await officer().post(`/v1/rights-requests/${id}/export`)).status).toBe(201);
    expect((await status(id)).body.state).toBe('collecting');
    worker = await startWorker(api.settings);
    await reaches('ready', id);
  });

  it('is made once, however often the alarm rings', async () => {
    const { id } = await aRightsRequest(api, await aHousehold(api.db), 'Erik', { kind: 'portability', identityHow: 'known-in-person' });
    await officer().post(`/v1/rights-requests/${id}/export`);
    const first = await reaches('ready', id);
    await api.db.query(`INSERT INTO outbox (id, municipality_id, kind, payload, run_at) SELECT gen_random_uuid(), municipality_id, k, payload, now() FROM outbox, unnest(ARRAY['rights-export.collect', 'rights-export.make']) k
      WHERE kind = 'rights-export.collect' AND payload->>'exportId' = $1`, [(first.body as unknown as { id: string }).id]);
    await eventually(() => api.db.query(`SELECT FROM outbox WHERE kind LIKE 'rights-export.%' AND done_at IS NULL AND run_at <= now()`), (rows) => rows.length === 0);
    expect((await status(id)).body.version).toBe(first.body.version);
  });

  const messages = async (persona: string): Promise<string[]> => (await api.as(persona).get('/v1/inbox')).body.items.map(({ text }: { text: string }) => text);
});
