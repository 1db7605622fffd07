import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, type LocalDate } from '#kernel';
import type { HouseholdState, Urgency } from '#households';
import { Clock, UnitOfWork } from '#platform';
import { type AssignmentState, type HandoverState, spreadByBand, type Taker } from '../domain/index.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface FamilyOfRegisseur {
  readonly householdId: string;
  readonly caseNumber: string;
  readonly name: string;
  readonly state: HouseholdState;
  readonly urgency: Urgency;
  readonly assignmentState: AssignmentState;
  /** A hand-over that is under way. */
  readonly handover: { readonly state: HandoverState; readonly successor: Named; readonly talkOn: LocalDate } | null;
  /** Who could take it, by the band; null when nobody has room or when somebody is asked already. */
  readonly suggestedId: string | null;
}

export interface CaseloadOf {
  readonly regisseur: Named;
  readonly families: FamilyOfRegisseur[];
  /** Families of other teams: their own team lead moves them. */
  readonly elsewhere: number;
  readonly takers: (Taker & Named & { readonly teamName: string; readonly absentUntil: LocalDate | null })[];
}

type Row = Omit<CaseloadOf, 'families' | 'elsewhere'> & { readonly total: number; readonly families: Omit<FamilyOfRegisseur, 'suggestedId'>[] };

const named = (alias: string): string => `json_build_object('id', ${alias}.id, 'name', ${alias}.name)`;
const MOST = 200;

const FAMILIES = `SELECT h.id AS "householdId", h.case_number AS "caseNumber", h.name, h.state, h.urgency, a.state AS "assignmentState",
    CASE WHEN v.id IS NOT NULL THEN json_build_object('state', v.state, 'successor', ${named('s')}, 'talkOn', v.talk_on) END AS handover
  FROM regisseur_assignment a JOIN household h ON h.id = a.household_id
  LEFT JOIN handover v ON v.assignment_id = a.id AND v.state IN ('proposed', 'accepted', 'talk-held', 'confirmed-by-one') LEFT JOIN app_user s ON s.id = v.successor_id
  WHERE a.regisseur_id = $1 AND a.municipality_id = $2 AND a.state IN ('proposed', 'active', 'handover-planned') AND h.team_id = ANY (access.teams())
  ORDER BY h.urgency_rank, h.name, h.id LIMIT ${MOST}`;

// $1 the regisseur, $2 municipality, $3 today, $4 user, $5 organisation, $6 request.
const CASELOAD = {
  name: 'caseload-of',
  text: `WITH person AS MATERIALIZED (
      SELECT u.id, u.name FROM app_user u JOIN user_role w ON w.user_id = u.id AND w.municipality_id = $2 AND w.role = 'regisseur' AND w.team_id = ANY (access.teams())
      WHERE u.id = $1 AND access.has_role('team-lead')),
    families AS MATERIALIZED (SELECT f.* FROM person, LATERAL (${FAMILIES}) f),
    seen AS (
      INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, details, request_id)
      SELECT $2, $4, $5, 'caseload.listed', 'list', jsonb_build_object('count', count(*)), $6 FROM families HAVING count(*) > 0)
    SELECT ${named('p')} AS regisseur, coalesce((SELECT l.caseload FROM access.load_of(ARRAY[p.id]) l), 0) AS total,
      coalesce((SELECT json_agg(f) FROM families f), '[]') AS families,
      coalesce((SELECT json_agg(json_build_object('id', u.id, 'name', u.name, 'teamName', t.name, 'caseload', l.caseload, 'coming', l.coming, 'bandMin', l.band_min, 'bandMax', l.band_max,
          'absentUntil', (SELECT max(x.last_day) FROM substitution x WHERE x.regisseur_id = u.id AND x.ended_at IS NULL AND $3::date BETWEEN x.first_day AND x.last_day)) ORDER BY u.name, u.id)
        FROM access.load_of(ARRAY(SELECT w.user_id FROM user_role w JOIN app_user y ON y.id = w.user_id AND y.active
          WHERE w.municipality_id = $2 AND w.role = 'regisseur' AND w.team_id = ANY (access.teams()) AND w.user_id NOT IN (p.id, $4))) l
        JOIN app_user u ON u.id = l.regisseur_id JOIN user_role r ON r.user_id = u.id AND r.municipality_id = $2 AND r.role = 'regisseur' JOIN team t ON t.id = r.team_id), '[]') AS takers
    FROM person p`,
};

/** All families of one regisseur of the own team, and how they could be spread over the others when this person leaves. */
@Injectable()
export class CaseloadOfQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Throws `not-found` for somebody who is no regisseur of the own team. */
  async get(actor: Actor, regisseurId: string): Promise<CaseloadOf> {
    const values = [regisseurId, actor.municipalityId, this.clock.today(), actor.userId, actor.organisationId, actor.requestId ?? null];
    const [row] = await this.work.read<Row>(actor, CASELOAD, values);
    if (!row) throw new DomainError('caseload.not-found', 'Deze regisseur werkt niet in jouw team.', { kind: 'not-found' });
    const { total, families, ...rest } = row;
    const toMove = families.filter(({ handover }) => handover === null).map(({ householdId }) => householdId);
    // Who is away now is not suggested; the team lead can still choose them.
    const spread = spreadByBand(toMove, row.takers.filter(({ absentUntil }) => absentUntil === null));
    return { ...rest, elsewhere: Math.max(0, total - families.filter(({ assignmentState }) => assignmentState !== 'proposed').length), families: families.map((family) => ({ ...family, suggestedId: spread.get(family.householdId) ?? null })) };
  }
}
