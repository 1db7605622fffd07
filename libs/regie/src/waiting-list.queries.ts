import { Injectable } from '@nestjs/common';
import { type Actor, isId, isLocalDate, type LocalDate } from '#kernel';
import { type HouseholdState, type Urgency, urgencyRank, waitingDays } from '#households';
import { auditedList, Clock, decodeCursor, type Page, toPage, UnitOfWork } from '#platform';
import { mayPropose } from './domain/index.js';

export interface WaitingFamily {
  readonly householdId: string;
  readonly caseNumber: string;
  readonly name: string;
  readonly memberCount: number;
  readonly childCount: number;
  readonly urgency: Urgency;
  readonly urgencyReason: string | null;
  readonly reportedOn: LocalDate;
  readonly waitingDays: number;
  readonly neighbourhood: string | null;
  readonly source: string;
  readonly lifeDomains: string[];
  readonly state: HouseholdState;
  readonly proposedRegisseur: { id: string; name: string } | null;
  readonly version: number;
  readonly allowedActions: string[];
}

interface Row extends Omit<WaitingFamily, 'waitingDays' | 'allowedActions'> {
  readonly teamId: string;
}

// Each team's part comes from the index in the order of the list, at most one page of it; the parts are then merged.
const LIST = {
  name: 'waiting-list',
  text: auditedList('waiting-list.listed', `
    SELECT w.*, (SELECT json_build_object('id', u.id, 'name', u.name) FROM regisseur_assignment r JOIN app_user u ON u.id = r.regisseur_id
                 WHERE r.household_id = w."householdId" AND r.state = 'proposed') AS "proposedRegisseur"
    FROM unnest($1::uuid[]) AS team CROSS JOIN LATERAL (
      SELECT id AS "householdId", team_id AS "teamId", case_number AS "caseNumber", name, member_count AS "memberCount",
        child_count AS "childCount", urgency, urgency_reason AS "urgencyReason", reported_on AS "reportedOn",
        neighbourhood, source, life_domains AS "lifeDomains", state, version
      FROM household
      WHERE municipality_id = $2 AND team_id = team AND state = 'waiting-list' AND ($3::text IS NULL OR urgency = $3)
        AND (urgency_rank, reported_on, id) > ($4::smallint, $5::date, $6::uuid)
      ORDER BY urgency_rank, reported_on, id LIMIT $7) w
    ORDER BY array_position(ARRAY['spoed', 'hoog', 'normaal', 'laag'], w.urgency), w."reportedOn", w."householdId" LIMIT $7`, '$7'),
};

const START = [0, '0001-01-01', '00000000-0000-0000-0000-000000000000'];
const isRank = (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 99;

export interface WaitingListPage {
  readonly limit: number;
  readonly cursor?: string;
  readonly urgency?: Urgency;
}

/** Who waits for a regisseur in the actor's teams: the most urgent first, then the longest wait. */
@Injectable()
export class WaitingListQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, { limit, cursor, urgency }: WaitingListPage): Promise<Page<WaitingFamily>> {
    const after = decodeCursor(cursor, [isRank, isLocalDate, isId]) ?? START;
    const rows = await this.work.read<Row>(actor, LIST, [actor.teamIds, actor.municipalityId, urgency ?? null, ...after, limit + 1]);
    const page = toPage(rows, limit, (last) => [urgencyRank(last.urgency) + 1, last.reportedOn, last.householdId]);
    const today = this.clock.today();
    return { ...page, items: page.items.map((row) => toFamily(row, actor, today)) };
  }
}

function toFamily({ teamId, ...family }: Row, actor: Actor, today: LocalDate): WaitingFamily {
  const proposable = !family.proposedRegisseur && mayPropose(actor, { municipalityId: actor.municipalityId, teamId }).allowed;
  return { ...family, waitingDays: waitingDays(family.reportedOn, today), allowedActions: proposable ? ['propose-regisseur'] : [] };
}
