/** What somebody would write without access control, audit or a framework: one prepared select per page, the same JSON out. */
const iso = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const name = (alias: string): string => `json_build_object('id', ${alias}.id, 'name', ${alias}.name)`;
/** The same search: by the letters and by the sound, on the same column. */
const sought = (alias: string): string => `(${alias}.search_text LIKE '% ' || $2 || '%' OR ${alias}.search_text LIKE '%~' || $2 || '%')`;

export const BARE = {
  dossier: {
    name: 'bare-dossier',
    text: `SELECT h.id, h.case_number AS "caseNumber", h.name, h.state, h.version, h.urgency, h.urgency_reason AS "urgencyReason", h.reported_on AS "reportedOn",
        h.source, h.member_count AS "memberCount", h.child_count AS "childCount", h.life_domains AS "lifeDomains", h.note,
        json_build_object('postcode', h.postcode, 'houseNumber', h.house_number, 'suffix', h.house_number_suffix, 'city', h.city, 'neighbourhood', h.neighbourhood, 'protected', h.protected_address) AS address,
        (SELECT json_agg(json_build_object('id', m.id, 'role', m.role, 'firstName', m.first_name, 'infix', m.infix, 'lastName', m.last_name, 'birthDate', m.birth_date,
          'phone', m.phone, 'email', m.email, 'hasBsn', m.has_bsn) ORDER BY m.birth_date) FROM household_member m WHERE m.household_id = h.id) AS members,
        (SELECT json_build_object('assignmentId', a.id, 'id', u.id, 'name', u.name, 'since', ${iso('a.active_since')})
          FROM regisseur_assignment a JOIN app_user u ON u.id = a.regisseur_id WHERE a.household_id = h.id AND a.state IN ('active', 'handover-planned')) AS regisseur,
        (SELECT json_agg(json_build_object('id', b.id, 'memberId', b.member_id, 'memberName', m.first_name, 'type', b.type, 'article', b.article, 'purpose', b.purpose,
          'dataCategories', b.data_categories, 'validFrom', b.valid_from, 'validUntil', b.valid_until, 'proof', b.proof, 'state', b.state, 'version', b.version,
          'fromOrganisation', ${name('bf')}, 'toOrganisation', ${name('bt')}) ORDER BY b.valid_until)
          FROM legal_basis b JOIN household_member m ON m.id = b.member_id JOIN organisation bf ON bf.id = b.from_organisation_id JOIN organisation bt ON bt.id = b.to_organisation_id
          WHERE b.household_id = h.id) AS "legalBases",
        (SELECT json_agg(json_build_object('id', r.id, 'caseNumber', r.case_number, 'toOrganisation', ${name('ot')}, 'fromOrganisation', ${name('of')}, 'question', r.question,
          'threatening', r.threatening, 'state', r.state, 'requestedAt', ${iso('r.requested_at')}, 'answerBy', r.answer_by, 'firstContactBy', r.meeting_by, 'version', r.version) ORDER BY r.answer_by)
          FROM referral r JOIN organisation ot ON ot.id = r.to_organisation_id JOIN organisation of ON of.id = r.from_organisation_id WHERE r.household_id = h.id) AS referrals,
        (SELECT json_agg(json_build_object('id', c.id, 'updatedAt', ${iso('c.updated_at')}, 'version', c.version)) FROM canvas c WHERE c.household_id = h.id) AS canvases,
        (SELECT json_agg(json_build_object('id', f.id, 'domain', f.domain, 'amountCents', f.amount_cents, 'state', f.state, 'decisionDeadline', f.decision_deadline)) FROM fund_request f WHERE f.household_id = h.id) AS "fundRequests",
        (SELECT json_agg(json_build_object('id', r.id, 'title', r.title, 'note', r.note, 'dueAt', ${iso('r.due_at')}, 'state', r.state, 'origin', r.origin) ORDER BY r.due_at)
          FROM reminder r WHERE r.household_id = h.id AND r.state = 'scheduled') AS reminders,
        (SELECT json_agg(json_build_object('at', ${iso('e.at')}, 'kind', e.kind, 'text', e.text, 'by', u.name) ORDER BY e.at DESC)
          FROM (SELECT * FROM household_event WHERE household_id = h.id ORDER BY at DESC LIMIT 50) e LEFT JOIN app_user u ON u.id = e.by_user_id) AS timeline
      FROM household h WHERE h.id = $1`,
  },
  caseload: {
    name: 'bare-caseload',
    text: `SELECT h.id, h.case_number AS "caseNumber", h.name, h.state, h.urgency, h.member_count AS "memberCount", h.child_count AS "childCount", h.version,
        'regisseur' AS role, ${iso('a.active_since')} AS since, ${name('u')} AS regisseur, next.text, next.due AS "dueOn", next.open AS "openReferrals"
      FROM regisseur_assignment a JOIN household h ON h.id = a.household_id JOIN app_user u ON u.id = a.regisseur_id
      CROSS JOIN LATERAL (SELECT min(due) AS due, (array_agg(text ORDER BY due))[1] AS text, count(*) FILTER (WHERE referral)::int AS open FROM (
        SELECT due_at::date AS due, title AS text, false AS referral FROM reminder WHERE household_id = h.id AND state = 'scheduled'
        UNION ALL SELECT r.answer_by, 'Antwoord van ' || o.name, true FROM referral r JOIN organisation o ON o.id = r.to_organisation_id
          WHERE r.household_id = h.id AND r.state IN ('requested', 'accepted', 'in-progress', 'on-hold')) d) next
      WHERE a.regisseur_id = $1 AND a.state = 'active' ORDER BY next.due, h.name, h.id LIMIT 50`,
  },
  waiting: {
    name: 'bare-waiting',
    text: `SELECT h.id AS "householdId", h.case_number AS "caseNumber", h.name, h.member_count AS "memberCount", h.child_count AS "childCount", h.urgency,
        h.urgency_reason AS "urgencyReason", h.reported_on AS "reportedOn", h.waiting_since AS "waitingSince", h.last_called_on AS "lastCalledOn", h.neighbourhood, h.source, h.life_domains AS "lifeDomains", h.state, h.version,
        (SELECT ${name('u')} FROM regisseur_assignment a JOIN app_user u ON u.id = a.regisseur_id WHERE a.household_id = h.id AND a.state = 'proposed') AS "proposedRegisseur"
      FROM household h WHERE h.municipality_id = $1 AND h.team_id = $2 AND h.state = 'waiting-list' ORDER BY h.urgency_rank, h.waiting_since, h.id LIMIT 50`,
  },
  search: {
    name: 'bare-search',
    text: `SELECT h.id, h.case_number AS "caseNumber", h.name, h.state, max(m.first_name) AS "firstName"
      FROM regisseur_assignment a JOIN household h ON h.id = a.household_id JOIN household_member m ON m.household_id = h.id
      WHERE a.regisseur_id = $1 AND a.state = 'active' AND (${sought('h')} OR ${sought('m')})
      GROUP BY h.id ORDER BY h.name, h.id LIMIT 20`,
  },
  searchTeam: {
    name: 'bare-search-team',
    text: `SELECT h.id, h.case_number AS "caseNumber", h.name, h.state FROM household h
      WHERE h.team_id = $1 AND ${sought('h')} ORDER BY h.name, h.id LIMIT 20`,
  },
} as const;
export type BareRead = keyof typeof BARE;
