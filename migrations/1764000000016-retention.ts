import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from './policy.js';
import { retentionDoors } from './retention-doors.js';
import { retentionTables } from './retention-tables.js';
import { ENDED_STATES, retentionTerms } from './retention-terms.js';
import { retentionWalk } from './retention-walk.js';

/** How long records are kept, and their real end (AVG 5, first paragraph under e; Archiefwet 1995). */
export class Retention1764000000016 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ${endOfTheCase}
      ${retentionTables}
      ${retentionTerms}
      ${retentionWalk}
      -- The refused rows of an import go long before the import itself.
      ALTER TABLE intake_import ALTER COLUMN refused_csv_sealed DROP NOT NULL;
      ${retentionDoors}
    `);
  }

  down = onlyForward;
}

/**
 * When the case ended: the start of nearly every term. Follows the state and nothing else. The application can't set it, nor
 * the marks of the privacy officer; who owns the tables can, to take over an old archive.
 */
const endOfTheCase = `
  ALTER TABLE household ADD COLUMN ended_at timestamptz,
    ADD COLUMN retention_kinds text[] NOT NULL DEFAULT '{}' CONSTRAINT household_help_kinds_known CHECK (retention_kinds <@
      ARRAY['debt-help', 'wmo', 'youth-help', 'other-provision', 'refused', 'objection', 'payment', 'rights-request', 'report-only']),
    -- When it may go, as it was reckoned last: only to find candidates quickly. Who destroys reckons anew.
    ADD COLUMN retention_due_on date,
    ADD COLUMN retention_reckoned_at timestamptz;
  -- Nothing says exactly when older cases ended: the last thing that happened is never too early.
  UPDATE household h SET ended_at = coalesce((SELECT max(e.at) FROM household_event e WHERE e.household_id = h.id), now())
    WHERE state IN ${ENDED_STATES};
  CREATE INDEX household_due ON household (municipality_id, retention_due_on) WHERE ended_at IS NOT NULL;
  CREATE INDEX household_to_reckon ON household (municipality_id, retention_reckoned_at NULLS FIRST) WHERE ended_at IS NOT NULL;

  CREATE FUNCTION access.end_follows_state() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    IF current_user = 'naast_app' THEN
      NEW.ended_at := CASE WHEN TG_OP = 'UPDATE' THEN OLD.ended_at END;
      NEW.retention_kinds := CASE WHEN TG_OP = 'UPDATE' THEN OLD.retention_kinds ELSE '{}' END;
      NEW.retention_due_on := CASE WHEN TG_OP = 'UPDATE' THEN OLD.retention_due_on END;
      NEW.retention_reckoned_at := CASE WHEN TG_OP = 'UPDATE' THEN OLD.retention_reckoned_at END;
    END IF;
    IF NEW.state NOT IN ${ENDED_STATES} THEN NEW.ended_at := NULL;
    ELSIF NEW.ended_at IS NULL THEN NEW.ended_at := now();
    END IF;
    IF TG_OP = 'INSERT' OR (NEW.ended_at, NEW.retention_kinds) IS DISTINCT FROM (OLD.ended_at, OLD.retention_kinds) THEN
      NEW.retention_due_on := NULL;
      NEW.retention_reckoned_at := NULL;
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER end_follows_state BEFORE INSERT ON household FOR EACH ROW EXECUTE FUNCTION access.end_follows_state();
  CREATE TRIGGER end_follows_new_state BEFORE UPDATE ON household FOR EACH ROW
    WHEN ((NEW.state, NEW.ended_at, NEW.retention_kinds, NEW.retention_due_on, NEW.retention_reckoned_at)
      IS DISTINCT FROM (OLD.state, OLD.ended_at, OLD.retention_kinds, OLD.retention_due_on, OLD.retention_reckoned_at))
    EXECUTE FUNCTION access.end_follows_state();
`;
