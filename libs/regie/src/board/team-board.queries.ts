import { Injectable } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Clock, UnitOfWork } from '#platform';
import { caseloadLevel } from '../domain/index.js';

export interface RegisseurOnBoard {
  readonly id: string;
  readonly name: string;
  readonly teamName: string;
  readonly caseload: number;
  readonly bandMin: number;
  readonly bandMax: number;
  readonly level: ReturnType<typeof caseloadLevel>;
  readonly scaledUp: number;
  readonly lateReferrals: number;
  readonly lateReminders: number;
}

export interface EscalationOnBoard {
  readonly escalationId: string;
  readonly householdId: string;
  readonly householdName: string;
  readonly asked: string;
  readonly answerBy: string;
  readonly late: boolean;
}

export interface TeamBoard {
  readonly waiting: { readonly count: number; readonly urgentCount: number; readonly longestDays: number };
  readonly escalations: EscalationOnBoard[];
  readonly proposals: { readonly householdId: string; readonly name: string; readonly caseNumber: string; readonly regisseur: string; readonly proposedAt: string }[];
  readonly regisseurs: RegisseurOnBoard[];
}

/** The oldest proposals that nobody answered; the rest stands on the waiting list. */
const MOST = 20;

// $1 municipality, $2 teams, $3 today, $4 user, $5 organisation. Names and numbers; of what is in
// a dossier only what was asked of the team lead when it was scaled up.
const BOARD = {
  name: 'team-board',
  text: `WITH board AS MATERIALIZED (SELECT
    (SELECT json_build_object('count', count(*), 'urgentCount', count(*) FILTER (WHERE h.urgency = 'spoed'), 'longestDays', coalesce($3::date - min(h.waiting_since), 0))
       FROM household h WHERE h.municipality_id = $1 AND h.team_id = ANY ($2::uuid[]) AND h.state = 'waiting-list') AS waiting,
    (SELECT coalesce(json_agg(e ORDER BY e."answerBy"), '[]') FROM (
       SELECT e.id AS "escalationId", h.id AS "householdId", h.name AS "householdName", e.asked, e.answer_by AS "answerBy", e.answer_by < $3::date AS late
       FROM escalation e JOIN household h ON h.id = e.household_id
       WHERE access.has_role('team-lead') AND e.state = 'open' AND e.municipality_id = $1 AND h.team_id = ANY ($2::uuid[])
       ORDER BY e.answer_by LIMIT ${MOST}) e) AS escalations,
    (SELECT coalesce(json_agg(p ORDER BY p."proposedAt"), '[]') FROM (
       SELECT h.id AS "householdId", h.name, h.case_number AS "caseNumber", u.name AS regisseur, a.proposed_at AS "proposedAt"
       FROM household h JOIN regisseur_assignment a ON a.household_id = h.id AND a.state = 'proposed' JOIN app_user u ON u.id = a.regisseur_id
       WHERE h.municipality_id = $1 AND h.team_id = ANY ($2::uuid[]) AND h.state = 'waiting-list' ORDER BY a.proposed_at LIMIT ${MOST}) p) AS proposals,
    (SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name, 'teamName', t.name, 'caseload', coalesce(c.caseload, 0), 'bandMin', t.band_min,
         'bandMax', t.band_max, 'scaledUp', coalesce(d.scaled_up, 0), 'lateReferrals', coalesce(d.late_referrals, 0), 'lateReminders', coalesce(d.late_reminders, 0))
         ORDER BY u.name, u.id), '[]')
       FROM user_role r JOIN app_user u ON u.id = r.user_id AND u.active JOIN team t ON t.id = r.team_id
       LEFT JOIN access.caseloads() c ON c.regisseur_id = u.id LEFT JOIN access.team_desk($3::date) d ON d.regisseur_id = u.id
       WHERE r.municipality_id = $1 AND r.role = 'regisseur' AND r.team_id = ANY ($2::uuid[])) AS regisseurs),
  seen AS (
    INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, details)
    SELECT $1, $4, $5, 'team-board.read', 'list', jsonb_build_object('count', json_array_length(proposals) + json_array_length(escalations)) FROM board)
  SELECT * FROM board`,
};

type Row = Omit<TeamBoard, 'regisseurs'> & { readonly regisseurs: Omit<RegisseurOnBoard, 'level'>[] };

/** How the team stands: who waits, whose hands are full, what is late. */
@Injectable()
export class TeamBoardQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async get(actor: Actor): Promise<TeamBoard> {
    const [row] = await this.work.read<Row>(actor, BOARD, [actor.municipalityId, actor.teamIds, this.clock.today(), actor.userId, actor.organisationId]);
    if (!row) throw new Error('the team board answered no row');
    return { ...row, regisseurs: row.regisseurs.map((one) => ({ ...one, level: caseloadLevel(one.caseload, one) })) };
  }
}
