import type pg from 'pg';
import type { People } from './cast.js';

/** Who may work with a BSN in the demo: the Groningse Kredietbank is part of the municipality, WIJ has its mandate. */
export async function settleBsnRights(db: pg.ClientBase, { municipality, organisation }: People): Promise<void> {
  await db.query('UPDATE organisation SET public_body = true WHERE id = $1', [organisation['Groningse Kredietbank']]);
  await db.query(`UPDATE municipality SET settings = settings || jsonb_build_object('bsn', jsonb_build_object('mandatedOrganisations', jsonb_build_array($2::text))) WHERE id = $1`, [
    municipality.Groningen, organisation['WIJ Groningen'],
  ]);
}
