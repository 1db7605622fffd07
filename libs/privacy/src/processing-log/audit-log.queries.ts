import { Injectable } from '@nestjs/common';
import { type Actor, addDays, type LocalDate } from '#kernel';
import { decodeCursor, type Page, toPage, UnitOfWork } from '#platform';
import { auditedAction } from '../domain/processing-log/index.js';
import { traceId } from './trace.js';

export interface AuditFilter {
  readonly limit: number;
  readonly cursor?: string;
  readonly householdCase?: string;
  readonly userId?: string;
  readonly action?: string;
  readonly from?: LocalDate;
  readonly until?: LocalDate;
}

export interface AuditItem {
  readonly id: number;
  readonly at: Date;
  readonly who: { id: string; name: string } | null;
  readonly organisation: string | null;
  readonly roles: string[];
  readonly action: string;
  /** The same in Dutch words, where there are; else the code. */
  readonly what: string;
  readonly caseNumber: string | null;
  readonly origin: string | null;
  readonly traceId: string;
  /** How many people the line is about, as far as the processing log has come. */
  readonly dataSubjects: number;
}

export interface ProcessingLine {
  readonly traceId: string;
  readonly spanId: string;
  readonly operation: string;
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly status: string;
  readonly activity: { id: string; name: string };
  readonly dataSubjectType: string;
  /** Encrypted; this is how the line leaves Naast as well. */
  readonly dataSubject: string;
}

interface Row extends Omit<AuditItem, 'traceId' | 'roles' | 'what'> {
  readonly roles: string | null;
  readonly requestId: string | null;
  readonly xact: string;
}

type Filtered = 'householdCase' | 'userId' | 'action' | 'from' | 'until';

// One text per combination of filters: each then has the plan that its own index serves.
const CONDITIONS: Record<Filtered, (n: number) => string> = {
  householdCase: (n) => `e.household_id = access.household_by_case($${n})`,
  userId: (n) => `e.user_id = $${n}::uuid`,
  action: (n) => `e.action = $${n}`,
  from: (n) => `e.at >= ($${n}::date)::timestamp AT TIME ZONE 'Europe/Amsterdam'`,
  until: (n) => `e.at < ($${n}::date)::timestamp AT TIME ZONE 'Europe/Amsterdam'`,
};
const FILTERS = Object.keys(CONDITIONS) as Filtered[];

function listOf(by: readonly Filtered[]): { name: string; text: string } {
  const where = by.map((filter, at) => `AND ${CONDITIONS[filter](at + 3)}`).join(' ');
  const household = by.includes('householdCase') ? `access.household_by_case($${by.indexOf('householdCase') + 3})` : 'NULL::uuid';
  const person = by.includes('userId') ? `$${by.indexOf('userId') + 3}::uuid` : 'NULL::uuid';
  return {
    name: `audit-log${by.map((filter) => `-${filter}`).join('')}`,
    text: `WITH list AS MATERIALIZED (
        SELECT e.id, e.at, CASE WHEN u.id IS NOT NULL THEN jsonb_build_object('id', u.id, 'name', u.name) END AS who, o.name AS organisation, e.roles, e.action,
          access.case_of_household(e.household_id) AS "caseNumber", e.origin, e.request_id AS "requestId", e.xact::text AS xact,
          (SELECT count(*) FROM processing_log p WHERE p.audit_event_id = e.id) AS "dataSubjects"
        FROM audit_event e LEFT JOIN app_user u ON u.id = e.user_id LEFT JOIN organisation o ON o.id = e.organisation_id
        WHERE e.municipality_id = access.municipality() AND e.id < $1::bigint ${where} ORDER BY e.id DESC LIMIT $2),
      seen AS (
        INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, details)
        SELECT access.municipality(), access.user_id(), access.organisation(), 'audit-log.read', 'audit-log', ${person}, ${household},
          jsonb_build_object('count', least((SELECT count(*) FROM list), $2::int - 1)))
      SELECT * FROM list`,
  };
}

const LINES = {
  name: 'processing-lines-of-trace',
  text: `WITH list AS MATERIALIZED (
      SELECT p.id, p.trace_id AS "traceId", p.span_id AS "spanId", p.operation, p.started_at AS "startedAt", p.ended_at AS "endedAt", p.status,
        jsonb_build_object('id', a.id, 'name', a.name) AS activity, p.data_subject_type AS "dataSubjectType", encode(p.data_subject_sealed, 'base64') AS "dataSubject"
      FROM processing_log p JOIN processing_activity a ON a.id = p.processing_activity_id
      WHERE p.trace_id = $1 AND p.municipality_id = access.municipality() ORDER BY p.id LIMIT 500),
    seen AS (
      INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, details)
      SELECT access.municipality(), access.user_id(), access.organisation(), 'processing-log.read', 'processing-log', jsonb_build_object('count', count(*), 'trace', $1::text)
      FROM list)
    SELECT * FROM list`,
};

const NEWEST = 9_007_199_254_740_991;
const isLine = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) > 0;

/** The two logs as the privacy officer reads them. That they were read is in the log too. */
@Injectable()
export class AuditLogQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** Who did and saw what in the municipality, newest first; employees by name, families by case number, no content. */
  async list(actor: Actor, { limit, cursor, ...filter }: AuditFilter): Promise<Page<AuditItem>> {
    const before = decodeCursor(cursor, [isLine])?.[0] ?? NEWEST;
    const by = FILTERS.filter((one) => filter[one] !== undefined);
    // The last day counts whole.
    const values = by.map((one) => (one === 'until' ? addDays(filter.until as LocalDate, 1) : filter[one]));
    const rows = await this.work.read<Row>(actor, listOf(by), [before, limit + 1, ...values]);
    return toPage(rows.map(toItem), limit, ({ id }) => [id]);
  }

  /** The lines of the processing log that one request made. */
  linesOfTrace(actor: Actor, trace: string): Promise<ProcessingLine[]> {
    return this.work.read<ProcessingLine>(actor, LINES, [trace]);
  }
}

const toItem = ({ requestId, xact, roles, ...row }: Row): AuditItem => ({ ...row, what: auditedAction(row.action).says ?? row.action, roles: roles?.split(',').filter(Boolean) ?? [], traceId: traceId(requestId, xact) });
