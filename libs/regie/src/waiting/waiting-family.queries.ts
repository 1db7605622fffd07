import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, type LocalDate, localDateOf } from '#kernel';
import type { HouseholdState, Urgency } from '#households';
import { Clock, UnitOfWork } from '#platform';
import { type Ahead, type CallOutcome, judgeWaiting, mayKeepWaitingList, mayPropose, mayUndoCall, placeOf, type WaitingJudgement, whyThisPlace } from '../domain/index.js';
import { settingsOf } from './waiting-list.queries.js';

export interface NotedCallView {
  readonly id: string;
  readonly calledOn: LocalDate;
  readonly by: string;
  readonly outcome: CallOutcome;
  readonly note: string | null;
  readonly nextTryOn: LocalDate | null;
  readonly undone: boolean;
  readonly allowedActions: string[];
}

export interface WaitingFamilyView extends WaitingJudgement {
  readonly household: { readonly id: string; readonly caseNumber: string; readonly name: string; readonly state: HouseholdState };
  readonly version: number;
  readonly urgency: Urgency;
  readonly urgencyReason: string | null;
  readonly waitingSince: LocalDate;
  readonly lastCalledOn: LocalDate | null;
  readonly place: number;
  readonly why: string;
  readonly urgencyHistory: { readonly at: string; readonly by: string; readonly from: Urgency; readonly to: Urgency; readonly reason: string }[];
  readonly calls: NotedCallView[];
  readonly allowedActions: string[];
}

interface Row extends Omit<WaitingFamilyView, keyof WaitingJudgement | 'place' | 'why' | 'calls' | 'allowedActions'> {
  readonly ahead: Ahead;
  readonly settings: string | null;
  readonly teamId: string;
  readonly proposed: boolean;
  readonly calls: readonly (Omit<NotedCallView, 'allowedActions'> & { readonly calledBy: string; readonly notedAt: string })[];
}

const MOMENT = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const AHEAD = (condition: string): string => `(SELECT count(*)::int FROM household b WHERE b.municipality_id = h.municipality_id AND b.team_id = ANY ($3::uuid[])
  AND b.state = 'waiting-list' AND ${condition})`;

// $1 household, $2 request, $3 the actor's teams.
const ONE = {
  name: 'waiting-family',
  text: `WITH h AS (SELECT * FROM household WHERE id = $1 AND state = 'waiting-list' AND team_id = ANY ($3::uuid[])),
    seen AS (
      INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, request_id)
      SELECT municipality_id, access.user_id(), access.organisation(), 'waiting.read', 'household', id, id, $2 FROM h)
    SELECT json_build_object('id', h.id, 'caseNumber', h.case_number, 'name', h.name, 'state', h.state) AS household, h.version, h.urgency,
      h.urgency_reason AS "urgencyReason", h.waiting_since AS "waitingSince", h.last_called_on AS "lastCalledOn",
      json_build_object('moreUrgent', ${AHEAD('b.urgency_rank < h.urgency_rank')},
        'waitLonger', ${AHEAD('b.urgency_rank = h.urgency_rank AND (b.waiting_since, b.id) < (h.waiting_since, h.id)')}) AS ahead,
      (SELECT settings->>'waitingList' FROM municipality WHERE id = h.municipality_id) AS settings, h.team_id AS "teamId",
      EXISTS (SELECT FROM regisseur_assignment r WHERE r.household_id = h.id AND r.state = 'proposed') AS proposed,
      coalesce((SELECT json_agg(json_build_object('at', ${MOMENT('c.changed_at')}, 'by', u.name, 'from', c.from_urgency, 'to', c.to_urgency, 'reason', c.reason) ORDER BY c.changed_at DESC)
        FROM urgency_change c JOIN app_user u ON u.id = c.changed_by WHERE c.household_id = h.id), '[]') AS "urgencyHistory",
      coalesce((SELECT json_agg(json_build_object('id', c.id, 'calledOn', c.called_on, 'by', u.name, 'calledBy', c.called_by, 'outcome', c.outcome, 'note', c.note,
          'nextTryOn', c.next_try_on, 'undone', c.undone_at IS NOT NULL, 'notedAt', ${MOMENT('c.noted_at')}) ORDER BY c.called_on DESC, c.id DESC)
        FROM waiting_contact c JOIN app_user u ON u.id = c.called_by WHERE c.household_id = h.id), '[]') AS calls
    FROM h`,
};

const notOnTheList = (): DomainError => new DomainError('waiting.not-on-the-list', 'Dit gezin staat niet op de wachtlijst van jouw team.', { kind: 'not-found' });

/** One waiting family: its place and why, who was called when, and how its urgency changed. */
@Injectable()
export class WaitingFamilyQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async getOne(actor: Actor, householdId: string): Promise<WaitingFamilyView> {
    const [row] = await this.work.read<Row>(actor, ONE, [householdId, actor.requestId ?? null, actor.teamIds]);
    if (!row) throw notOnTheList();
    const { ahead, settings, calls, teamId, proposed, ...family } = row;
    const today = this.clock.today();
    const proposable = !proposed && mayPropose(actor, { municipalityId: actor.municipalityId, teamId }).allowed;
    return {
      ...family, ...judgeWaiting(family, settingsOf(settings), today),
      place: placeOf(ahead), why: whyThisPlace(family, ahead),
      calls: calls.map(({ calledBy, notedAt, ...call }) => {
        const undoable = mayUndoCall(actor, { calledBy, notedOn: localDateOf(new Date(notedAt)), undone: call.undone }, today).allowed;
        return { ...call, allowedActions: undoable ? ['undo'] : [] };
      }),
      allowedActions: [...(proposable ? ['propose-regisseur'] : []), ...(mayKeepWaitingList(actor).allowed ? ['change-urgency', 'note-call'] : [])],
    };
  }
}
