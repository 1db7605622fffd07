import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { breakGlass } from '../support/break-glass.js';
import { addRole } from '../support/reports.js';
import { ENTRIES, routeOf } from './matrix/entries.js';
import { readOpens } from './matrix/vocabulary.js';
import { startWorld, type World } from './matrix/world.js';

// What is done about a proposal, and looking ahead or at an address (decision 11), is no writing by involvement; the specs of those have their own refusals.
const OTHERWISE = /sharing-preview|life-event-preview|address\/reveal|\/assignments\/|\/handovers\/\{handoverId\}\/(?:acceptance|decline)$/;
const OF_A_FAMILY = /^\w+ \/v1\/(households\/\{id\}\/|canvases\/|referrals\/|fund-requests\/)/;
const mayRegisseur = (opens: string): boolean => readOpens(opens).get('regisseur')?.includes('own') ?? false;

/** From the matrix, so a route that comes later is here by itself. */
const writes = Object.entries(ENTRIES).filter(([name, { opens }]) => !name.startsWith('GET ') && OF_A_FAMILY.test(name) && !OTHERWISE.test(name) && mayRegisseur(opens));

const FAMILY_OF = `SELECT id, case_number AS "caseNumber" FROM household WHERE id IN (
  SELECT $1::uuid UNION SELECT household_id FROM canvas WHERE id = $1 UNION SELECT household_id FROM referral WHERE id = $1 UNION SELECT household_id FROM fund_request WHERE id = $1)`;

describe('whoever broke the glass reads, and what the regisseur may write is refused', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    // Everything that works for families, and involved in none of these.
    await addRole(world.api.db, 'regisseur-zuid', 'case-worker', 'WIJ Zuid');
  });
  afterAll(() => world.close());

  it('is asked of every route that writes about a family', () => {
    process.stdout.write(`writes tried with break-glass: ${writes.length}\n`);
    expect(writes.length).toBeGreaterThan(15);
  });

  it.each(writes)('%s', async (name, { ask }) => {
    const { api } = world;
    const [verb = ''] = routeOf(name).split(' ');
    const { path, ...call } = await ask(world);
    const [family] = await api.db.query<{ id: string; caseNumber: string }>(FAMILY_OF, [/[0-9a-f-]{36}/.exec(path)?.[0]]);
    // 409: this family is open for him since a route before.
    expect([201, 409]).toContain((await breakGlass(api, 'regisseur-zuid', family ?? { caseNumber: 'none' })).status);
    expect((await api.as('regisseur-zuid').get(`/v1/households/${family?.id}`)).body.breakGlass).not.toBeNull();
    const send = (persona: string) => api.as(persona).call(verb as 'POST', path, call);
    const refused = await send('regisseur-zuid');
    expect({ status: refused.status, refused: [403, 404].includes(refused.status) }).toEqual({ status: refused.status, refused: true });
    // The same request is right in every respect.
    expect((await send('regisseur')).status).toBeLessThan(300);
  });
});
