import { Injectable } from '@nestjs/common';
import type { Actor } from '#kernel';
import { displayName, householdNotFound, type HouseholdState, isEnded, type PersonName } from '#households';
import { UnitOfWork } from '#platform';
import { involvementOf } from '#privacy';
import { mayMeasure, type ScoreRound, type ScoreScale, type ScoreSeries, seriesOf, standing } from '../domain/index.js';
import { SCALES_JSON } from './scale-columns.js';

export interface RoundView extends ScoreRound {
  readonly scaleId: string;
  readonly recordedBy: string;
  readonly recordedAt: string;
  readonly correctionReason: string | null;
  /** It counts: nobody corrected it. */
  readonly stands: boolean;
  readonly allowedActions: readonly string[];
}

export interface ScoresOfFamily {
  readonly household: { readonly id: string; readonly caseNumber: string; readonly name: string; readonly state: HouseholdState };
  readonly members: readonly { readonly id: string; readonly name: string; readonly present: boolean }[];
  readonly scales: readonly ScoreScale[];
  readonly series: readonly ScoreSeries[];
  /** As they were written down, the newest first. */
  readonly rounds: readonly RoundView[];
  readonly allowedActions: readonly string[];
}

type Row = Pick<ScoresOfFamily, 'household' | 'scales'> & {
  readonly municipalityId: string;
  readonly reasons: readonly string[];
  readonly members: readonly (PersonName & { readonly id: string; readonly present: boolean })[];
  readonly rounds: readonly Omit<RoundView, 'stands' | 'allowedActions'>[];
};

const MOST_ROUNDS = 200;

const ROUND_JSON = `jsonb_build_object('id', r.id, 'memberId', r.member_id, 'moment', r.moment, 'measuredOn', r.measured_on, 'view', r.view, 'scaleId', r.scale_id,
  'scaleVersion', (SELECT c.version FROM score_scale c WHERE c.id = r.scale_id), 'correctsId', r.corrects_id, 'correctionReason', r.correction_reason,
  'recordedBy', (SELECT u.name FROM app_user u WHERE u.id = r.recorded_by), 'recordedAt', r.recorded_at,
  'scores', (SELECT jsonb_agg(jsonb_build_object('domain', l.domain, 'step', l.step, 'reason', l.reason)) FROM score_line l WHERE l.round_id = r.id))`;

const OF_FAMILY = {
  name: 'scores-of-household',
  text: `WITH one AS (
      SELECT h.id, h.municipality_id, h.case_number, h.name, h.state, ARRAY(SELECT a.reason FROM household_access a WHERE a.household_id = h.id AND a.user_id = $2) AS reasons
      FROM household h WHERE h.id = $1
    ), seen AS (INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, request_id)
      SELECT one.municipality_id, $2, access.organisation(), 'score-round.listed', 'household', one.id, one.id, $3 FROM one WHERE one.reasons <> '{}')
    SELECT jsonb_build_object('id', one.id, 'caseNumber', one.case_number, 'name', one.name, 'state', one.state) AS household,
      one.municipality_id AS "municipalityId", one.reasons, ${SCALES_JSON} AS scales,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', m.id, 'firstName', m.first_name, 'infix', m.infix, 'lastName', m.last_name, 'present', m.left_on IS NULL) ORDER BY m.birth_date, m.id)
        FROM household_member m WHERE m.household_id = one.id), '[]') AS members,
      coalesce((SELECT jsonb_agg(${ROUND_JSON} ORDER BY r.id DESC) FROM (SELECT * FROM score_round WHERE household_id = one.id ORDER BY id DESC LIMIT ${MOST_ROUNDS}) r), '[]') AS rounds
    FROM one WHERE one.reasons <> '{}'`,
};

/** How it goes with one family: what was measured, and the picture that it makes. */
@Injectable()
export class ScoresQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** Throws `not-found` for who is not involved. */
  async ofFamily(actor: Actor, householdId: string): Promise<ScoresOfFamily> {
    const [row] = await this.work.read<Row>(actor, OF_FAMILY, [householdId, actor.userId, actor.requestId ?? null]);
    if (!row) throw householdNotFound();
    const { municipalityId, reasons, household, scales, members, rounds } = row;
    const may = !isEnded(household.state) && mayMeasure(actor, { municipalityId, ...involvementOf(reasons) }).allowed;
    const counts = new Set(standing(rounds).map(({ id }) => id));
    return {
      household, scales, series: seriesOf(rounds, scales), allowedActions: may ? ['measure'] : [],
      members: members.map(({ id, present, ...name }) => ({ id, name: displayName(name), present })),
      rounds: rounds.map((round) => ({
        ...round, recordedAt: new Date(round.recordedAt).toISOString(), stands: counts.has(round.id), allowedActions: may && counts.has(round.id) ? ['correct'] : [],
      })),
    };
  }
}
