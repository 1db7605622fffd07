import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type Role } from '#kernel';
import { aDraft } from '../support/funds.js';
import { aHousehold } from '../support/households.js';
import { basisBody } from '../support/referrals.js';
import { aReport } from '../support/reports.js';
import { ENTRIES } from './matrix/entries.js';
import { strangersTo } from './matrix/strangers.js';
import type { Relation } from './matrix/relations.js';
import { type Entry, readOpens } from './matrix/vocabulary.js';
import { type Player, startWorld, type World } from './matrix/world.js';
import { theDayInAmsterdam } from '../support/today.js';

const lists = Object.entries(ENTRIES).filter(([name, { shows }]) => shows && name.startsWith('GET '));

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('what others do', () => {
  const told = async (entry: Entry, person: Player): Promise<string> => (await person.get((await entry.ask(world)).path)).text;

  it('changes no list, count or order of who has no part in it', async () => {
    const readers = lists.flatMap(([name, entry]) => strangersTo(world, entry).map(([who, person]) => ({ what: `${name} for ${who}`, entry, person })));
    const before: string[] = [];
    for (const { entry, person } of readers) before.push(await told(entry, person));
    const counts = await unread();
    await everythingHappens();
    const changed: string[] = [];
    for (const [at, { what, entry, person }] of readers.entries()) if ((await told(entry, person)) !== before[at]) changed.push(what);
    expect(changed).toEqual([]);
    expect(await unread()).toEqual(counts);
  });

  const unread = async (): Promise<unknown[]> => {
    const counts: unknown[] = [];
    for (const role of ['team-lead', 'partner-worker', 'privacy-officer', 'resident'] satisfies Role[]) {
      for (const relation of ['colleague', 'team', 'municipality', 'none'] satisfies Relation[]) counts.push((await world.cast[role][relation].get('/v1/me')).body.unreadCount);
    }
    return counts;
  };

  /** A family more on the waiting list and in the caseload, a referral, a request, a reminder, a message. */
  async function everythingHappens(): Promise<void> {
    const { api, cast, home } = world;
    await aHousehold(api.db, { regisseur: null, teamOf: 'team-lead', name: 'Familie Zilvervos', urgency: 'spoed' });
    await aDraft(api, { fundId: world.fundId });
    for (const name of ['POST /v1/households/{id}/referrals', 'POST /v1/households/{id}/reminders']) {
      const { path, body } = await (ENTRIES[name] as Entry).ask(world);
      expect((await api.as('regisseur').post(path, body)).status).toBe(201);
    }
    await api.db.query(`INSERT INTO inbox_item (id, municipality_id, user_id, kind, text, link, cause) VALUES ($1, $2, $3, 'reminder-due', 'x', '/x', $4)`,
      [newId(), home.municipalityId, cast.regisseur.own.id, newId()]);
  }
});

describe('the place in a list', () => {
  it.each(lists)('of another is no way into theirs: %s', async (name, entry) => {
    const { path } = await entry.ask(world);
    const hidden = entry.shows?.(world) ?? [];
    const made = [[hidden[0]], ['2000-01-01', world.home.id], ['2000-01-01T00:00:00.000Z', world.home.id], [0, '2000-01-01', world.home.id], [world.home.id], ['9999-12-31', hidden[0]]];
    for (const [who, person] of strangersTo(world, entry)) {
      for (const values of made) {
        const cursor = Buffer.from(JSON.stringify(values)).toString('base64url');
        const answer = await person.get(`${path}${path.includes('?') ? '&' : '?'}cursor=${cursor}`);
        expect({ name, who, known: [200, 400].includes(answer.status), leaked: hidden.filter((id) => answer.text.includes(id)) }).toEqual({ name, who, known: true, leaked: [] });
      }
    }
  });

  it('holds ids, days and numbers, never a name', async () => {
    for (const [, entry] of lists) {
      const { path } = await entry.ask(world);
      const [[role, [relation] = []] = []] = [...readOpens(entry.opens)];
      const { body } = await world.cast[role ?? 'regisseur'][relation ?? 'own'].get(`${path.replace(/[?&]limit=\d+/, '')}${path.split(/[?&]limit/)[0]?.includes('?') ? '&' : '?'}limit=1`);
      const cursor = (body as { nextCursor?: string | null }).nextCursor;
      if (cursor) expect(Buffer.from(cursor, 'base64url').toString()).not.toMatch(/[G-Zg-z]{3}/);
    }
  });
});

