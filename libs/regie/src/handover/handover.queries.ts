import { Injectable } from '@nestjs/common';
import type { Actor, LocalDate } from '#kernel';
import { householdNotFound, type HouseholdState } from '#households';
import { UnitOfWork } from '#platform';
import {
  allowedHandoverActions, type AssignmentState, type CaseloadBand, caseloadLevel, type HandoverAction, handoverSettings, type HandoverState, isOpenHandover, mayPlanHandover, wouldBeAbove,
} from '../domain/index.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface HandoverView {
  readonly id: string;
  readonly state: HandoverState;
  readonly regisseur: Named;
  readonly successor: Named;
  readonly plannedBy: Named;
  readonly reason: string;
  readonly talkOn: LocalDate;
  readonly declineReason: string | null;
  readonly endReason: string | null;
  readonly urgentReason: string | null;
  readonly overrideReason: string | null;
  readonly talk: { readonly heldOn: LocalDate; readonly memberIds: string[] } | null;
  readonly regisseurConfirmed: boolean;
  readonly successorConfirmed: boolean;
  readonly version: number;
  readonly allowedActions: HandoverAction[];
}

export interface Candidate extends Named {
  readonly teamName: string;
  readonly caseload: number;
  readonly coming: number;
  readonly bandMin: number;
  readonly bandMax: number;
  readonly level: ReturnType<typeof caseloadLevel>;
  /** One family more would be above the band. */
  readonly wouldBeAbove: boolean;
}

export interface HandoverPage {
  readonly household: { readonly id: string; readonly caseNumber: string; readonly name: string; readonly state: HouseholdState };
  /** Who is the regisseur now, and the version to plan on. */
  readonly regie: { readonly assignmentId: string; readonly regisseur: Named; readonly version: number } | null;
  readonly handover: HandoverView | null;
  /** Who of the family can have been at the talk; empty for who sees no content. */
  readonly members: Named[];
  /** Who can be asked, with how full their hands are; empty for who does not plan. */
  readonly candidates: Candidate[];
  readonly allowedActions: ('plan-handover' | 'override-band')[];
}

type HandoverRow = Omit<HandoverView, 'allowedActions'> & { readonly isUrgent: boolean };

interface Row {
  readonly household: HandoverPage['household'];
  readonly teamId: string;
  readonly settings: unknown;
  readonly worksOnIt: boolean;
  readonly regie: (NonNullable<HandoverPage['regie']> & { readonly state: AssignmentState }) | null;
  readonly handover: HandoverRow | null;
  readonly members: Named[];
  readonly candidates: Omit<Candidate, 'level' | 'wouldBeAbove'>[];
}

const OPEN = `('proposed', 'accepted', 'talk-held', 'confirmed-by-one')`;
const named = (alias: string): string => `json_build_object('id', ${alias}.id, 'name', ${alias}.name)`;

const HANDOVER = `SELECT json_build_object('id', v.id, 'state', v.state, 'regisseur', ${named('o')}, 'successor', ${named('s')}, 'plannedBy', ${named('p')},
    'reason', v.reason, 'talkOn', v.talk_on, 'declineReason', v.decline_reason, 'endReason', v.end_reason, 'urgentReason', v.urgent_reason, 'overrideReason', v.override_reason,
    'talk', CASE WHEN v.talk_held_on IS NOT NULL THEN json_build_object('heldOn', v.talk_held_on, 'memberIds', v.talk_members) END,
    'regisseurConfirmed', v.regisseur_confirmed_by IS NOT NULL, 'successorConfirmed', v.successor_confirmed_by IS NOT NULL, 'isUrgent', v.urgent_by IS NOT NULL, 'version', v.version)
  FROM handover v JOIN app_user o ON o.id = v.regisseur_id JOIN app_user s ON s.id = v.successor_id JOIN app_user p ON p.id = v.planned_by
  WHERE v.household_id = f.id ORDER BY v.id DESC LIMIT 1`;

const CANDIDATES = `SELECT json_agg(json_build_object('id', u.id, 'name', u.name, 'teamName', t.name, 'caseload', l.caseload, 'coming', l.coming, 'bandMin', l.band_min, 'bandMax', l.band_max)
    ORDER BY t.id <> f.team_id, u.name, u.id)
  FROM access.load_of(ARRAY(SELECT w.user_id FROM user_role w JOIN app_user x ON x.id = w.user_id AND x.active
    WHERE w.municipality_id = $2 AND w.role = 'regisseur' AND (w.team_id = f.team_id OR x.organisation_id = access.organisation()) LIMIT 200)) l
  JOIN app_user u ON u.id = l.regisseur_id JOIN user_role r ON r.user_id = u.id AND r.municipality_id = $2 AND r.role = 'regisseur' JOIN team t ON t.id = r.team_id`;

