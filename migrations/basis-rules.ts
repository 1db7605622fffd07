import { municipalityWall, policy, role } from './policy.js';

/** code, law, article, type, purposes, categories, kinds of organisation, months, BSN, secrecy kept for, enabled, explanation */
type Rule = readonly [
  code: string, law: string, article: string, type: string, purposes: readonly string[], categories: readonly string[], kinds: readonly string[],
  maxMonths: number, bsn: boolean, secrecyFor: readonly string[], enabled: boolean, explanation: string,
];

const WHO = ['name', 'birth-date', 'contact', 'address', 'household'];
const HEALTH = ['health'];

/** What a new municipality starts with. An empty list of purposes: the purpose is written out, as with consent. */
const DEFAULTS: readonly Rule[] = [
  ['wgs', 'Wet gemeentelijke schuldhulpverlening', 'Wgs art. 8', 'statutory-task',
    ['Schulden op een rij zetten', 'Schulden op een rij zetten en een regeling treffen', 'Huur, energie en zorgverzekering veiligstellen'],
    [...WHO, 'finances', 'housing', 'work'], ['credit-bank', 'municipality', 'welfare'], 24, true, HEALTH, true,
    'De gemeente helpt mensen met schulden. Daarvoor mogen de kredietbank en het wijkteam weten wat nodig is. Vrijwilligers niet: die hebben toestemming nodig.'],
  ['wmo', 'Wet maatschappelijke ondersteuning 2015', 'Wmo 2015 art. 5.1.1', 'statutory-task',
    ['Ondersteuning thuis regelen', 'Onderzoek naar een melding', 'Dagbesteding of begeleiding regelen'],
    [...WHO, 'housing', 'work', 'health'], ['municipality', 'welfare'], 24, true, HEALTH, true,
    'De gemeente ondersteunt mensen die het zelf even niet redden. Alleen wat daarvoor nodig is, mag worden gedeeld.'],
  ['participatiewet', 'Participatiewet', 'Participatiewet art. 7', 'statutory-task', ['Hulp bij werk en leren', 'Hulp bij meedoen'],
    [...WHO, 'work'], ['municipality', 'welfare'], 24, true, HEALTH, true,
    'De gemeente helpt mensen aan werk of een opleiding.'],
  ['participatiewet-bijstand', 'Participatiewet', 'Participatiewet art. 35', 'statutory-task', ['Bijzondere bijstand beoordelen', 'Uitkering beoordelen'],
    [...WHO, 'finances', 'housing', 'work'], ['municipality'], 12, true, HEALTH, true,
    'De gemeente beoordeelt of iemand bijstand kan krijgen.'],
  ['participatiewet-inlichtingen', 'Participatiewet', 'Participatiewet art. 64', 'legal-obligation', ['Het recht op bijstand vaststellen'],
    ['name', 'birth-date', 'address', 'household', 'finances'], ['municipality'], 12, true, HEALTH, true,
    'Deze organisaties moeten de gemeente vertellen wat zij nodig heeft om het recht op bijstand vast te stellen.'],
  ['jeugdwet', 'Jeugdwet', 'Jeugdwet art. 7.4.0', 'statutory-task', ['Jeugdhulp regelen', 'Hulp bij opgroeien en opvoeden'],
    [...WHO, 'health', 'safety'], ['municipality', 'welfare'], 24, true, HEALTH, true,
    'De gemeente zorgt voor jeugdhulp. Alleen wat voor dit kind nodig is, mag worden gedeeld.'],
  ['toestemming', 'Algemene verordening gegevensbescherming', 'AVG art. 6 lid 1 onder a', 'consent', [],
    [...WHO, 'finances', 'housing', 'work', 'health', 'safety'], ['credit-bank', 'municipality', 'ngo', 'welfare'], 12, false, HEALTH, true,
    'De inwoner zegt zelf ja, en kan ook nee zeggen zonder dat er iets tegenover staat. Kan dat niet echt? Kies dan een andere grondslag.'],
  ['vitaal-belang', 'Algemene verordening gegevensbescherming', 'AVG art. 6 lid 1 onder d', 'vital-interest', [],
    [...WHO, 'health', 'safety'], ['municipality', 'ngo', 'welfare'], 1, false, [], true,
    'Iemands leven of gezondheid loopt direct gevaar en vragen kan niet meer. Alleen voor nu, hooguit een maand.'],
  ['wams', 'Wet aanpak meervoudige problematiek sociaal domein', 'Wams', 'statutory-task', ['Hulp bij meer problemen tegelijk op elkaar afstemmen'],
    [...WHO, 'finances', 'housing', 'work', 'health', 'safety'], ['credit-bank', 'municipality', 'welfare'], 12, false, HEALTH, false,
    'Deze wet is nog niet overal in gebruik. De functionaris gegevensbescherming zet haar aan als jouw gemeente er klaar voor is.'],
];

