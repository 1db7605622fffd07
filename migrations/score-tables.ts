import { involvedWith, itsMe, municipalityWall, policy, role, worksWith } from './policy.js';

const STEPS = [
  ['Het gaat niet', 'Er is nu hulp nodig. Zo kan het niet blijven.'],
  ['Het gaat moeilijk', 'Er zijn grote zorgen. Alleen lukt het niet.'],
  ['Het gaat wisselend', 'Soms lukt het en soms niet. Steun helpt.'],
  ['Het gaat meestal goed', 'Meestal lukt het zelf. Een beetje steun is genoeg.'],
  ['Het gaat goed', 'Het lukt zelf. Er is geen hulp nodig.'],
].map(([label, description], at) => ({ step: at + 1, label, description }));

const DOMAINS = `'{finances,work-education,use-of-time,housing,home-relations,mental-health,physical-health,substance-use,basic-daily-living,daily-tasks,social-network,participation,justice}'`;

/** Naast's own words (decision 25). From the year 2000: a measurement of before the upgrade can be brought in too. */
const FIRST_SCALE = `'Hoe gaat het?', 1, '2000-01-01', '${JSON.stringify(STEPS)}', ${DOMAINS}`;
const COLUMNS = 'id, municipality_id, name, version, valid_from, steps, domains';

/** As migration 19 for the tables that were there: an alarm that is still to be read and a mail need no family. */
export const notForEveryJob = (table: string): string =>
  `ALTER POLICY worker_jobs ON ${table} USING (access.purpose() <> ALL ('{"",outbox.run,mail.send,bsn.too-often,sign-in,health}'::text[]));`;

const signed = (table: string, column: string): string =>
  `CREATE TRIGGER in_ones_own_name BEFORE INSERT OR UPDATE OF ${column} ON ${table} FOR EACH ROW EXECUTE FUNCTION access.in_ones_own_name('${column}');`;

/** A scale per municipality, and what was measured with it. Nothing here is ever changed: there is no UPDATE to grant. */
export const scoreTables = `
  CREATE TABLE score_scale (
    id uuid PRIMARY KEY,
    municipality_id uuid NOT NULL REFERENCES municipality,
    name text NOT NULL,
    version integer NOT NULL,
    -- Holds from this day up to the day on which the next version starts.
    valid_from date NOT NULL,
    steps jsonb NOT NULL,
    domains text[] NOT NULL,
    -- For each step of the version before it the step here that says the same; NULL: the two can't be compared.
    maps_previous jsonb,
    -- Nobody, for the scale that a municipality starts with.
    made_by uuid REFERENCES app_user,
    made_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT scale_version_once UNIQUE (municipality_id, version)
  );
  ${municipalityWall('score_scale')}
  ${notForEveryJob('score_scale')}
  ${policy('score_scale', 'staff_reads', 'SELECT', role('regisseur', 'case-worker', 'team-lead', 'policy-adviser'))}
  ${policy('score_scale', 'policy_adviser_makes', 'INSERT', `${role('policy-adviser')} AND ${itsMe('made_by')}`)}
  ${signed('score_scale', 'made_by')}
  GRANT SELECT, INSERT ON score_scale TO naast_app;

  -- As definer: who makes a municipality need not be able to make its scale.
  CREATE FUNCTION give_score_scale() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    INSERT INTO score_scale (${COLUMNS}) VALUES (uuidv7(), NEW.id, ${FIRST_SCALE}) ON CONFLICT DO NOTHING;
    RETURN NULL;
  END $$;
  CREATE TRIGGER municipality_has_score_scale AFTER INSERT ON municipality FOR EACH ROW EXECUTE FUNCTION give_score_scale();
  INSERT INTO score_scale (${COLUMNS}) SELECT uuidv7(), id, ${FIRST_SCALE} FROM municipality;

  CREATE TABLE score_round (
    id uuid PRIMARY KEY,
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality,
    -- Unset: about the family as a whole.
    member_id uuid REFERENCES household_member,
    scale_id uuid NOT NULL REFERENCES score_scale,
    moment text NOT NULL CONSTRAINT score_moment_known CHECK (moment IN ('start', 'interim', 'end')),
    measured_on date NOT NULL,
    view text NOT NULL CONSTRAINT score_view_known CHECK (view IN ('family', 'regisseur')),
    recorded_by uuid NOT NULL REFERENCES app_user,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    -- What was wrong stays; the line that corrects it counts in its place.
    corrects_id uuid,
    correction_reason text,
    CONSTRAINT round_in_its_family UNIQUE (id, household_id),
    CONSTRAINT round_corrected_once UNIQUE (corrects_id, household_id),
    CONSTRAINT correction_has_reason CHECK ((corrects_id IS NULL) = (correction_reason IS NULL)),
    FOREIGN KEY (corrects_id, household_id) REFERENCES score_round (id, household_id)
  );
  CREATE INDEX round_of_household ON score_round (household_id, measured_on);
  CREATE INDEX round_of_member ON score_round (member_id) WHERE member_id IS NOT NULL;
  CREATE INDEX round_of_scale ON score_round (scale_id);
  ${municipalityWall('score_round')}
  ${notForEveryJob('score_round')}
  ${policy('score_round', 'involved_people', 'SELECT', involvedWith('household_id'))}
  ${policy('score_round', 'workers_measure', 'INSERT', `${itsMe('recorded_by')} AND ${worksWith('household_id')}`)}
  ${signed('score_round', 'recorded_by')}
  GRANT SELECT, INSERT ON score_round TO naast_app;

  -- Only what matters in this family: a domain without a line was not relevant.
  CREATE TABLE score_line (
    round_id uuid NOT NULL,
    domain text NOT NULL,
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality,
    step smallint NOT NULL,
    reason text NOT NULL CONSTRAINT score_has_reason CHECK (trim(reason) <> ''),
    PRIMARY KEY (round_id, domain),
    -- Nobody slips a line into a measurement of another family.
    FOREIGN KEY (round_id, household_id) REFERENCES score_round (id, household_id)
  );
  CREATE INDEX score_line_of_household ON score_line (household_id, round_id);
  ${municipalityWall('score_line')}
  ${notForEveryJob('score_line')}
  ${policy('score_line', 'involved_people', 'SELECT', involvedWith('household_id'))}
  ${policy('score_line', 'workers_measure', 'INSERT', worksWith('household_id'))}
  GRANT SELECT, INSERT ON score_line TO naast_app;`;
