import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { userId } from '../support/households.js';
import { ENTRIES, routeOf } from './matrix/entries.js';
import { readOpens } from './matrix/vocabulary.js';
import { startWorld, type World } from './matrix/world.js';

const OF_A_FAMILY = /^\w+ \/v1\/(households\/\{id\}|canvases\/|referrals\/|fund-requests\/)/;
// A proposal is answered by whom it is for, whatever else they are in; and who stands in gives no family away.
const OTHERWISE = /\/assignments\/|^POST .*\/handovers(?:$|\/\{handoverId\}\/(?:acceptance|decline|confirmation|cancellation))/;
// Of who writes it: whoever is let in finds none of their own.
const NOTHING_OF_THEIRS: Readonly<Record<string, number>> = { 'DELETE /v1/households/{id}/contact-draft': 412 };
const mayRegisseur = (opens: string): boolean => readOpens(opens).get('regisseur')?.includes('own') ?? false;
const routes = Object.entries(ENTRIES).filter(([name, { opens, shows }]) => OF_A_FAMILY.test(name) && !OTHERWISE.test(name) && !shows && mayRegisseur(opens));

const FAMILY_OF = `SELECT id, municipality_id AS "municipalityId" FROM household WHERE id IN (
  SELECT $1::uuid UNION SELECT household_id FROM canvas WHERE id = $1 UNION SELECT household_id FROM referral WHERE id = $1 UNION SELECT household_id FROM fund_request WHERE id = $1)`;

describe('access that has not begun or is over, at every route about a family', () => {
  let world: World;
  let lars: string;
  beforeAll(async () => {
    world = await startWorld();
    lars = await userId(world.api.db, 'regisseur-zuid');
  });
  afterAll(() => world.close());

  it('is asked of them all', () => {
    process.stdout.write(`routes asked before, during and after a substitution: ${routes.length}\n`);
    expect(routes.length).toBeGreaterThan(25);
  });

  it.each(routes)('%s', async (name, { ask }) => {
    const { api } = world;
    const [verb = ''] = routeOf(name).split(' ');
    const { path, ...call } = await ask(world);
    const [family] = await api.db.query<{ id: string; municipalityId: string }>(FAMILY_OF, [/[0-9a-f-]{36}/.exec(path)?.[0]]);
    const within = async (since: string, until: string): Promise<number> => {
      await api.db.query('DELETE FROM household_access WHERE user_id = $1 AND household_id = $2', [lars, family?.id]);
      await api.db.query(
        `INSERT INTO household_access (user_id, household_id, municipality_id, reason, since, until) VALUES ($1, $2, $3, 'substitute', now() + $4::interval, now() + $5::interval)`,
        [lars, family?.id, family?.municipalityId, since, until]);
      return (await api.as('regisseur-zuid').call(verb as 'POST', path, call)).status;
    };
    expect([403, 404]).toContain(await within('-2 hours', '-1 second'));
    expect([403, 404]).toContain(await within('1 minute', '1 hour'));
    const letIn = await within('-1 hour', '1 hour');
    if (NOTHING_OF_THEIRS[name]) expect(letIn).toBe(NOTHING_OF_THEIRS[name]);
    else expect(letIn).toBeLessThan(300);
  });
});
