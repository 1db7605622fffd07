import type { MigrationInterface, QueryRunner } from 'typeorm';
import { itsMe, onlyForward, policy } from './policy.js';

/** The desk of who works here: views of "Mijn gezinnen" that somebody keeps, and how the team stands, in numbers. */
export class Desk1764000000030 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE saved_view (
        id uuid PRIMARY KEY,
        municipality_id uuid NOT NULL REFERENCES municipality,
        user_id uuid NOT NULL REFERENCES app_user,
        name text NOT NULL,
        -- The same words as the list is asked with; unset: no filter.
        household_state text,
        due text,
        sort_order text,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX saved_view_name_once ON saved_view (user_id, municipality_id, lower(name));
      ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
      CREATE POLICY municipality_wall ON saved_view AS RESTRICTIVE USING (municipality_id = access.municipality());
      ${policy('saved_view', 'own_views', 'ALL', itsMe('user_id'))}
      GRANT SELECT, INSERT, DELETE ON saved_view TO naast_app;

      -- What is late in the families of the team, per regisseur: numbers, because what it is about is content.
      CREATE FUNCTION access.team_desk(today date) RETURNS TABLE (regisseur_id uuid, late_referrals bigint, late_reminders bigint, scaled_up bigint)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT desk.* FROM (
          SELECT r.user_id,
            (SELECT count(*) FROM referral f WHERE f.regisseur_id = r.user_id AND f.municipality_id = r.municipality_id
              AND ((f.state = 'requested' AND f.answer_by < today) OR (f.state = 'accepted' AND f.meeting_by < today))) AS referrals,
            (SELECT count(*) FROM reminder m WHERE m.user_id = r.user_id AND m.municipality_id = r.municipality_id
              AND m.state = 'fired' AND m.due_at < today::timestamp AT TIME ZONE 'Europe/Amsterdam') AS reminders,
            (SELECT count(*) FROM regisseur_assignment a JOIN household h ON h.id = a.household_id WHERE a.regisseur_id = r.user_id
              AND a.municipality_id = r.municipality_id AND a.state IN ('active', 'handover-planned') AND h.state = 'scaled-up') AS scaled_up
          FROM user_role r
          WHERE r.role = 'regisseur' AND r.municipality_id = access.municipality() AND r.team_id = ANY (access.teams())
            AND access.has_role('team-lead')) desk
        WHERE desk.referrals + desk.reminders + desk.scaled_up > 0
      $$;
    `);
  }

  down = onlyForward;
}
