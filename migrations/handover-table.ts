import { involvedWith, itsMe, municipalityWall, policy, role, worksWith } from './policy.js';

const OPEN = `('proposed', 'accepted', 'talk-held', 'confirmed-by-one')`;
const ofMyTeam = `${role('team-lead')} AND access.of_my_team(household_id)`;

/**
 * A planned hand-over. Whose turn it was and who said what stands in it in their own name; the CHECKs say once more that
 * nothing is handed over without the yes of the successor, the talk with the family and both confirmations, or a team lead's reason.
 */
export const handoverTable = `
  CREATE TABLE handover (
    id uuid PRIMARY KEY,
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality,
    -- The regie that is handed over, whose it is, and who is asked to take it.
    assignment_id uuid NOT NULL REFERENCES regisseur_assignment,
    regisseur_id uuid NOT NULL REFERENCES app_user,
    successor_id uuid NOT NULL REFERENCES app_user,
    state text NOT NULL CONSTRAINT handover_state_known CHECK
      (state IN ('proposed', 'accepted', 'talk-held', 'confirmed-by-one', 'done', 'cancelled', 'declined')),
    reason text NOT NULL,
    talk_on date NOT NULL,
    -- Why the band of the team was passed, by the team lead.
    override_reason text,
    planned_by uuid NOT NULL REFERENCES app_user,
    planned_at timestamptz NOT NULL DEFAULT now(),
    answered_by uuid REFERENCES app_user,
    answered_at timestamptz,
    decline_reason text,
    talk_held_on date,
    -- Who of the family was there.
    talk_members uuid[] NOT NULL DEFAULT '{}',
    talk_recorded_by uuid REFERENCES app_user,
    regisseur_confirmed_by uuid REFERENCES app_user,
    successor_confirmed_by uuid REFERENCES app_user,
    urgent_by uuid REFERENCES app_user,
    urgent_reason text,
    ended_by uuid REFERENCES app_user,
    ended_at timestamptz,
    end_reason text,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT handover_to_another CHECK (successor_id <> regisseur_id),
    -- Being regisseur opens a dossier, so nobody plans it for themselves.
    CONSTRAINT nobody_hands_to_themselves CHECK (successor_id <> planned_by AND successor_id IS DISTINCT FROM urgent_by),
    CONSTRAINT only_the_successor_answers CHECK (answered_by = successor_id),
    CONSTRAINT both_confirm_for_themselves CHECK (regisseur_confirmed_by = regisseur_id AND successor_confirmed_by = successor_id),
    CONSTRAINT confirmed_after_the_talk CHECK (talk_held_on IS NOT NULL OR num_nonnulls(regisseur_confirmed_by, successor_confirmed_by) = 0),
    CONSTRAINT talk_with_the_family CHECK (talk_held_on IS NULL OR cardinality(talk_members) > 0),
    CONSTRAINT urgent_with_reason CHECK ((urgent_by IS NULL) = (urgent_reason IS NULL)),
    CONSTRAINT handover_is_whole CHECK (state <> 'done' OR (answered_by IS NOT NULL
      AND (urgent_by IS NOT NULL OR num_nonnulls(talk_held_on, regisseur_confirmed_by, successor_confirmed_by) = 3)))
  );
  CREATE UNIQUE INDEX one_open_handover ON handover (household_id) WHERE state IN ${OPEN};
  CREATE INDEX handover_of_household ON handover (household_id, id);
  CREATE INDEX handover_of_assignment ON handover (assignment_id);
  CREATE INDEX handover_of_regisseur ON handover (regisseur_id) WHERE state IN ${OPEN};
  CREATE INDEX handover_to_successor ON handover (successor_id) WHERE state IN ${OPEN};

  ${municipalityWall('handover')}
  ALTER POLICY worker_jobs ON handover USING (access.purpose() <> ALL ('{"",outbox.run,mail.send,bsn.too-often,sign-in,health}'::text[]));
  ${policy('handover', 'involved_people', 'SELECT', involvedWith('household_id'))}
  ${policy('handover', 'asked_successor', 'SELECT', `${role('regisseur')} AND ${itsMe('successor_id')}`)}
  ${policy('handover', 'team_lead_sees', 'SELECT', ofMyTeam)}
  ${policy('handover', 'regisseur_plans', 'INSERT', `${role('regisseur')} AND ${itsMe('planned_by')} AND ${itsMe('regisseur_id')}`)}
  ${policy('handover', 'team_lead_plans', 'INSERT', `${itsMe('planned_by')} AND ${ofMyTeam}`)}
  CREATE POLICY starts_as_a_question ON handover AS RESTRICTIVE FOR INSERT WITH CHECK (access.is_system()
    OR (state = 'proposed' AND access.works_as_regisseur(successor_id)
      AND num_nonnulls(answered_by, talk_held_on, regisseur_confirmed_by, successor_confirmed_by, urgent_by) = 0));
  ${policy('handover', 'regisseur_changes', 'UPDATE', `${role('regisseur')} AND ${worksWith('household_id')}`)}
  ${policy('handover', 'successor_answers', 'UPDATE', `${role('regisseur')} AND ${itsMe('successor_id')}`)}
  ${policy('handover', 'team_lead_changes', 'UPDATE', ofMyTeam)}
  GRANT SELECT, INSERT ON handover TO naast_app;
  GRANT UPDATE (state, talk_on, answered_by, answered_at, decline_reason, talk_held_on, talk_members, talk_recorded_by, regisseur_confirmed_by,
    successor_confirmed_by, urgent_by, urgent_reason, ended_by, ended_at, end_reason, version) ON handover TO naast_app;

  CREATE TRIGGER in_ones_own_name
    BEFORE INSERT OR UPDATE OF planned_by, answered_by, talk_recorded_by, regisseur_confirmed_by, successor_confirmed_by, urgent_by, ended_by ON handover
    FOR EACH ROW EXECUTE FUNCTION access.in_ones_own_name('planned_by', 'answered_by', 'talk_recorded_by', 'regisseur_confirmed_by', 'successor_confirmed_by', 'urgent_by', 'ended_by');
`;
