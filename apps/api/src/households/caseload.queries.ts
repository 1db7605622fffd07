import { Injectable } from '@nestjs/common';
import { addDays, type Actor, hasRole, isId, isLocalDate, type LocalDate } from '#kernel';
import type { HouseholdState, Urgency } from '#households';
import { auditedList, Clock, type CursorValue, decodeCursor, type Page, type Read, toPage, UnitOfWork } from '#platform';

export interface CaseloadItem {
  readonly id: string;
  readonly caseNumber: string;
  readonly name: string;
  readonly state: HouseholdState;
  readonly urgency: Urgency;
  readonly memberCount: number;
  readonly childCount: number;
  readonly role: 'regisseur' | 'substitute' | 'intake' | 'team-lead';
  readonly since: string | null;
  readonly regisseur: { id: string; name: string } | null;
  readonly nextStep: { text: string; dueOn: LocalDate } | null;
  readonly openReferrals: number;
  readonly version: number;
}

interface Row extends Omit<CaseloadItem, 'nextStep'> {
  readonly text: string | null;
  readonly dueOn: LocalDate;
}

const FIRST = '0001-01-01';
const NEVER = '9999-12-31';
const iso = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
// The cursor travels in a URL, so it holds no name: the name of the last family is looked up again.
const LAST_NAME = `coalesce((SELECT name FROM household WHERE id = $4::uuid), '')`;
const ENDED = `('closed', 'referred-elsewhere', 'declined-help', 'moved-away', 'merged')`;
const HOUSEHOLD = `h.id, h.case_number AS "caseNumber", h.name, h.state, h.urgency, h.member_count AS "memberCount", h.child_count AS "childCount", h.version`;
const REGISSEUR = `(SELECT json_build_object('id', u.id, 'name', u.name) FROM regisseur_assignment a JOIN app_user u ON u.id = a.regisseur_id
  WHERE a.household_id = h.id AND a.state IN ('active', 'handover-planned'))`;

// What has a date, in one pass per family: reminders, answers and first contacts we wait for.
const NEXT = `
  SELECT count(*) FILTER (WHERE d.referral) AS open, min(d.due_on) AS due_on, (array_agg(d.text ORDER BY d.due_on, d.text))[1] AS text
  FROM (SELECT false AS referral, title AS text, (due_at AT TIME ZONE 'Europe/Amsterdam')::date AS due_on
        FROM reminder WHERE household_id = h.id AND state = 'scheduled'
        UNION ALL
        SELECT true, CASE r.state WHEN 'requested' THEN 'Antwoord van ' || o.name WHEN 'accepted' THEN 'Eerste contact met ' || o.name END,
          CASE r.state WHEN 'requested' THEN r.answer_by WHEN 'accepted' THEN r.meeting_by END
        FROM referral r JOIN organisation o ON o.id = r.to_organisation_id
        WHERE r.household_id = h.id AND r.state IN ('requested', 'accepted', 'in-progress', 'on-hold')) d`;

const RANK = `array_position(ARRAY['spoed', 'hoog', 'normaal', 'laag'], urgency)`;

/** The orders somebody can read their families in; each ends with the family itself, so that the next page begins where one ended. */
const ORDERS = {
  'next-step': { columns: '"dueOn", name, id', after: `$3::date, ${LAST_NAME}, $4::uuid` },
  urgency: {
    columns: `${RANK}, "dueOn", name, id`,
    after: `coalesce((SELECT ${RANK} FROM household WHERE id = $4::uuid), 0), $3::date, ${LAST_NAME}, $4::uuid`,
  },
  name: { columns: 'name, id', after: `${LAST_NAME}, $4::uuid` },
} as const;
export type CaseloadOrder = keyof typeof ORDERS;
export const CASELOAD_ORDERS = Object.keys(ORDERS) as CaseloadOrder[];

