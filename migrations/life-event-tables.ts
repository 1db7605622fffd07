import { involvedWith, municipalityWall, policy } from './policy.js';
import { notForEveryJob } from './score-tables.js';

const asRegisseur = `EXISTS (SELECT FROM household_access a WHERE a.user_id = access.user_id() AND a.household_id = :table.household_id AND a.reason IN ('regisseur', 'substitute'))`;

/** What happens in a life, and which actions of the plan came from it. */
export const lifeEventTables = `
  CREATE TABLE life_event (
    id uuid PRIMARY KEY,
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality,
    -- Unset: about the family as a whole.
    member_id uuid REFERENCES household_member,
    kind text NOT NULL CONSTRAINT life_event_kind_known CHECK (kind IN ('turning-18', 'divorce', 'death', 'disability', 'leaving-benefits', 'move', 'birth')),
    event_on date NOT NULL,
    note text,
    state text NOT NULL CONSTRAINT life_event_state_known CHECK (state IN ('proposed', 'running', 'withdrawn')),
    created_at timestamptz NOT NULL DEFAULT now(),
    -- Nobody, as long as it is a proposal of Naast itself.
    started_by uuid REFERENCES app_user,
    started_at timestamptz,
    withdrawn_at timestamptz,
    withdrawal_reason text,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT life_event_in_its_family UNIQUE (id, household_id),
    CONSTRAINT life_event_started_by_somebody CHECK (state <> 'running' OR (started_by IS NOT NULL AND started_at IS NOT NULL))
  );
  -- Starting the same event twice is one event; what happens to a person once is there once, whatever its day.
  CREATE UNIQUE INDEX life_event_once ON life_event (household_id, kind, coalesce(member_id, household_id),
    (CASE WHEN kind IN ('turning-18', 'death') THEN DATE '2000-01-01' ELSE event_on END)) WHERE state <> 'withdrawn';
  CREATE INDEX life_event_of_household ON life_event (household_id, event_on);
  CREATE INDEX life_event_of_member ON life_event (member_id, kind) WHERE member_id IS NOT NULL;
  ${municipalityWall('life_event')}
  ${notForEveryJob('life_event')}
  ${policy('life_event', 'involved_people', 'SELECT', involvedWith('household_id'))}
  ${policy('life_event', 'regisseur_starts', 'INSERT', asRegisseur)}
  ${policy('life_event', 'regisseur_changes', 'UPDATE', asRegisseur)}
  CREATE TRIGGER in_ones_own_name BEFORE INSERT OR UPDATE OF started_by ON life_event FOR EACH ROW EXECUTE FUNCTION access.in_ones_own_name('started_by');
  GRANT SELECT, INSERT ON life_event TO naast_app;
  GRANT UPDATE (event_on, note, state, started_by, started_at, withdrawn_at, withdrawal_reason, version) ON life_event TO naast_app;

  -- Which action stands for which item, and when it is due from the day of the event: the checklist of the municipality may
  -- have changed before that day is corrected.
  CREATE TABLE life_event_item (
    life_event_id uuid NOT NULL,
    code text NOT NULL,
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality,
    term jsonb NOT NULL,
    plan_action_id uuid NOT NULL REFERENCES plan_action,
    PRIMARY KEY (life_event_id, code),
    FOREIGN KEY (life_event_id, household_id) REFERENCES life_event (id, household_id)
  );
  CREATE INDEX life_event_item_of_household ON life_event_item (household_id, life_event_id);
  CREATE INDEX life_event_item_of_action ON life_event_item (plan_action_id);
  ${municipalityWall('life_event_item')}
  ${notForEveryJob('life_event_item')}
  ${policy('life_event_item', 'involved_people', 'SELECT', involvedWith('household_id'))}
  ${policy('life_event_item', 'regisseur_starts', 'INSERT', asRegisseur)}
  GRANT SELECT, INSERT ON life_event_item TO naast_app;`;
