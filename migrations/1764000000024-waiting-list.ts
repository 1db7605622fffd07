import type { MigrationInterface, QueryRunner } from 'typeorm';
import { earlySignals } from './early-signal-tables.js';
import { inOnesOwnName, involvedWith, itsMe, municipalityWall, onlyForward, policy, role } from './policy.js';

const TODAY = `(now() AT TIME ZONE 'Europe/Amsterdam')::date`;
const MESSENGERS = '{"",outbox.run,mail.send,bsn.too-often,sign-in,health}';
const ofMyTeam = 'team_id = ANY (access.teams())';

/** Since when a family waits, who called it, how the list went; and the early signals that come before a family is one (decision 23). */
export class WaitingList1764000000024 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ${since}
      ${periods}
      ${days}
      ${urgency}
      ${contacts}
      ${earlySignals}
    `);
  }

  down = onlyForward;
}

/**
 * The list is ordered by when the waiting began, not by when the family was reported: who returns from the intake keeps its
 * first day, who is reopened after help begins anew.
 */
const since = `
  ALTER TABLE household ADD COLUMN waiting_since date, ADD COLUMN last_called_on date;
  UPDATE household SET waiting_since = reported_on;
  ALTER TABLE household ALTER COLUMN waiting_since SET NOT NULL;
  DROP INDEX household_waiting;
  CREATE INDEX household_waiting ON household (municipality_id, team_id, urgency_rank, waiting_since, id) WHERE state = 'waiting-list';

  CREATE FUNCTION access.waiting_begins() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    IF TG_OP = 'INSERT' THEN NEW.waiting_since := NEW.reported_on;
    ELSE
      NEW.waiting_since := ${TODAY};
      NEW.last_called_on := NULL;
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER waiting_begins BEFORE INSERT ON household FOR EACH ROW EXECUTE FUNCTION access.waiting_begins();
  -- From the day it was reopened, also when an intake comes before the list: the years of help before do not count as waiting.
  CREATE TRIGGER waiting_begins_anew BEFORE UPDATE OF state ON household FOR EACH ROW
    WHEN (NEW.state = 'reopened' AND OLD.state <> 'reopened') EXECUTE FUNCTION access.waiting_begins();

  -- Asked from the policies below; as definer, for the reasons that migration 3 gives.
  CREATE FUNCTION access.waits_in_my_team(household uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    RETURN EXISTS (SELECT FROM public.household h WHERE h.id = household AND h.state = 'waiting-list'
      AND h.municipality_id = access.municipality() AND h.team_id = ANY (access.teams()));
`;

/** From when to when a family stood on the list of a team. Written by the database alone, so that no way of moving a case forgets it. */
const periods = `
  CREATE TABLE waiting_period (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality,
    team_id uuid NOT NULL REFERENCES team,
    -- For the waiting time of who leaves; the day of coming on the list can be later.
    waiting_since date NOT NULL,
    started_on date NOT NULL,
    ended_on date
  );
  CREATE UNIQUE INDEX one_waiting_period ON waiting_period (household_id) WHERE ended_on IS NULL;
  CREATE INDEX waiting_period_of_household ON waiting_period (household_id);
  CREATE INDEX waiting_period_of_team ON waiting_period (team_id, started_on);
  CREATE INDEX waiting_period_ended ON waiting_period (team_id, ended_on);

  CREATE FUNCTION access.note_waiting_period() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF TG_OP = 'UPDATE' AND OLD.state = 'waiting-list' THEN
      UPDATE waiting_period SET ended_on = ${TODAY} WHERE household_id = NEW.id AND ended_on IS NULL;
      -- Whoever wanted to call this family need not any more.
      IF NEW.state <> 'waiting-list' THEN
        UPDATE reminder SET state = 'cancelled', version = version + 1
          WHERE subject_id = NEW.id AND kind = 'waiting-call-due' AND origin = 'system' AND state IN ('scheduled', 'fired');
      END IF;
    END IF;
    IF NEW.state = 'waiting-list' THEN
      INSERT INTO waiting_period (household_id, municipality_id, team_id, waiting_since, started_on)
        VALUES (NEW.id, NEW.municipality_id, NEW.team_id, NEW.waiting_since, ${TODAY});
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER waiting_period_begins AFTER INSERT ON household FOR EACH ROW WHEN (NEW.state = 'waiting-list') EXECUTE FUNCTION access.note_waiting_period();
  CREATE TRIGGER waiting_period_changes AFTER UPDATE OF state, team_id ON household FOR EACH ROW
    WHEN ((NEW.state = 'waiting-list') <> (OLD.state = 'waiting-list') OR (NEW.state = 'waiting-list' AND NEW.team_id <> OLD.team_id))
    EXECUTE FUNCTION access.note_waiting_period();

  -- Of before this table: who waits now, and until when the others waited as far as their first regisseur tells.
  INSERT INTO waiting_period (household_id, municipality_id, team_id, waiting_since, started_on, ended_on)
    SELECT h.id, h.municipality_id, h.team_id, h.reported_on, h.reported_on, CASE WHEN h.state <> 'waiting-list' THEN greatest(a.began, h.reported_on) END
    FROM household h LEFT JOIN LATERAL (SELECT min(r.active_since AT TIME ZONE 'Europe/Amsterdam')::date AS began FROM regisseur_assignment r WHERE r.household_id = h.id) a ON true
    WHERE h.state = 'waiting-list' OR a.began IS NOT NULL;

  ${municipalityWall('waiting_period')}
  ALTER POLICY worker_jobs ON waiting_period USING (access.is_job('waiting-list.count', 'rights-export.collect'));
  ${policy('waiting_period', 'involved_people', 'SELECT', involvedWith('household_id'))}
  GRANT SELECT ON waiting_period TO naast_app;
`;

/** Numbers per day, of nobody: they stay when the families are destroyed. */
const days = `
  CREATE TABLE waiting_list_day (
    team_id uuid NOT NULL REFERENCES team,
    day date NOT NULL,
    municipality_id uuid NOT NULL REFERENCES municipality,
    waiting integer NOT NULL,
    entered integer NOT NULL,
    left_list integer NOT NULL,
    -- The days that those who left this day had waited, together.
    days_waited integer NOT NULL,
    PRIMARY KEY (team_id, day)
  );
  CREATE INDEX waiting_list_day_of_municipality ON waiting_list_day (municipality_id, day);
  ${municipalityWall('waiting_list_day')}
  ALTER POLICY worker_jobs ON waiting_list_day USING (access.is_job('waiting-list.count'));
  ${policy('waiting_list_day', 'own_team', 'SELECT', `${role('team-lead', 'case-worker')} AND ${ofMyTeam}`)}
  ${policy('waiting_list_day', 'policy_adviser_counts', 'SELECT', role('policy-adviser'))}
  GRANT SELECT, INSERT ON waiting_list_day TO naast_app;
`;

const urgency = `
  CREATE TABLE urgency_change (
    id uuid PRIMARY KEY,
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality,
    from_urgency text NOT NULL,
    to_urgency text NOT NULL CONSTRAINT urgency_change_known CHECK (to_urgency IN ('spoed', 'hoog', 'normaal', 'laag')),
    reason text NOT NULL,
    changed_by uuid NOT NULL REFERENCES app_user,
    changed_at timestamptz NOT NULL
  );
  CREATE INDEX urgency_change_of_household ON urgency_change (household_id, changed_at DESC);
  ${municipalityWall('urgency_change')}
  ALTER POLICY worker_jobs ON urgency_change USING (access.purpose() <> ALL ('${MESSENGERS}'::text[]));
  ${policy('urgency_change', 'involved_people', 'SELECT', involvedWith('household_id'))}
  ${policy('urgency_change', 'team_reads', 'SELECT', `${role('team-lead', 'case-worker')} AND access.waits_in_my_team(household_id)`)}
  ${policy('urgency_change', 'team_changes', 'INSERT', `${itsMe('changed_by')} AND ${role('team-lead', 'case-worker')} AND access.waits_in_my_team(household_id)`)}
  ${inOnesOwnName('urgency_change', 'changed_by')}
  GRANT SELECT, INSERT ON urgency_change TO naast_app;
`;

const contacts = `
  CREATE TABLE waiting_contact (
    id uuid PRIMARY KEY,
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality,
    called_on date NOT NULL,
    called_by uuid NOT NULL REFERENCES app_user,
    outcome text NOT NULL CONSTRAINT waiting_contact_outcome_known CHECK (outcome IN ('reached', 'not-reached', 'voicemail')),
    note text,
    next_try_on date,
    noted_at timestamptz NOT NULL,
    -- Noted by mistake: it stays readable that it was.
    undone_at timestamptz
  );
  CREATE INDEX waiting_contact_of_household ON waiting_contact (household_id, called_on DESC);
  ${municipalityWall('waiting_contact')}
  ALTER POLICY worker_jobs ON waiting_contact USING (access.purpose() <> ALL ('${MESSENGERS}'::text[]));
  ${policy('waiting_contact', 'involved_people', 'SELECT', involvedWith('household_id'))}
  ${policy('waiting_contact', 'team_reads', 'SELECT', `${role('team-lead', 'case-worker')} AND access.waits_in_my_team(household_id)`)}
  ${policy('waiting_contact', 'team_calls', 'INSERT', `${itsMe('called_by')} AND ${role('team-lead', 'case-worker')} AND access.waits_in_my_team(household_id)`)}
  ${policy('waiting_contact', 'own_mistake', 'UPDATE', `${itsMe('called_by')} AND ${role('team-lead', 'case-worker')} AND access.waits_in_my_team(household_id)`)}
  -- Whoever planned to call again is reminded of it, also without a task in the dossier; only of that.
  ${policy('reminder', 'own_calls_of_waiting_list', 'ALL', `${itsMe('user_id')} AND kind = 'waiting-call-due' AND ${role('case-worker')} AND access.waits_in_my_team(household_id)`)}
  ${inOnesOwnName('waiting_contact', 'called_by')}
  GRANT SELECT, INSERT ON waiting_contact TO naast_app;
  GRANT UPDATE (undone_at) ON waiting_contact TO naast_app;

  -- On the family itself, so that the hot list asks one table. One call ends the plans of everybody to call: also a colleague's.
  CREATE FUNCTION access.note_last_call() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    UPDATE household h SET last_called_on = (SELECT max(c.called_on) FROM waiting_contact c WHERE c.household_id = h.id AND c.undone_at IS NULL AND c.called_on >= h.waiting_since)
      WHERE h.id = NEW.household_id;
    UPDATE reminder SET state = 'cancelled', version = version + 1
      WHERE subject_id = NEW.household_id AND kind = 'waiting-call-due' AND origin = 'system' AND state IN ('scheduled', 'fired');
    RETURN NULL;
  END $$;
  CREATE TRIGGER last_call AFTER INSERT OR UPDATE OF undone_at ON waiting_contact FOR EACH ROW EXECUTE FUNCTION access.note_last_call();
`;
