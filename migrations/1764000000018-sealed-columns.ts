import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from './policy.js';

/**
 * The application writes the BSN of a member and can't read it back: only the doors of the migration on the BSN can, as their
 * owner. PostgreSQL takes no single column out of a right on the whole table, so all others are named. Runs after the rooms
 * that add columns to a member.
 */
export class SealedColumns1764000000018 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DO $$
      DECLARE
        readable text;
        writable text;
      BEGIN
        SELECT string_agg(quote_ident(attname), ', '),
            string_agg(quote_ident(attname), ', ') FILTER (WHERE attgenerated = '' AND attname <> ALL (ARRAY['id', 'household_id', 'municipality_id']))
          INTO readable, writable FROM pg_attribute
          WHERE attrelid = 'household_member'::regclass AND attnum > 0 AND NOT attisdropped AND attname <> ALL (ARRAY['bsn_sealed', 'bsn_index']);
        REVOKE SELECT, UPDATE ON household_member FROM naast_app;
        EXECUTE format('GRANT SELECT (%s), UPDATE (%s) ON household_member TO naast_app', readable, writable);
      END $$;
    `);
  }

  down = onlyForward;
}
