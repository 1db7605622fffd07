import type { MigrationInterface, QueryRunner } from 'typeorm';
import { accessFollowsFacts } from './access-follows-facts.js';
import { breakGlassTable } from './break-glass-table.js';
import { intakeDoorsWithPeriod } from './intake-doors.js';
import { involvedWith, itsMe, onlyForward, policy, role, worksWith } from './policy.js';
import { substitutionTable } from './substitution-table.js';

/** Whoever may write because of involvement; break-glass only reads. `column` holds the household. */
const WRITTEN_BY_INVOLVED: readonly (readonly [table: string, column: string])[] = [
  ['household', 'id'], ['household_member', 'household_id'], ['legal_basis', 'household_id'], ['referral', 'household_id'],
  ['referral_share', 'household_id'], ['canvas', 'household_id'], ['fund_request', 'household_id'], ['reminder', 'household_id'],
];

/** Access follows involvement: it starts and ends with a fact in a table, and nobody writes it by hand. */
export class Involvement1764000000011 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE household_access
        ADD COLUMN until timestamptz,
        -- The substitution or the break-glass behind it: two of them may stand side by side.
        ADD COLUMN cause_id uuid,
        DROP CONSTRAINT household_access_pkey,
        DROP CONSTRAINT access_reason_known,
        ADD CONSTRAINT access_reason_known CHECK (reason IN ('regisseur', 'substitute', 'intake', 'break-glass')),
        ADD CONSTRAINT break_glass_access_ends CHECK (reason <> 'break-glass' OR (until IS NOT NULL AND cause_id IS NOT NULL)),
        ADD CONSTRAINT access_once_per_reason UNIQUE NULLS NOT DISTINCT (household_id, user_id, reason, cause_id)
          -- Asked for every row of a dossier: the answer is in the index.
          INCLUDE (municipality_id, since, until);
      DROP INDEX access_of_household;
      CREATE INDEX access_of_user ON household_access (user_id, household_id);

      -- Every policy that asks household_access runs under this one: what has not begun or is over counts nowhere.
      DROP POLICY own_involvement ON household_access;
      ${policy('household_access', 'own_involvement', 'SELECT', 'user_id = access.user_id() AND since <= now() AND (until IS NULL OR until > now())')}
      -- Only the triggers below write access, as their owner: no role grants itself a dossier, not even past the API.
      DROP POLICY intake_of_own_report ON household_access;
      DROP POLICY regisseur_by_assignment ON household_access;
      REVOKE INSERT, DELETE ON household_access FROM naast_app;

      ALTER TABLE regisseur_assignment ADD COLUMN ended_at timestamptz, ADD COLUMN end_reason text;

      -- Nor does who leads a team and is a regisseur beside it hand themselves a family.
      CREATE POLICY nobody_proposes_themselves ON regisseur_assignment AS RESTRICTIVE FOR INSERT
        WITH CHECK (access.is_system() OR regisseur_id <> access.user_id());

      ${substitutionTable}
      ${breakGlassTable}
      ${accessFollowsFacts}
      ${intakeDoorsWithPeriod}

      ${WRITTEN_BY_INVOLVED.map(([table, column]) => readingIsNotWriting(table, column)).join('')}
      DROP POLICY supplemented ON fund_suspension;
      ${policy('fund_suspension', 'supplemented', 'UPDATE', `${role('fund-secretary')} OR ${worksWith('household_id')}`)}

      -- One's own reminder holds what one wrote about a family: it goes with the family.
      DROP POLICY own_reminders ON reminder;
      ${policy('reminder', 'own_reminders_as_team_lead', 'ALL', `${itsMe('user_id')} AND ${role('team-lead')} AND access.of_my_team(household_id)`)}

      -- After the end of an assignment the team lead places the family back or finds another regisseur.
      ${policy('household', 'team_lead_finds_regisseur', 'UPDATE', `
        state IN ('intake', 'draft-plan', 'reopened', 'aftercare') AND ${role('team-lead')} AND team_id = ANY (access.teams())`)}

      ${cleaning}
    `);
  }

  down = onlyForward;
}

const readingIsNotWriting = (table: string, column: string): string => `
  DROP POLICY involved_people ON ${table};
  ${policy(table, 'involved_people', 'SELECT', involvedWith(column))}
  ${policy(table, 'involved_people_add', 'INSERT', worksWith(column))}
  ${policy(table, 'involved_people_change', 'UPDATE', worksWith(column))}`;

/** What should have gone already: an older version kept access until somebody thought of it. */
const cleaning = `
  UPDATE regisseur_assignment r SET state = 'ended', version = r.version + 1 FROM household h
    WHERE h.id = r.household_id AND r.state IN ('proposed', 'accepted', 'active', 'handover-planned')
      AND h.state IN ('closed', 'referred-elsewhere', 'declined-help', 'moved-away');
  DELETE FROM household_access a USING household h
    WHERE h.id = a.household_id AND h.state IN ('closed', 'referred-elsewhere', 'declined-help', 'moved-away');
  DELETE FROM household_access a WHERE a.reason = 'intake' AND EXISTS (SELECT FROM regisseur_assignment r
    WHERE r.household_id = a.household_id AND r.state IN ('active', 'handover-planned'));
  DELETE FROM household_access a WHERE a.reason IN ('regisseur', 'substitute') AND NOT EXISTS (SELECT FROM access.by_fact f
    WHERE f.user_id = a.user_id AND f.household_id = a.household_id AND f.reason = a.reason AND f.cause_id IS NOT DISTINCT FROM a.cause_id);
  DELETE FROM household_access a WHERE a.reason = 'intake' AND NOT EXISTS (SELECT FROM user_role r
    WHERE r.user_id = a.user_id AND r.municipality_id = a.municipality_id AND r.role IN ('case-worker', 'team-lead'));
  INSERT INTO household_access (user_id, household_id, municipality_id, reason, cause_id, since, until)
    SELECT user_id, household_id, municipality_id, reason, cause_id, since, until FROM access.by_fact ON CONFLICT DO NOTHING;
`;
