import type { SpecApi } from './api.js';
import { aHousehold, type HouseholdFixture, type HouseholdOptions } from './households.js';

/** A family whose case ended so long ago that every term is over. */
export async function anEndedFamily(api: Pick<SpecApi, 'db'>, options: HouseholdOptions & { endedAt?: string } = {}): Promise<HouseholdFixture> {
  const family = await aHousehold(api.db, { regisseur: null, teamOf: 'team-lead', ...options });
  await api.db.query(`UPDATE household SET state = 'closed', ended_at = $2 WHERE id = $1`, [family.id, options.endedAt ?? '1995-06-01']);
  return family;
}

/** A list made by hand of everything whose term is over. */
export async function aDestructionList(api: SpecApi, by = 'privacy-officer'): Promise<string> {
  const { status, body } = await api.as(by).post('/v1/destruction-lists');
  if (status !== 201) throw new Error(`no list: ${status}`);
  return body.id;
}

export const readList = async (api: SpecApi, id: string, by = 'privacy-officer') => (await api.as(by).get(`/v1/destruction-lists/${id}`)).body;

export const readItems = async (api: SpecApi, id: string, by = 'privacy-officer') => (await api.as(by).get(`/v1/destruction-lists/${id}/items?limit=100`)).body.items;

/** The other privacy officer agrees to the list as it is now. */
export async function agree(api: SpecApi, id: string): Promise<void> {
  const { version } = await readList(api, id);
  const { status } = await api.as('privacy-officer-2').post(`/v1/destruction-lists/${id}/approval`, undefined, { version });
  if (status !== 204) throw new Error(`not agreed: ${status}`);
}
