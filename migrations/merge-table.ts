import { municipalityWall, policy, role, worksWith } from './policy.js';

/** Two dossiers of one family become one: the other stays as it was, ended and readable through the one that goes on (decision 28). */
export const mergeTable = `
  ALTER TABLE household ADD COLUMN merged_into_id uuid REFERENCES household,
    ADD CONSTRAINT household_not_merged_with_itself CHECK (merged_into_id <> id),
    -- When the other is destroyed the thread is cut (decision 17), hence not the other way round.
    ADD CONSTRAINT household_merged_is_ended CHECK (merged_into_id IS NULL OR state = 'merged');
  CREATE INDEX household_merged_into ON household (merged_into_id) WHERE merged_into_id IS NOT NULL;

  CREATE TABLE household_merge (
    id uuid PRIMARY KEY,
    -- The one that goes on.
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality,
    merged_household_id uuid NOT NULL REFERENCES household,
    merged_by uuid NOT NULL REFERENCES app_user,
    merged_at timestamptz NOT NULL,
    undo_until date NOT NULL,
    -- What undoing puts back: the state it came from, and what it changed on either side.
    from_state text NOT NULL,
    before jsonb NOT NULL,
    -- Who is who: {from, to, added}; ids only.
    members jsonb NOT NULL,
    undone_by uuid REFERENCES app_user,
    undone_at timestamptz,
    CONSTRAINT merge_of_two CHECK (household_id <> merged_household_id),
    CONSTRAINT merge_undone_by_somebody CHECK ((undone_at IS NULL) = (undone_by IS NULL))
  );
  CREATE INDEX merge_of_household ON household_merge (household_id, merged_at DESC);
  CREATE INDEX merge_of_merged_household ON household_merge (merged_household_id);
  CREATE UNIQUE INDEX one_merge_at_a_time ON household_merge (merged_household_id) WHERE undone_at IS NULL;
  ${municipalityWall('household_merge')}
  -- No job has to know of it.
  DROP POLICY worker_jobs ON household_merge;
  ${policy('household_merge', 'involved_people', 'SELECT', worksWith('household_id'))}
  ${policy('household_merge', 'team_lead_sees_team', 'SELECT', `${role('team-lead')} AND access.of_my_team(household_id)`)}
  CREATE TRIGGER in_ones_own_name BEFORE INSERT OR UPDATE OF merged_by, undone_by ON household_merge FOR EACH ROW
    EXECUTE FUNCTION access.in_ones_own_name('merged_by', 'undone_by');
  -- Written by the doors only. What undoing needs holds an address: nobody reads it.
  GRANT SELECT (id, household_id, municipality_id, merged_household_id, merged_by, merged_at, undo_until, from_state, members, undone_by, undone_at)
    ON household_merge TO naast_app;`;