const own = ({ columns, after }: (typeof ORDERS)[CaseloadOrder]): string => auditedList('caseload.listed', `SELECT * FROM (
      SELECT ${HOUSEHOLD}, mine.reason AS role, ${iso('mine.since')} AS since,
        CASE mine.reason WHEN 'regisseur' THEN (SELECT json_build_object('id', id, 'name', name) FROM app_user WHERE id = $1) ELSE ${REGISSEUR} END AS regisseur,
        next.text,
        coalesce(next.due_on, '${NEVER}') AS "dueOn", next.open::int AS "openReferrals"
      FROM (SELECT DISTINCT ON (household_id) household_id, reason, since FROM household_access WHERE user_id = $1 AND reason <> 'break-glass'
            ORDER BY household_id, array_position(ARRAY['regisseur', 'substitute', 'intake'], reason)) mine
      JOIN household h ON h.id = mine.household_id
      CROSS JOIN LATERAL (${NEXT}) next
      WHERE CASE WHEN $2::text IS NULL THEN h.state NOT IN ${ENDED} ELSE h.state = $2 END) c
    WHERE "dueOn" BETWEEN $6::date AND $7::date AND $3::date IS NOT NULL AND (${columns}) > (${after}) ORDER BY ${columns} LIMIT $5`, '$5');

const OWN = Object.fromEntries(CASELOAD_ORDERS.map((order) => [order, { name: `caseload-own-${order}`, text: own(ORDERS[order]) }])) as Record<CaseloadOrder, Read>;

/** What has the nearest date: too late, in the coming seven days, or nothing planned. From the first to the last day. */
const DUE = {
  late: (today: LocalDate) => [FIRST, addDays(today, -1)],
  week: (today: LocalDate) => [today, addDays(today, 7)],
  none: () => [NEVER, NEVER],
} as const;
export type CaseloadDue = keyof typeof DUE;
export const CASELOAD_DUE = Object.keys(DUE) as CaseloadDue[];

// A team lead sees which families there are and whose they are; what is due in a dossier is content. Each team's part comes
// from the index in the order of the list.
const TEAM = {
  name: 'caseload-team',
  text: auditedList('caseload.listed', `SELECT ${HOUSEHOLD}, 'team-lead' AS role, NULL AS since, ${REGISSEUR} AS regisseur, NULL AS text, '${NEVER}'::date AS "dueOn", 0 AS "openReferrals"
    FROM unnest($1::uuid[]) AS team CROSS JOIN LATERAL (
      SELECT * FROM household
      WHERE team_id = team AND state <> 'waiting-list' AND CASE WHEN $2::text IS NULL THEN state NOT IN ${ENDED} ELSE state = $2 END
        AND $3::date IS NOT NULL AND (name, id) > (${LAST_NAME}, $4::uuid)
      ORDER BY name, id LIMIT $5) h
    ORDER BY h.name, h.id LIMIT $5`, '$5'),
};

const START = [FIRST, '00000000-0000-0000-0000-000000000000'];

export interface CaseloadPage {
  readonly limit: number;
  readonly cursor?: string;
  readonly state?: HouseholdState;
  readonly order?: CaseloadOrder;
  readonly due?: CaseloadDue;
}

/** The families somebody works for, those with the nearest date first; for a team lead those of the team, by name. */
@Injectable()
export class CaseloadQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, page: CaseloadPage): Promise<Page<CaseloadItem>> {
    const after = decodeCursor(page.cursor, [isLocalDate, isId]) ?? START;
    const rows = hasRole(actor, 'team-lead') ? await this.ofTeam(actor, page, after) : await this.own(actor, page, after);
    const found = toPage(rows, page.limit, (last) => [last.dueOn, last.id]);
    return { ...found, items: found.items.map(toItem) };
  }

  private ofTeam(actor: Actor, { limit, state }: CaseloadPage, after: readonly CursorValue[]): Promise<Row[]> {
    return this.work.read<Row>(actor, TEAM, [actor.teamIds, state ?? null, ...after, limit + 1]);
  }

  private own(actor: Actor, { limit, state, order = 'next-step', due }: CaseloadPage, after: readonly CursorValue[]): Promise<Row[]> {
    const between = due ? DUE[due](this.clock.today()) : [FIRST, NEVER];
    return this.work.read<Row>(actor, OWN[order], [actor.userId, state ?? null, ...after, limit + 1, ...between]);
  }
}

// Written out: leaving columns out with `...rest` costs ten times as much, fifty rows a page.
const toItem = (row: Row): CaseloadItem => ({
  id: row.id, caseNumber: row.caseNumber, name: row.name, state: row.state, urgency: row.urgency,
  memberCount: row.memberCount, childCount: row.childCount, role: row.role, since: row.since, regisseur: row.regisseur,
  nextStep: row.text === null || row.dueOn === NEVER ? null : { text: row.text, dueOn: row.dueOn },
  openReferrals: row.openReferrals, version: row.version,
});
