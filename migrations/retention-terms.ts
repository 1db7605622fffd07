export const ENDED_STATES = `('closed', 'referred-elsewhere', 'declined-help', 'moved-away')`;

const amsterdam = (moment: string): string => `(${moment} AT TIME ZONE 'Europe/Amsterdam')::date`;
const TAKEN_ON = `('accepted', 'in-progress', 'on-hold', 'completed', 'failed')`;
const law = (words: string, kind: string): string =>
  `SELECT '${kind}' WHERE EXISTS (SELECT FROM public.legal_basis b WHERE b.household_id = wanted AND b.article ~* '${words}')`;

/**
 * The database's own reckoning of when a record may go, next to the rules in libs/privacy (domain/retention): whoever makes a
 * mistake in one of the two destroys nothing. The schema is closed to the application.
 */
export const retentionTerms = `
  CREATE SCHEMA retention;

  -- The defaults (decision 17); the same as in the rules of the privacy room, and a spec compares them.
  CREATE FUNCTION retention.defaults() RETURNS TABLE (code text, term_count smallint, term_unit text) LANGUAGE sql IMMUTABLE AS $$
    VALUES ('debt-help', 5::smallint, 'years'), ('wmo', 15, 'years'), ('youth-help', 20, 'years'), ('other-provision', 10, 'years'),
      ('refused', 5, 'years'), ('objection', 5, 'years'), ('payment', 7, 'years'), ('rights-request', 5, 'years'), ('report-only', 1, 'years'),
      ('intake-refused-rows', 30, 'days'), ('intake-import', 12, 'months'), ('inbox', 12, 'months'), ('outbox', 30, 'days'),
      ('processing-log', 5, 'years')
  $$;
  CREATE FUNCTION retention.begin_with_defaults() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    INSERT INTO retention_rule (municipality_id, code, term_count, term_unit) SELECT NEW.id, code, term_count, term_unit FROM retention.defaults();
    RETURN NULL;
  END $$;
  CREATE TRIGGER retention_begins_with_defaults AFTER INSERT ON municipality FOR EACH ROW EXECUTE FUNCTION retention.begin_with_defaults();
  INSERT INTO retention_rule (municipality_id, code, term_count, term_unit)
    SELECT m.id, d.code, d.term_count, d.term_unit FROM municipality m, retention.defaults() d;

  CREATE FUNCTION retention.add_term(start date, count integer, unit text) RETURNS date LANGUAGE sql IMMUTABLE
    RETURN (start + CASE unit WHEN 'years' THEN make_interval(years => count) WHEN 'months' THEN make_interval(months => count) ELSE make_interval(days => count) END)::date;

  CREATE FUNCTION retention.last_payment_on(wanted uuid) RETURNS date LANGUAGE sql STABLE
    RETURN (SELECT max(${amsterdam('l.booked_at')}) FROM public.ledger_entry l JOIN public.fund_request f ON f.id = l.fund_request_id
      WHERE f.household_id = wanted AND l.kind = 'pay');

  -- Withdrawn counts too: it was asked, and it was heard.
  CREATE FUNCTION retention.last_answer_on(wanted uuid) RETURNS date LANGUAGE sql STABLE
    RETURN (SELECT max(greatest(${amsterdam('q.decided_at')}, q.carried_out_on, q.withdrawn_on)) FROM public.rights_request q WHERE q.household_id = wanted
      -- Who asked to be erased and got it is not kept five years more because of the asking.
      AND NOT (q.kind = 'erasure' AND q.state IN ('granted', 'carried-out')));

  CREATE FUNCTION retention.help_began(wanted uuid) RETURNS boolean LANGUAGE sql STABLE
    RETURN EXISTS (SELECT FROM public.regisseur_assignment r WHERE r.household_id = wanted AND r.active_since IS NOT NULL)
      OR EXISTS (SELECT FROM public.referral r WHERE r.household_id = wanted AND r.state IN ${TAKEN_ON})
      OR EXISTS (SELECT FROM public.fund_request f WHERE f.household_id = wanted AND f.state <> 'draft');

  CREATE FUNCTION retention.referred_to_credit_bank(wanted uuid) RETURNS boolean LANGUAGE sql STABLE
    RETURN EXISTS (SELECT FROM public.referral r JOIN public.organisation o ON o.id = r.to_organisation_id AND o.kind = 'credit-bank'
      WHERE r.household_id = wanted AND r.state IN ${TAKEN_ON});

  CREATE FUNCTION retention.money_refused(wanted uuid) RETURNS boolean LANGUAGE sql STABLE
    RETURN EXISTS (SELECT FROM public.fund_decision d WHERE d.household_id = wanted AND d.outcome = 'refused');

  CREATE FUNCTION retention.kinds_of(wanted uuid) RETURNS SETOF text LANGUAGE sql STABLE AS $$
    SELECT unnest(retention_kinds) FROM public.household WHERE id = wanted
    UNION SELECT CASE WHEN retention.help_began(wanted) THEN 'other-provision' ELSE 'report-only' END
      FROM public.household WHERE id = wanted AND cardinality(retention_kinds) = 0
    UNION SELECT 'debt-help' WHERE retention.referred_to_credit_bank(wanted)
    UNION ${law('jeugdwet', 'youth-help')}
    UNION ${law('wmo', 'wmo')}
    UNION ${law('wgs|schuldhulp', 'debt-help')}
    UNION SELECT 'refused' WHERE retention.money_refused(wanted)
    UNION SELECT 'payment' WHERE retention.last_payment_on(wanted) IS NOT NULL
    UNION SELECT 'rights-request' WHERE retention.last_answer_on(wanted) IS NOT NULL
  $$;

  -- The day after the last of its terms; empty while the case runs, and when a rule is missing.
  CREATE FUNCTION retention.may_go_on(wanted uuid) RETURNS date LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN bool_and(r.code IS NOT NULL) AND bool_and(h.ended_at IS NOT NULL) AND bool_and(h.state IN ${ENDED_STATES}) THEN
      max(retention.add_term(coalesce(CASE kind WHEN 'payment' THEN retention.last_payment_on(wanted) WHEN 'rights-request' THEN retention.last_answer_on(wanted) END,
        ${amsterdam('h.ended_at')}), r.term_count, r.term_unit)) + 1 END
    FROM public.household h CROSS JOIN retention.kinds_of(wanted) AS kind
    LEFT JOIN public.retention_rule r ON r.municipality_id = h.municipality_id AND r.code = kind
    WHERE h.id = wanted
  $$;

  -- Something runs for which the record is needed.
  CREATE FUNCTION retention.holds_on(wanted uuid) RETURNS text[] LANGUAGE sql STABLE AS $$
    SELECT array_remove(ARRAY[
      CASE WHEN EXISTS (SELECT FROM public.legal_hold l WHERE l.household_id = wanted AND l.lifted_at IS NULL
        AND (l.until IS NULL OR l.until > ${amsterdam('now()')})) THEN 'legal-hold' END,
      CASE WHEN EXISTS (SELECT FROM public.referral r WHERE r.household_id = wanted
        AND r.state IN ('requested', 'accepted', 'in-progress', 'on-hold')) THEN 'open-referral' END,
      -- Money that was promised and not paid is open too.
      CASE WHEN EXISTS (SELECT FROM public.fund_request f WHERE f.household_id = wanted
        AND f.state NOT IN ('draft', 'refused', 'not-considered', 'withdrawn', 'paid', 'evaluated', 'closed')) THEN 'open-fund-request' END,
      CASE WHEN EXISTS (SELECT FROM public.rights_request q WHERE q.household_id = wanted
        AND q.state IN ('received', 'identity-check', 'in-progress', 'granted', 'partly-granted')) THEN 'rights-request' END
    ], NULL)
  $$;
`;