// $1 household, $2 municipality, $3 user, $4 organisation, $5 request. Whoever is asked reads the head and the question, no content.
const PAGE = {
  name: 'handover-page',
  text: `WITH f AS MATERIALIZED (
      SELECT h.id, h.case_number, h.name, h.state, h.team_id, mine.works, access.has_role('team-lead') AND h.team_id = ANY (access.teams()) AS leads
      FROM household h, LATERAL (SELECT EXISTS (SELECT FROM household_access a WHERE a.household_id = h.id AND a.user_id = $3 AND a.reason IN ('regisseur', 'substitute')) AS works) mine
      WHERE h.id = $1 AND (mine.works OR (access.has_role('team-lead') AND h.team_id = ANY (access.teams()))
        OR EXISTS (SELECT FROM handover v WHERE v.household_id = h.id AND v.successor_id = $3 AND v.state IN ${OPEN}))),
    seen AS (
      INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, request_id)
      SELECT $2, $3, $4, 'handover.read', 'household', f.id, f.id, $5 FROM f)
    SELECT json_build_object('id', f.id, 'caseNumber', f.case_number, 'name', f.name, 'state', f.state) AS household, f.team_id AS "teamId", f.works AS "worksOnIt",
      (SELECT settings FROM municipality WHERE id = $2) AS settings,
      (SELECT json_build_object('assignmentId', r.id, 'regisseur', ${named('u')}, 'state', r.state, 'version', r.version)
        FROM regisseur_assignment r JOIN app_user u ON u.id = r.regisseur_id WHERE r.household_id = f.id AND r.state IN ('active', 'handover-planned')) AS regie,
      (${HANDOVER}) AS handover,
      CASE WHEN f.works THEN (SELECT json_agg(json_build_object('id', m.id, 'name', concat_ws(' ', m.first_name, m.infix, m.last_name)) ORDER BY m.birth_date, m.id)
        FROM household_member m WHERE m.household_id = f.id AND m.left_on IS NULL) END AS members,
      CASE WHEN f.works OR f.leads THEN (${CANDIDATES}) END AS candidates
    FROM f`,
};

/** How the hand-over of one family stands, and whose turn it is. */
@Injectable()
export class HandoverQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** Throws `not-found` for a family that is none of the actor's business. */
  async getPage(actor: Actor, householdId: string): Promise<HandoverPage> {
    const [row] = await this.work.read<Row>(actor, PAGE, [householdId, actor.municipalityId, actor.userId, actor.organisationId, actor.requestId ?? null]);
    if (!row) throw householdNotFound();
    return toPage(row, actor);
  }
}

function toPage(row: Row, actor: Actor): HandoverPage {
  const place = { municipalityId: actor.municipalityId, teamId: row.teamId };
  const mayPlan = row.regie?.state === 'active' && mayPlanHandover(actor, { ...place, regisseurId: row.regie.regisseur.id }).allowed;
  return {
    household: row.household,
    regie: row.regie && { assignmentId: row.regie.assignmentId, regisseur: row.regie.regisseur, version: row.regie.version },
    handover: row.handover && toView(row.handover, row, actor),
    members: row.members ?? [],
    candidates: mayPlan ? (row.candidates ?? []).filter(({ id }) => id !== row.regie?.regisseur.id && id !== actor.userId).map(toCandidate) : [],
    allowedActions: mayPlan ? ['plan-handover', ...(actor.roles.includes('team-lead') ? (['override-band'] as const) : [])] : [],
  };
}

function toView({ isUrgent, ...view }: HandoverRow, { teamId, settings, worksOnIt }: Row, actor: Actor): HandoverView {
  const parties = { municipalityId: actor.municipalityId, teamId, regisseurId: view.regisseur.id, successorId: view.successor.id, actorWorksOnIt: worksOnIt };
  const mine = actor.userId === view.regisseur.id ? view.regisseurConfirmed : view.successorConfirmed;
  return {
    ...view,
    allowedActions: allowedHandoverActions(actor, view.state, parties, {
      notConfirmedBefore: !mine, urgencyAllowed: handoverSettings(settings).urgentWithoutTalk, talkIsOwed: view.talk === null && (isOpenHandover(view.state) || isUrgent),
    }),
  };
}

const bandOf = ({ bandMin, bandMax }: CaseloadBand): CaseloadBand => ({ bandMin, bandMax });
const toCandidate = (one: Row['candidates'][number]): Candidate => ({ ...one, level: caseloadLevel(one.caseload, one), wouldBeAbove: wouldBeAbove(one, bandOf(one)) });