const text = (value: string): string => `'${value.replaceAll(`'`, `''`)}'`;
const list = (values: readonly string[]): string => `ARRAY[${values.map(text).join(', ')}]::text[]`;

const row = ([code, law, article, type, purposes, categories, kinds, months, bsn, secrecy, enabled, explanation]: Rule): string =>
  `(${[text(code), text(law), text(article), text(type), list(purposes), list(categories), list(kinds), months, bsn, list(secrecy), enabled, text(explanation)].join(', ')})`;

/** The catalogue: the table, what it starts with, and the trigger that gives a new municipality its own copy. */
export const basisRules = `
  CREATE TABLE basis_rule (
    municipality_id uuid NOT NULL REFERENCES municipality,
    code text NOT NULL,
    law text NOT NULL,
    article text NOT NULL,
    type text NOT NULL CONSTRAINT rule_type_known CHECK (type IN ('statutory-task', 'legal-obligation', 'consent', 'vital-interest')),
    purposes text[] NOT NULL,
    data_categories text[] NOT NULL,
    organisation_kinds text[] NOT NULL,
    -- Organisations that may receive whatever their kind is.
    organisation_ids uuid[] NOT NULL DEFAULT '{}',
    max_months smallint NOT NULL CONSTRAINT rule_has_an_end CHECK (max_months > 0),
    may_include_bsn boolean NOT NULL,
    -- For these a professional's secrecy stands, whatever the basis: they need a release beside it.
    secrecy_categories text[] NOT NULL,
    enabled boolean NOT NULL,
    explanation text NOT NULL,
    -- Who switched it last, and why.
    switched_by uuid REFERENCES app_user,
    switched_at timestamptz,
    switch_reason text,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (municipality_id, code),
    -- Consent and an emergency never open a BSN (Wabb 10), whoever fills the catalogue.
    CONSTRAINT rule_bsn_needs_law CHECK (NOT may_include_bsn OR (type <> 'consent' AND type <> 'vital-interest'))
  );
  ${municipalityWall('basis_rule')}
  ${policy('basis_rule', 'staff_reads', 'SELECT', role('regisseur', 'case-worker', 'team-lead', 'privacy-officer'))}
  ${policy('basis_rule', 'privacy_officer_switches', 'UPDATE', role('privacy-officer'))}
  GRANT SELECT ON basis_rule TO naast_app;
  GRANT UPDATE (enabled, switched_by, switched_at, switch_reason, version) ON basis_rule TO naast_app;

  -- As definer: who makes a municipality need not be able to write in its catalogue.
  CREATE FUNCTION give_basis_rules() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    INSERT INTO basis_rule (municipality_id, code, law, article, type, purposes, data_categories, organisation_kinds, max_months,
      may_include_bsn, secrecy_categories, enabled, explanation)
    SELECT NEW.id, d.* FROM (VALUES ${DEFAULTS.map(row).join(',\n      ')}) AS d
    ON CONFLICT DO NOTHING;
    RETURN NULL;
  END $$;
  CREATE TRIGGER municipality_has_basis_rules AFTER INSERT ON municipality FOR EACH ROW EXECUTE FUNCTION give_basis_rules();

  INSERT INTO basis_rule (municipality_id, code, law, article, type, purposes, data_categories, organisation_kinds, max_months,
    may_include_bsn, secrecy_categories, enabled, explanation)
  SELECT m.id, d.* FROM municipality m, (VALUES ${DEFAULTS.map(row).join(',\n    ')}) AS d;
`;
