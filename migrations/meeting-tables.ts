import { wall, whenScaledUp } from './contact-tables.js';
import { inOnesOwnName, involvedWith, policy, role, worksWith } from './policy.js';

const bound = (table: string, writes: 'INSERT' | 'ALL'): string => `
  ${wall(table)}
  ${policy(table, 'involved_people', 'SELECT', involvedWith('household_id'))}
  ${whenScaledUp(table)}
  ${policy(table, writes === 'ALL' ? 'involved_people_work' : 'involved_people_add', writes, `${role('regisseur')} AND ${worksWith('household_id')}`)}`;

const OF_MEETING = `id uuid PRIMARY KEY,
    meeting_id uuid NOT NULL REFERENCES coordination_meeting,
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality`;

const indexes = (table: string, name: string): string => `
  CREATE INDEX ${name}_of_meeting ON ${table} (meeting_id);
  CREATE INDEX ${name}_of_household ON ${table} (household_id);`;

// One condition changes in both texts of the gate (decision 13), whatever else they say by now.
const readableDay = `
  DO $do$
  DECLARE
    door regprocedure;
    said text;
  BEGIN
    FOREACH door IN ARRAY ARRAY['access.shared_in_meetings(date)', 'access.sharing_facts(uuid, date)']::regprocedure[] LOOP
      said := replace(pg_get_functiondef(door), $$c.state = 'planned' AND c.planned_at > today - 7$$, $$c.state IN ('planned', 'held', 'closed') AND c.readable_until > today$$);
      IF position('readable_until' IN said) = 0 THEN RAISE EXCEPTION '% has no week after the meeting', door; END IF;
      EXECUTE said;
    END LOOP;
  END $do$;`;

/** What was on the agenda of an afstemmingsoverleg, who came, what was decided. */
export const meetingTables = `
  ALTER TABLE coordination_meeting DROP CONSTRAINT meeting_state_known,
    ADD CONSTRAINT meeting_state_known CHECK (state IN ('planned', 'held', 'closed', 'cancelled')),
    -- The first day on which invited organisations read nothing of it any more: from the setting of the municipality when it was planned.
    ADD COLUMN readable_until date NOT NULL DEFAULT ((now() AT TIME ZONE 'Europe/Amsterdam')::date + 8),
    ADD COLUMN attended_member_ids uuid[] NOT NULL DEFAULT '{}',
    ADD COLUMN attended_others text,
    ADD COLUMN held_at timestamptz,
    ADD COLUMN closed_at timestamptz,
    ADD COLUMN closed_by uuid REFERENCES app_user;
  UPDATE coordination_meeting SET readable_until = (planned_at AT TIME ZONE 'Europe/Amsterdam')::date + 8;
  GRANT UPDATE (attended_member_ids, attended_others, held_at, closed_at, closed_by) ON coordination_meeting TO naast_app;
  CREATE INDEX meeting_of_organiser ON coordination_meeting (organised_by, planned_at DESC, id DESC);
  ALTER TABLE meeting_invitation ADD COLUMN attended boolean;
  ${policy('meeting_invitation', 'involved_people_change', 'UPDATE', `${role('regisseur')} AND ${worksWith('household_id')}`)}
  GRANT UPDATE (attended) ON meeting_invitation TO naast_app;

  CREATE TABLE meeting_point (
    ${OF_MEETING},
    position smallint NOT NULL,
    title text NOT NULL,
    brought_by text,
    -- For who works with the family; another organisation reads the titles and the decisions.
    discussed text
  );
  CREATE TABLE meeting_decision (
    ${OF_MEETING},
    point_id uuid NOT NULL REFERENCES meeting_point,
    what text NOT NULL,
    owner_kind text NOT NULL CONSTRAINT decision_owner_known CHECK (owner_kind IN ('user', 'member', 'organisation', 'network')),
    owner text NOT NULL,
    due_on date NOT NULL,
    -- The action of the plan that it became; no foreign key: a plan is rewritten, minutes are not.
    action_id uuid NOT NULL,
    recorded_by uuid NOT NULL REFERENCES app_user,
    recorded_at timestamptz NOT NULL
  );
  -- Closed minutes stay as they are; what was wrong is said beside it.
  CREATE TABLE meeting_correction (
    ${OF_MEETING},
    text text NOT NULL,
    written_by uuid NOT NULL REFERENCES app_user,
    written_at timestamptz NOT NULL
  );
  ${indexes('meeting_point', 'meeting_point')}
  ${indexes('meeting_decision', 'meeting_decision')}
  CREATE INDEX meeting_decision_of_point ON meeting_decision (point_id);
  ${indexes('meeting_correction', 'meeting_correction')}
  ${bound('meeting_point', 'ALL')}
  ${bound('meeting_decision', 'INSERT')}
  ${bound('meeting_correction', 'INSERT')}
  DROP TRIGGER in_ones_own_name ON coordination_meeting;
  ${inOnesOwnName('coordination_meeting', 'organised_by', 'closed_by')}
  ${inOnesOwnName('meeting_decision', 'recorded_by')}
  ${inOnesOwnName('meeting_correction', 'written_by')}
  GRANT SELECT, INSERT, DELETE ON meeting_point TO naast_app;
  GRANT UPDATE (position, title, brought_by, discussed) ON meeting_point TO naast_app;
  GRANT SELECT, INSERT ON meeting_decision, meeting_correction TO naast_app;

  -- What was written down stands, also for a use case that forgot to ask (migration 17). What the database does itself, as with a merge, goes on.
  CREATE FUNCTION access.minutes_stand() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    IF current_user = 'naast_app' AND NOT EXISTS (SELECT FROM coordination_meeting c
      WHERE c.id = CASE TG_OP WHEN 'DELETE' THEN OLD.meeting_id ELSE NEW.meeting_id END AND c.state IN ('planned', CASE TG_OP WHEN 'DELETE' THEN 'planned' ELSE 'held' END)) THEN
      RAISE EXCEPTION 'closed minutes stay as they are' USING ERRCODE = 'check_violation', CONSTRAINT = 'minutes_stand';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END $$;
  -- After the policies: who may not write here at all hears that first.
  CREATE TRIGGER minutes_stand AFTER INSERT OR UPDATE OR DELETE ON meeting_point FOR EACH ROW EXECUTE FUNCTION access.minutes_stand();
  CREATE TRIGGER minutes_stand AFTER INSERT ON meeting_decision FOR EACH ROW EXECUTE FUNCTION access.minutes_stand();

  ${readableDay}
  -- The agenda and the decisions, as long as the door of the meeting shows somebody to my organisation. Who of the family does it is theirs.
  CREATE FUNCTION access.told_in_meetings(today date) RETURNS TABLE (meeting_id uuid, agenda jsonb, decisions jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.id,
      coalesce((SELECT jsonb_agg(p.title ORDER BY p.position) FROM meeting_point p WHERE p.meeting_id = c.id), '[]'),
      coalesce((SELECT jsonb_agg(jsonb_build_object('what', d.what,
        'owner', CASE d.owner_kind WHEN 'member' THEN 'het gezin' WHEN 'network' THEN 'het eigen netwerk' ELSE d.owner END, 'dueOn', d.due_on) ORDER BY d.due_on, d.id) FROM meeting_decision d WHERE d.meeting_id = c.id), '[]')
    FROM coordination_meeting c WHERE c.municipality_id = access.municipality()
      AND c.id IN (SELECT x.meeting_id FROM access.shared_in_meetings(today) x)
  $$;
`;
