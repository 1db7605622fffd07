import type { MigrationInterface, QueryRunner } from 'typeorm';
import { involvedWith, municipalityWall, onlyForward, policy } from './policy.js';

export class Doorbraak1764000000007 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE canvas (
        id uuid PRIMARY KEY,
        household_id uuid NOT NULL REFERENCES household,
        municipality_id uuid NOT NULL REFERENCES municipality,
        -- An empty text is a question that is not answered yet: a canvas is kept while it grows.
        perspective text NOT NULL DEFAULT '',
        obstacles text NOT NULL DEFAULT '',
        needed text NOT NULL DEFAULT '',
        own_contribution text NOT NULL DEFAULT '',
        who_does_what text NOT NULL DEFAULT '',
        who_pays text NOT NULL DEFAULT '',
        legal_room jsonb NOT NULL DEFAULT '{}',
        value_triangle jsonb NOT NULL DEFAULT '{}',
        cost_muddling_on_cents bigint CONSTRAINT muddling_on_not_negative CHECK (cost_muddling_on_cents >= 0),
        cost_breaking_through_cents bigint CONSTRAINT breaking_through_not_negative CHECK (cost_breaking_through_cents >= 0),
        review_on date,
        written_by uuid NOT NULL REFERENCES app_user,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX canvas_of_household ON canvas (household_id);
      ${municipalityWall('canvas')}
      ${policy('canvas', 'involved_people', 'ALL', involvedWith('household_id'))}
      GRANT SELECT, INSERT, UPDATE ON canvas TO naast_app;
    `);
  }

  down = onlyForward;
}
