import { Injectable } from '@nestjs/common';
import { type Actor, isId, isLocalDate, type LocalDate } from '#kernel';
import { type HouseholdState, type Urgency, urgencyRank } from '#households';
import { auditedList, Clock, decodeCursor, type Page, toPage, UnitOfWork } from '#platform';
import { judgeWaiting, mayPropose, WAITING_DEFAULTS, type WaitingJudgement, type WaitingSettings, waitingSettings } from '../domain/index.js';

export interface WaitingFamily extends WaitingJudgement {
  readonly householdId: string;
  readonly caseNumber: string;
  readonly name: string;
  /** Where it stands in the whole list of your teams; null while only one urgency is shown. */
  readonly place: number | null;
  readonly memberCount: number;
  readonly childCount: number;
  readonly urgency: Urgency;
  readonly urgencyReason: string | null;
  readonly reportedOn: LocalDate;
  readonly waitingSince: LocalDate;
  readonly lastCalledOn: LocalDate | null;
  readonly neighbourhood: string | null;
  readonly source: string;
  readonly lifeDomains: string[];
  readonly state: HouseholdState;
  readonly proposedRegisseur: { id: string; name: string } | null;
  readonly version: number;
  readonly allowedActions: string[];
}

interface Row extends Omit<WaitingFamily, keyof WaitingJudgement | 'place' | 'allowedActions'> {
  readonly teamId: string;
  /** As text: most municipalities set nothing, and then there is nothing to read. */
  readonly settings: string | null;
}

// Each team's part comes from the index in the order of the list, at most one page of it; the parts are then merged.
const LIST = {
  name: 'waiting-list',
  text: auditedList('waiting-list.listed', `
    SELECT w.*, (SELECT json_build_object('id', u.id, 'name', u.name) FROM regisseur_assignment r JOIN app_user u ON u.id = r.regisseur_id
                 WHERE r.household_id = w."householdId" AND r.state = 'proposed') AS "proposedRegisseur",
      (SELECT settings->>'waitingList' FROM municipality WHERE id = $2) AS settings
    FROM unnest($1::uuid[]) AS team CROSS JOIN LATERAL (
      SELECT id AS "householdId", team_id AS "teamId", case_number AS "caseNumber", name, member_count AS "memberCount",
        child_count AS "childCount", urgency, urgency_reason AS "urgencyReason", reported_on AS "reportedOn", waiting_since AS "waitingSince",
        last_called_on AS "lastCalledOn", neighbourhood, source, life_domains AS "lifeDomains", state, version
      FROM household
      WHERE municipality_id = $2 AND team_id = team AND state = 'waiting-list' AND ($3::text IS NULL OR urgency = $3)
        AND (urgency_rank, waiting_since, id) > ($4::smallint, $5::date, $6::uuid)
      ORDER BY urgency_rank, waiting_since, id LIMIT $7) w
    ORDER BY array_position(ARRAY['spoed', 'hoog', 'normaal', 'laag'], w.urgency), w."waitingSince", w."householdId" LIMIT $7`, '$7'),
};

const START = [0, '0001-01-01', '00000000-0000-0000-0000-000000000000', 0] as const;
const isCount = (most: number) => (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;

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

  /** The cursor carries how many families stand on the pages before, so that a place costs the database nothing. */
  async list(actor: Actor, { limit, cursor, urgency }: WaitingListPage): Promise<Page<WaitingFamily>> {
    const [rank, since, id, before] = decodeCursor(cursor, [isCount(99), isLocalDate, isId, isCount(10_000_000)]) ?? START;
    const rows = await this.work.read<Row>(actor, LIST, [actor.teamIds, actor.municipalityId, urgency ?? null, rank, since, id, limit + 1]);
    const page = toPage(rows, limit, (last) => [urgencyRank(last.urgency) + 1, last.waitingSince, last.householdId, Number(before) + limit]);
    const today = this.clock.today();
    return { ...page, items: page.items.map((row, at) => toFamily(row, { actor, today, place: urgency ? null : Number(before) + at + 1 })) };
  }
}

/** The part of the settings as it came from the database; nothing when the municipality set nothing. */
export const settingsOf = (text: string | null): WaitingSettings => (text ? waitingSettings(JSON.parse(text) as unknown) : WAITING_DEFAULTS);

interface Reader {
  readonly actor: Actor;
  readonly today: LocalDate;
  readonly place: number | null;
}

// Written out: leaving two columns out with `...rest` costs ten times as much, fifty rows a page.
function toFamily(row: Row, { actor, today, place }: Reader): WaitingFamily {
  const proposable = !row.proposedRegisseur && mayPropose(actor, { municipalityId: actor.municipalityId, teamId: row.teamId }).allowed;
  const { waitingDays, targetDays, overTargetDays, callOverdue } = judgeWaiting(row, settingsOf(row.settings), today);
  return {
    householdId: row.householdId, caseNumber: row.caseNumber, name: row.name, place,
    memberCount: row.memberCount, childCount: row.childCount, urgency: row.urgency, urgencyReason: row.urgencyReason,
    reportedOn: row.reportedOn, waitingSince: row.waitingSince, lastCalledOn: row.lastCalledOn,
    waitingDays, targetDays, overTargetDays, callOverdue,
    neighbourhood: row.neighbourhood, source: row.source, lifeDomains: row.lifeDomains, state: row.state,
    proposedRegisseur: row.proposedRegisseur, version: row.version, allowedActions: proposable ? ['propose-regisseur'] : [],
  };
}
