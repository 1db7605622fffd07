/**
 * A list that shows families notes in the same statement that it was read: one line with how many there were, not one per family
 * (docs/decisions/0015). An empty list shows nothing and notes nothing. `limit` is the parameter with the number of rows that is
 * asked, one more than is shown.
 */
export const auditedList = (action: string, text: string, limit: `$${number}`): string => `
  WITH list AS MATERIALIZED (${text}),
  seen AS (
    INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, details)
    SELECT access.municipality(), access.user_id(), access.organisation(), '${action}', 'list', jsonb_build_object('count', least(count(*), ${limit}::int - 1))
    FROM list HAVING count(*) > 0)
  SELECT * FROM list`;
