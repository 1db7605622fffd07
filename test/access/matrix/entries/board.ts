import { type Entries, EVERYWHERE, REGISSEUR } from '../vocabulary.js';
import type { World } from '../world.js';

const WHO_HAS_FAMILIES = ['regisseur', 'case-worker', 'team-lead'].map((role) => `${role}:${EVERYWHERE}`).join(' ');
let kept = 0;

async function aView({ api }: World): Promise<string> {
  // Nobody keeps more than a dozen, and every role asks for one to remove.
  await api.db.query(`DELETE FROM saved_view`);
  const { body, status, text } = await api.as('regisseur').post('/v1/saved-views', { name: `Weergave ${(kept += 1)}`, due: 'late' });
  if (status !== 201) throw new Error(text);
  return body.id as string;
}

export const BOARD: Entries = {
  'GET /v1/saved-views': {
    ask: async (world) => {
      world.marks.set('view', await aView(world));
      return { path: '/v1/saved-views' };
    },
    opens: REGISSEUR,
    shows: ({ marks }) => [marks.get('view') ?? ''],
  },
  'POST /v1/saved-views': { ask: () => ({ path: '/v1/saved-views', body: { name: `Weergave ${(kept += 1)}` } }), opens: WHO_HAS_FAMILIES },
  'DELETE /v1/saved-views/{id}': { ask: async (world) => ({ path: `/v1/saved-views/${await aView(world)}` }), opens: REGISSEUR },
  'GET /v1/team-board': { ask: () => ({ path: '/v1/team-board' }), opens: 'team-lead:own,colleague', shows: ({ cast }) => [cast.regisseur.own.id] },
};
