import { BsnVault } from '#platform';
import type { SpecApi } from './api.js';
import { organisationId } from './households.js';

/** Gives a member a BSN, sealed as the API of this spec would. */
export async function giveBsn(api: Pick<SpecApi, 'db' | 'settings'>, memberId: string | undefined, bsn: string): Promise<void> {
  const { sealed, index } = new BsnVault(api.settings.BSN_KEYS, api.settings.BSN_INDEX_KEY).seal(bsn);
  await api.db.query('UPDATE household_member SET bsn_sealed = $2, bsn_index = $3 WHERE id = $1', [memberId, sealed, index]);
}

/** The same people, now employed by the municipality: its regisseurs and team leads may see a BSN. */
export async function municipalTeam({ db }: Pick<SpecApi, 'db'>, ...personas: string[]): Promise<void> {
  await db.query('UPDATE app_user SET organisation_id = $1 WHERE subject = ANY ($2)', [await organisationId(db, 'Gemeente Groningen'), personas]);
}
