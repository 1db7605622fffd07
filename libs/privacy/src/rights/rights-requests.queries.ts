import { Injectable } from '@nestjs/common';
import { type Actor, isId, isLocalDate, type LocalDate } from '#kernel';
import { displayName, householdNotFound, type MemberRole, type PersonName } from '#households';
import { Clock, decodeCursor, type Page, toPage, UnitOfWork } from '#platform';
import { daysLeft, isRunning, type RightsKind, type RightsState } from '../domain/rights/index.js';
import { requestNotFound } from './rights-request.row.js';
import { type RightsRequestRow, type RightsRequestView, requestView } from './rights-request.view.js';

export interface RightsRequestItem {
  readonly id: string;
  readonly caseNumber: string;
  readonly kind: RightsKind;
  readonly state: RightsState;
  readonly receivedOn: LocalDate;
  readonly answerBy: LocalDate;
  readonly daysLeft: number;
  readonly late: boolean;
  readonly version: number;
}

export interface CasePerson {
  readonly memberId: string;
  readonly householdId: string;
  readonly name: string;
  readonly role: MemberRole;
  readonly birthDate: LocalDate;
}

const ITEM = `q.id, q.case_number AS "caseNumber", q.kind, q.state, q.received_on AS "receivedOn", q.answer_by AS "answerBy", q.version`;
/** The audit of a list names no family: it is the officer's own work list. `$n` the request. */
const seen = (request: string, from = ''): string => `seen AS (INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, request_id)
  SELECT access.municipality(), access.user_id(), access.organisation(), 'rights-request.listed', 'list', ${request} ${from})`;

// The nearest last day on top, so what is too late comes first.
const OPEN = {
  name: 'rights-requests-open',
  text: `WITH ${seen('$5')} SELECT ${ITEM} FROM rights_request q
    WHERE q.municipality_id = $1 AND q.state IN ('received', 'identity-check', 'in-progress', 'granted', 'partly-granted')
      AND (q.answer_by, q.id) > ($2::date, $3::uuid) ORDER BY q.answer_by, q.id LIMIT $4`,
};
const DONE = {
  name: 'rights-requests-done',
  text: `WITH ${seen('$4')} SELECT ${ITEM} FROM rights_request q
    WHERE q.municipality_id = $1 AND q.state IN ('refused', 'carried-out', 'withdrawn') AND q.id < $2::uuid ORDER BY q.id DESC LIMIT $3`,
};
const OF_HOUSEHOLD = {
  name: 'rights-requests-of-household',
  // No row for who does not work with this family: an empty list would be an answer, and a line in the log.
  text: `WITH family AS (SELECT h.id FROM household h WHERE h.id = $1
      AND EXISTS (SELECT FROM household_access a WHERE a.household_id = h.id AND a.user_id = access.user_id())), ${seen('$2', 'FROM family')}
    SELECT coalesce((SELECT jsonb_agg(to_jsonb(i) ORDER BY i.id DESC) FROM (
      SELECT ${ITEM} FROM rights_request q WHERE q.household_id = f.id ORDER BY q.id DESC LIMIT 100) i), '[]') AS items FROM family f`,
};

const named = (column: string): string => `(SELECT u.name FROM app_user u WHERE u.id = q.${column})`;
const when = (column: string, pairs: string): string => `CASE WHEN q.${column} IS NOT NULL THEN jsonb_build_object(${pairs}) END`;

const ONE = {
  name: 'rights-request',
  text: `WITH q AS (SELECT * FROM rights_request WHERE id = $1),
    seen AS (INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, details, request_id)
      SELECT q.municipality_id, access.user_id(), access.organisation(), 'rights-request.read', 'rights-request', q.id, q.household_id,
        jsonb_build_object('memberId', q.member_id), $2 FROM q)
    SELECT ${ITEM}, q.household_id AS "householdId", q.member_id AS "memberId", ${named('received_by')} AS "receivedBy", q.channel, q.question,
      q.asked_by AS "askedBy", q.authority, q.representative_name AS "representativeName", q.identity_asked AS "identityAsked", q.own_statement AS "ownStatement",
      (SELECT jsonb_build_object('firstName', p.first_name, 'infix', p.infix, 'lastName', p.last_name, 'role', p.role, 'birthDate', p.birth_date,
        'restrictedSince', p.restricted_since, 'version', p.member_version) FROM access.person_of_request(q.id) p) AS person,
      ${when('identity_how', `'how', q.identity_how, 'by', ${named('identity_checked_by')}, 'on', q.identity_checked_on`)} AS identity,
      ${when('extended_on', `'reasons', q.extension_reasons, 'on', q.extended_on, 'toldOn', q.extension_told_on`)} AS extension,
      ${when('decided_at', `'by', ${named('decided_by')}, 'at', q.decided_at, 'reasons', q.decision_reasons`)} AS decision,
      ${when('carried_out_on', `'by', ${named('carried_out_by')}, 'on', q.carried_out_on, 'note', q.completion_note`)} AS completion,
      ${when('restriction_lifted_on', `'on', q.restriction_lifted_on, 'toldOn', q.restriction_lift_told_on, 'reason', q.restriction_lift_reason`)} AS lifting,
      ${when('withdrawn_on', `'on', q.withdrawn_on, 'reason', q.withdrawal_reason`)} AS withdrawal,
      (SELECT count(*)::int FROM member_history h WHERE h.rights_request_id = q.id) AS "correctionsMade",
      (SELECT jsonb_build_object('state', e.state, 'downloads', (SELECT sum(d.downloads) FROM rights_export d WHERE d.rights_request_id = q.id))
       FROM rights_export e WHERE e.rights_request_id = q.id ORDER BY e.id DESC LIMIT 1) AS export
    FROM q`,
};

