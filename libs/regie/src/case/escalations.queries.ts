import { Injectable } from '@nestjs/common';
import { type Actor, isId, isLocalDate, type LocalDate } from '#kernel';
import { auditedList, Clock, decodeCursor, type Page, toPage, UnitOfWork } from '#platform';

export interface RunningEscalation {
  readonly id: string;
  readonly householdId: string;
  readonly householdName: string;
  readonly caseNumber: string;
  readonly asked: string;
  readonly answerBy: LocalDate;
  readonly late: boolean;
  readonly state: 'open' | 'answered';
  readonly raisedBy: string;
  readonly version: number;
}

// The index has the order; the team is of the family.
const RUNNING = {
  name: 'escalations-running',
  text: auditedList('escalation.listed', `SELECT e.id, h.id AS "householdId", h.name AS "householdName", h.case_number AS "caseNumber", e.asked, e.answer_by AS "answerBy", e.state,
      u.name AS "raisedBy", e.version
    FROM escalation e JOIN household h ON h.id = e.household_id AND h.team_id = ANY ($1::uuid[]) JOIN app_user u ON u.id = e.raised_by
    WHERE e.municipality_id = access.municipality() AND e.state <> 'ended' AND (e.answer_by, e.id) > ($2::date, $3::uuid) ORDER BY e.answer_by, e.id LIMIT $4`, '$4'),
};

const START = ['0001-01-01', '00000000-0000-0000-0000-000000000000'];

/** What waits for the team lead, the first to answer first. */
@Injectable()
export class EscalationsQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, { limit, cursor }: { limit: number; cursor?: string }): Promise<Page<RunningEscalation>> {
    const after = decodeCursor(cursor, [isLocalDate, isId]) ?? START;
    const rows = await this.work.read<Omit<RunningEscalation, 'late'>>(actor, RUNNING, [actor.teamIds, ...after, limit + 1]);
    const today = this.clock.today();
    const page = toPage(rows, limit, (last) => [last.answerBy, last.id]);
    return { ...page, items: page.items.map((row) => ({ ...row, late: row.state === 'open' && row.answerBy < today })) };
  }
}
