import type pg from 'pg';
import { newId } from '#kernel';
import type { People } from './cast.js';

const EVERYTHING = ['name', 'birth-date', 'contact', 'address', 'household', 'finances', 'housing', 'work', 'health', 'safety'];

type Agreement = readonly [organisation: string, municipality: 'Groningen' | 'Hoogeveen', title: string, reference: string, categories: readonly string[]];

const SIGNED: readonly Agreement[] = [
  ['Groningse Kredietbank', 'Groningen', 'Convenant samen bij schulden', 'PO-2026-01', EVERYTHING],
  ['Humanitas', 'Groningen', 'Privacyovereenkomst thuisadministratie', 'PO-2026-02', EVERYTHING],
  ['Directie IDV', 'Groningen', 'Werkafspraak inkomen en minimaregelingen', 'PO-2026-03', EVERYTHING],
  ['Humanitas', 'Hoogeveen', 'Privacyovereenkomst thuisadministratie', 'PO-2026-11', EVERYTHING],
];

/** With every partner of the demo there is an agreement; one was taken over by an upgrade and still has to be looked at. */
export async function loadAgreements(db: pg.ClientBase, people: People): Promise<void> {
  for (const [organisation, municipality, title, reference, categories] of SIGNED) {
    const officer = municipality === 'Groningen' ? people.user['privacy-officer'] : null;
    await db.query(
      `INSERT INTO data_sharing_agreement (id, municipality_id, organisation_id, title, reference, signed_on, valid_from, valid_until, categories,
         state, document_reference, recorded_by, confirmed_by, confirmed_at)
       VALUES ($1, $2, $3, $4, $5, '2025-12-10', '2026-01-01', '2030-01-01', $6, 'active', $7, $8, $8, '2025-12-12')`,
      [newId(), people.municipality[municipality], people.organisation[organisation], title, reference, categories, `Zaaksysteem ${reference}`, officer],
    );
  }
  await db.query(
    `INSERT INTO data_sharing_agreement (id, municipality_id, organisation_id, title, valid_from, valid_until, categories, state)
     VALUES ($1, $2, $3, 'Overgenomen, nog te controleren', '2026-01-01', '2030-01-01', $4, 'taken-over')`,
    [newId(), people.municipality.Groningen, people.organisation['Directie W&P'], EVERYTHING],
  );
}
