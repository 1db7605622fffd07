import type { MigrationInterface, QueryRunner } from 'typeorm';
import { caseloadDoors, handoverFollows } from './handover-follows.js';
import { handoverTable } from './handover-table.js';
import { onlyForward } from './policy.js';

/** One regisseur after the other: planned, talked over with the family, and switched in one moment (decision 24). */
export class Handover1764000000025 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ${handoverTable}
      ${handoverFollows}
      ${caseloadDoors}

      -- Why the band of the team was passed with this proposal, by the team lead.
      ALTER TABLE regisseur_assignment ADD COLUMN override_reason text;
      GRANT SELECT (override_reason), INSERT (override_reason) ON regisseur_assignment TO naast_app;
    `);
  }

  down = onlyForward;
}
