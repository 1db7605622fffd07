import { newId } from '#kernel';
import { DATA_CATEGORY_NAMES, type DataCategory } from '#privacy';
import type { SpecApi } from './api.js';
import type { SpecDatabase } from './database.js';

export interface AgreementFixture {
  readonly state?: 'proposed' | 'taken-over' | 'active' | 'ended';
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly categories?: readonly DataCategory[];
}

/** From here on these are the only agreements with this organisation in Groningen. */
export async function onlyAgreements(db: SpecDatabase, organisationId: string, agreements: readonly AgreementFixture[]): Promise<string[]> {
  await db.query('DELETE FROM data_sharing_agreement WHERE organisation_id = $1', [organisationId]);
  const ids: string[] = [];
  for (const { state = 'active', validFrom = '2026-01-01', validUntil = '2030-01-01', categories = DATA_CATEGORY_NAMES } of agreements) {
    const id = newId();
    await db.query(
      `INSERT INTO data_sharing_agreement (id, municipality_id, organisation_id, title, signed_on, valid_from, valid_until, categories, state)
       SELECT $1, m.id, $2, 'Convenant', '2025-12-01', $3, $4, $5, $6 FROM municipality m WHERE m.name = 'Groningen'`,
      [id, organisationId, validFrom, validUntil, categories, state],
    );
    ids.push(id);
  }
  return ids;
}

/** A body that is right in every respect; a spec changes what it is about. */
export const agreementBody = (more: object = {}) => ({
  title: 'Convenant samen bij schulden', reference: 'PO-7', signedOn: '2026-02-20', validFrom: '2026-03-01', validUntil: '2028-03-01',
  categories: ['name', 'contact'], documentReference: 'Zaaksysteem PO-7', ...more,
});

export const endAgreement = (api: SpecApi, id: string | undefined, reason = 'De samenwerking stopt.') =>
  api.as('privacy-officer').post(`/v1/data-sharing-agreements/${id}/end`, { reason });
