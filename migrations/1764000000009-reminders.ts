import type { MigrationInterface, QueryRunner } from 'typeorm';
import { involvedWith, itsMe, municipalityWall, onlyForward, policy } from './policy.js';

export class Reminders1764000000009 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE reminder (
        id uuid PRIMARY KEY,
        household_id uuid NOT NULL REFERENCES household,
        municipality_id uuid NOT NULL REFERENCES municipality,
        user_id uuid NOT NULL REFERENCES app_user,
        origin text NOT NULL CONSTRAINT reminder_origin_known CHECK (origin IN ('person', 'system')),
        kind text NOT NULL,
        subject_id uuid,
        title text NOT NULL,
        note text,
        due_at timestamptz NOT NULL,
        state text NOT NULL CONSTRAINT reminder_state_known CHECK (state IN ('scheduled', 'fired', 'done', 'cancelled')),
        created_at timestamptz NOT NULL DEFAULT now(),
        fired_at timestamptz,
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX reminder_of_user ON reminder (user_id, state, due_at);
      CREATE INDEX reminder_of_household ON reminder (household_id, due_at);
      CREATE INDEX reminder_of_subject ON reminder (subject_id, kind);

      -- A notification carries no personal data: a sentence and a link.
      CREATE TABLE inbox_item (
        id uuid PRIMARY KEY,
        municipality_id uuid NOT NULL REFERENCES municipality,
        user_id uuid NOT NULL REFERENCES app_user,
        kind text NOT NULL,
        text text NOT NULL,
        link text NOT NULL,
        -- One change, one message: a retried job adds nothing.
        cause text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        read_at timestamptz,
        CONSTRAINT inbox_item_once UNIQUE (user_id, cause)
      );
      CREATE INDEX inbox_of_user ON inbox_item (user_id, municipality_id, created_at DESC, id);
      CREATE INDEX inbox_unread ON inbox_item (user_id, municipality_id) WHERE read_at IS NULL;

      ${municipalityWall('reminder')}
      ${policy('reminder', 'own_reminders', 'ALL', itsMe('user_id'))}
      ${policy('reminder', 'involved_people', 'ALL', involvedWith('household_id'))}

      ${municipalityWall('inbox_item')}
      ${policy('inbox_item', 'own_messages', 'ALL', itsMe('user_id'))}

      GRANT SELECT, INSERT, UPDATE ON reminder TO naast_app;
      GRANT SELECT, INSERT ON inbox_item TO naast_app;
      GRANT UPDATE (read_at) ON inbox_item TO naast_app;
    `);
  }

  down = onlyForward;
}