describe('a report about a family that is known', () => {
  const mother = { role: 'main', firstName: 'Fatima', lastName: 'Zilvervos', birthDate: '1988-04-12' };
  const report = (): object => aReport({ reportedOn: theDayInAmsterdam(), members: [mother] });

  it('in another municipality says nothing: it is taken in as new', async () => {
    expect((await world.cast['case-worker'].municipality.post('/v1/households', report())).status).toBe(201);
  });

  it('here, in another team, says that there is one and nothing of it', async () => {
    const answer = await world.cast['case-worker'].team.post('/v1/households', report());
    expect(answer.status).toBe(409);
    expect(answer.text).not.toContain(world.home.caseNumber);
    expect(answer.text).not.toContain(world.home.id);
    expect(answer.text).not.toMatch(/Zilvervos|Noord|Jelle/);
  });

  it('leaves a line each time: who keeps asking who is known here is seen', async () => {
    const asker = world.cast['case-worker'].team;
    const lines = () => world.api.db.query(`SELECT details FROM audit_event WHERE action = 'household.known-refused' AND user_id = $1`, [asker.id]);
    const before = (await lines()).length;
    expect((await asker.post('/v1/households', report())).status).toBe(409);
    expect((await asker.post('/v1/households', report())).status).toBe(409);
    expect(await lines()).toHaveLength(before + 2);
    expect(JSON.stringify(await lines())).not.toMatch(/Zilvervos|1988/);
  });
});

describe('an answer that was kept for a repeat', () => {
  it('goes with the access to the family that it tells about', async () => {
    const family = await world.family();
    const asked = { path: `/v1/households/${family.id}/legal-bases`, body: basisBody(family.members['Fatima'], world.gkb, ['name']) };
    const regisseur = world.cast.regisseur.own;
    const post = () => regisseur.post(asked.path, asked.body, { headers: { 'idempotency-key': `kept-${family.id}` } });
    const [first, again] = [await post(), await post()];
    expect([first.status, again.headers['idempotent-replayed'], again.text]).toEqual([201, 'true', first.text]);
    await world.api.db.query(`UPDATE regisseur_assignment SET state = 'ended' WHERE id = $1`, [family.assignmentId]);
    const after = await post();
    expect([after.status, after.text.includes('Zilvervos')]).toEqual([404, false]);
  });

  it('is not one of a question that changes nothing: that is asked anew', async () => {
    const asked = await (ENTRIES['POST /v1/households/{id}/sharing-preview'] as Entry).ask(world);
    const ask = () => world.cast.regisseur.own.post(asked.path, asked.body, { headers: { 'idempotency-key': `asked-${newId()}` } });
    expect((await ask()).status).toBe(200);
    expect(await world.api.db.query(`SELECT FROM idempotency_key WHERE key LIKE 'asked-%'`)).toEqual([]);
  });
});

describe('the retry key of another', () => {
  it('replays nothing of theirs', async () => {
    const asked = await (ENTRIES['POST /v1/households/{id}/reminders'] as Entry).ask(world);
    const headers = { 'idempotency-key': 'the-same-key' };
    const first = await world.cast.regisseur.own.post(asked.path, asked.body, { headers });
    expect(first.status).toBe(201);
    for (const [, stranger] of strangersTo(world, ENTRIES['POST /v1/households/{id}/reminders'] as Entry)) {
      const answer = await stranger.post(asked.path, asked.body, { headers });
      expect([answer.status, answer.headers['idempotent-replayed'], answer.text.includes(first.body.id as string)]).toEqual([404, undefined, false]);
    }
    const again = await world.cast.regisseur.own.post(asked.path, asked.body, { headers });
    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
  });
});
