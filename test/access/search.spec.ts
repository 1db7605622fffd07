import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, giveAccess, type HouseholdFixture } from '../support/households.js';

const PERSONAS = ['regisseur', 'case-worker', 'team-lead', 'regisseur-zuid', 'team-lead-zuid', 'regisseur-hoogeveen', 'team-lead-hoogeveen'];
const STATES = ['reported', 'safety-check', 'waiting-list', 'intake', 'draft-plan', 'scaled-up', 'aftercare', 'closed'] as const;
/** Every family is called this, so that one search could find them all. */
const NAME = 'Zoekebroek';

describe('searching shows what the lists of the same person show', () => {
  let api: SpecApi;
  const families: HouseholdFixture[] = [];
  beforeAll(async () => {
    api = await startApi();
    for (const [at, state] of [...STATES, ...STATES].entries()) {
      for (const persona of ['regisseur', 'regisseur-zuid', 'regisseur-hoogeveen']) {
        const helped = (at % 2 === 0 || state === 'scaled-up') && state !== 'closed';
        families.push(await aHousehold(api.db, {
          ...(helped ? { regisseur: persona } : { regisseur: null, teamOf: persona }), state, name: `Familie ${NAME}-${at}`, protectedAddress: at % 3 === 0,
          members: [{ role: 'main', firstName: 'Verborgene', lastName: 'Anders', birthDate: '1980-01-01' }], ...(at % 5 === 0 && persona === 'regisseur' ? { intakeBy: 'case-worker' } : {}),
        }));
      }
    }
    const [lent] = families;
    if (lent) await giveAccess(api.db, lent.id, 'regisseur-zuid', 'substitute');
  });
  afterAll(() => api.close());

  const search = async (persona: string, text: string) => (await api.as(persona).post('/v1/household-searches', { text })).body as { items: { id: string; view: string; match: { on: string } }[]; more: boolean };
  /** What the door would give without a limit. */
  const all = async (persona: string, text: string) => {
    const found = new Map<string, { view: string; on: string }>();
    for (const family of families) for (const one of (await search(persona, text === 'number' ? family.caseNumber : text)).items) found.set(one.id, { view: one.view, on: one.match.on });
    return found;
  };
  const opened = async (persona: string): Promise<Map<string, string>> => {
    const views = new Map<string, string>();
    for (const { id } of families) {
      const { status, body } = await api.as(persona).get(`/v1/households/${id}`);
      if (status === 200) views.set(id, body.view);
    }
    return views;
  };

  it.each(PERSONAS)('%s finds by number exactly the families that open, with the same view', async (persona) => {
    const found = await all(persona, 'number');
    expect(Object.fromEntries([...found].map(([id, { view }]) => [id, view]))).toEqual(Object.fromEntries(await opened(persona)));
    expect(found.size).toBeGreaterThan(0);
  });

  it.each(PERSONAS)('%s finds by who is in it only those whose members they read', async (persona) => {
    const views = await opened(persona);
    const found = (await search(persona, 'verborgene anders')).items.map(({ id }) => id);
    const readable = [...views].filter(([, view]) => view === 'involved' || view === 'scaled-up').map(([id]) => id);
    expect(found.every((id) => readable.includes(id))).toBe(true);
    expect(found).toHaveLength(Math.min(20, readable.length));
  });

  it('roles of no team find nothing and are not asked in', async () => {
    for (const persona of ['gkb', 'resident', 'privacy-officer', 'policy-adviser', 'fund-secretary', 'decision-maker']) {
      expect((await api.as(persona).post('/v1/household-searches', { text: NAME })).status).toBe(403);
    }
  });

  it('what is not there and what is not yours give one answer', async () => {
    const other = await aHousehold(api.db, { regisseur: 'regisseur-zuid', name: 'Familie Onvindbaar', members: [{ role: 'main', firstName: 'Onvindbaar', lastName: 'Onvindbaar' }] });
    const ask = async (text: string) => {
      const { status, text: body } = await api.as('regisseur').post('/v1/household-searches', { text });
      return { status, body };
    };
    const nothing = await ask('Nergensbekend');
    expect(await ask('Onvindbaar')).toEqual(nothing);
    expect(await ask(other.caseNumber)).toEqual(nothing);
    expect(await ask('Onvindbar')).toEqual(nothing);
  });

  it('who left a family does not lead to it any more', async () => {
    const family = await aHousehold(api.db, { name: 'Familie Gebleven', members: [{ role: 'main', firstName: 'Blijver', lastName: 'Gebleven' }, { role: 'partner', firstName: 'Weggaander', lastName: 'Vertrokken' }] });
    expect((await search('regisseur', 'weggaander')).items.map(({ id }) => id)).toEqual([family.id]);
    await api.db.query(`UPDATE household_member SET left_on = current_date, left_reason = 'own-home' WHERE id = $1`, [family.members['Weggaander']]);
    expect((await search('regisseur', 'weggaander')).items).toEqual([]);
  });

  it('break-glass is for one family by its number, and finds nothing', async () => {
    const family = await aHousehold(api.db, { regisseur: 'regisseur-zuid', name: 'Familie Noodgeval' });
    await api.as('regisseur').post('/v1/break-glass', { caseNumber: family.caseNumber, reason: 'Er is brand en er is niemand anders.' });
    expect((await search('regisseur', 'Noodgeval')).items).toEqual([]);
  });
});