const PEOPLE = {
  name: 'rights-people-of-case',
  text: `WITH p AS (SELECT * FROM access.people_of_case($1)),
    seen AS (INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, request_id)
      SELECT DISTINCT access.municipality(), access.user_id(), access.organisation(), 'rights-request.people-read', 'household', p.household_id, p.household_id, $2 FROM p)
    SELECT p.household_id AS "householdId", p.member_id AS "memberId", p.role, p.first_name AS "firstName", p.infix, p.last_name AS "lastName", p.birth_date AS "birthDate" FROM p`,
};

type Item = Omit<RightsRequestItem, 'daysLeft' | 'late'>;

/** Requests about data, as far as the actor may see them; each look is noted. */
@Injectable()
export class RightsRequestsQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, { limit, cursor, state }: { limit: number; cursor?: string; state: 'open' | 'done' }): Promise<Page<RightsRequestItem>> {
    return state === 'done' ? this.done(actor, limit, cursor) : this.open(actor, limit, cursor);
  }

  /** Those of one family, newest first: for who works with it. */
  async ofHousehold(actor: Actor, householdId: string): Promise<RightsRequestItem[]> {
    const [family] = await this.work.read<{ items: Item[] }>(actor, OF_HOUSEHOLD, [householdId, actor.requestId ?? null]);
    if (!family) throw householdNotFound();
    return family.items.map((row) => this.dated(row));
  }

  async getOne(actor: Actor, id: string): Promise<RightsRequestView> {
    const [row] = await this.work.read<RightsRequestRow>(actor, ONE, [id, actor.requestId ?? null]);
    if (!row) throw requestNotFound();
    return requestView(row, actor, this.clock.today());
  }

  /** Whom a request can be about, by case number. Empty for a number that is not there or of another municipality. */
  async peopleOfCase(actor: Actor, caseNumber: string): Promise<CasePerson[]> {
    const rows = await this.work.read<PersonName & CasePerson>(actor, PEOPLE, [caseNumber, actor.requestId ?? null]);
    return rows.map((row) => ({ memberId: row.memberId, householdId: row.householdId, name: displayName(row), role: row.role, birthDate: row.birthDate }));
  }

  private async open(actor: Actor, limit: number, cursor?: string): Promise<Page<RightsRequestItem>> {
    const [day, id] = decodeCursor(cursor, [isLocalDate, isId]) ?? ['0001-01-01', '00000000-0000-0000-0000-000000000000'];
    const rows = await this.work.read<Item>(actor, OPEN, [actor.municipalityId, day, id, limit + 1, actor.requestId ?? null]);
    return toPage(rows.map((row) => this.dated(row)), limit, (last) => [last.answerBy, last.id]);
  }

  private async done(actor: Actor, limit: number, cursor?: string): Promise<Page<RightsRequestItem>> {
    const [id] = decodeCursor(cursor, [isId]) ?? ['ffffffff-ffff-ffff-ffff-ffffffffffff'];
    const rows = await this.work.read<Item>(actor, DONE, [actor.municipalityId, id, limit + 1, actor.requestId ?? null]);
    return toPage(rows.map((row) => this.dated(row)), limit, (last) => [last.id]);
  }

  private dated(row: Item): RightsRequestItem {
    const today = this.clock.today();
    return { ...row, daysLeft: daysLeft(row.answerBy, today), late: isRunning(row.state) && row.answerBy < today };
  }
}
