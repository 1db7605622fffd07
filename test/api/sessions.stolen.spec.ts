import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { giveBsn, municipalTeam } from '../support/bsn.js';
import type { CookieBrowser } from '../support/cookie-browser.js';
import { aHousehold, assignRegisseur, type HouseholdFixture } from '../support/households.js';
import { aBrowser, signedIn } from '../support/signed-in.js';
import { tokenOf } from '../support/tokens.js';
import { eventually } from '../support/worker.js';

let api: SpecApi;
let family: HouseholdFixture;
beforeAll(async () => {
  api = await startApi();
  await municipalTeam(api, 'regisseur');
});
afterAll(() => api.close());
beforeEach(async () => {
  family = await aHousehold(api.db);
  await giveBsn(api, family.members['Fatima'], '999990019');
});

/** Everything that a thief would try first, with what they hold: reading, writing, a number, a file, and signing somebody else out. */
const tries = (family: HouseholdFixture): [method: string, path: string, body?: unknown][] => [
  ['GET', '/v1/me'], ['GET', '/v1/today'], ['GET', '/v1/households'], ['GET', `/v1/households/${family.id}`], ['GET', '/v1/inbox'], ['GET', '/v1/referrals/export'],
  ['POST', `/v1/households/${family.id}/members/${family.members['Fatima']}/bsn-reveal`, { reason: 'application' }],
  ['POST', `/v1/households/${family.id}/reminders`, { title: 'x', dueAt: '2030-01-01T10:00:00Z' }],
  ['POST', '/sign-out'],
];

/** A copy of everything the browser has, in another place. */
function stolenFrom(browser: CookieBrowser): CookieBrowser {
  const thief = aBrowser(api);
  thief.setCookie('naast', browser.cookie('naast') ?? '');
  return thief;
}

async function statuses(browser: CookieBrowser, csrf: string): Promise<number[]> {
  const answers: number[] = [];
  for (const [method, path, json] of tries(family)) answers.push((await browser.visit(path, { method, json, headers: { 'x-csrf-token': csrf } })).status);
  return answers;
}
const allRefused = tries({ id: '', members: {} } as unknown as HouseholdFixture).map(() => 401);

describe('what somebody copied before the end', () => {
  it('opens nothing after signing out, with the right CSRF token too', async () => {
    const { browser, csrf } = await signedIn(api, 'regisseur');
    const thief = stolenFrom(browser);
    expect((await thief.visit(`/v1/households/${family.id}`)).status).toBe(200);
    await browser.visit('/sign-out', { method: 'POST', headers: { 'x-csrf-token': csrf } });
    expect(await statuses(thief, csrf)).toEqual(allRefused);
    expect(await api.db.query(`SELECT FROM audit_event WHERE action = 'bsn.revealed' AND household_id = $1`, [family.id])).toEqual([]);
  });

  it('opens nothing of the old session after signing in again', async () => {
    const first = await signedIn(api, 'regisseur');
    const thief = stolenFrom(first.browser);
    await first.browser.visit('/sign-out', { method: 'POST', headers: { 'x-csrf-token': first.csrf } });
    const again = await signedIn(api, 'regisseur');
    expect((await again.browser.visit('/v1/me')).status).toBe(200);
    expect(await statuses(thief, again.csrf)).toEqual(allRefused);
  });

  it('is no key by itself: the hash in the table opens nothing, nor does a session id in a header or a URL', async () => {
    const { browser } = await signedIn(api, 'regisseur');
    const token = browser.cookie('naast') ?? '';
    const [row] = await api.db.query<{ hash: string }>(`SELECT encode(token_hash, 'base64') AS hash FROM session ORDER BY created_at DESC LIMIT 1`);
    const thief = aBrowser(api);
    thief.setCookie('naast', encodeURIComponent(row?.hash ?? ''));
    expect((await thief.visit('/v1/me')).status).toBe(401);
    for (const headers of [{ authorization: `Bearer ${token}` }, { 'x-session': token }] as Record<string, string>[]) expect((await aBrowser(api).visit('/v1/me', { headers })).status).toBe(401);
    expect((await aBrowser(api).visit(`/v1/me?naast=${token}`)).status).toBe(401);
  });
});

describe('a bearer token that is still valid', () => {
  const bearer = async () => api.as(undefined).call('GET', `/v1/households/${family.id}`, { headers: { authorization: `Bearer ${await tokenOf('regisseur')}` } });

  it('keeps nothing of a family that went to somebody else', async () => {
    expect((await bearer()).status).toBe(200);
    await api.db.query(`UPDATE regisseur_assignment SET state = 'ended' WHERE household_id = $1`, [family.id]);
    await assignRegisseur(api.db, family.id, 'regisseur-2');
    expect((await bearer()).status).toBe(404);
    expect((await api.as('regisseur').post(`/v1/households/${family.id}/members/${family.members['Fatima']}/bsn-reveal`, { reason: 'application' })).status).toBe(404);
  });

  it('loses a role, and with it the BSN, when the role is taken away', async () => {
    const { browser, csrf } = await signedIn(api, 'regisseur');
    const reveal = (): Promise<number[]> => Promise.all([
      api.as('regisseur').post(`/v1/households/${family.id}/members/${family.members['Fatima']}/bsn-reveal`, { reason: 'application' }).then(({ status }) => status),
      browser.visit(`/v1/households/${family.id}/members/${family.members['Fatima']}/bsn-reveal`, { json: { reason: 'application' }, headers: { 'x-csrf-token': csrf } }).then(({ status }) => status),
    ]);
    expect(await reveal()).toEqual([200, 200]);
    await api.db.query(`UPDATE user_role SET role = 'policy-adviser' WHERE user_id = (SELECT id FROM app_user WHERE subject = 'regisseur')`);
    await eventually(reveal, (seen) => seen.every((status) => status === 403), 2_000);
    await api.db.query(`UPDATE user_role SET role = 'regisseur' WHERE user_id = (SELECT id FROM app_user WHERE subject = 'regisseur')`);
  });

  it('opens nothing of somebody who no longer works here, nor does their cookie', async () => {
    const { browser, csrf } = await signedIn(api, 'regisseur');
    await eventually(bearer, ({ status }) => status === 200, 2_000);
    await api.db.query(`UPDATE app_user SET active = false WHERE subject = 'regisseur'`);
    await eventually(bearer, ({ status }) => status === 401, 2_000);
    expect(await statuses(browser, csrf)).toEqual(allRefused);
    await api.db.query(`UPDATE app_user SET active = true WHERE subject = 'regisseur'`);
  });
});
