import { ApiProperty } from '@nestjs/swagger';
import { LIFE_DOMAINS, type LifeDomain } from '#households';
import type { LocalDate } from '#kernel';
import { type Change, SCORE_MOMENTS, SCORE_VIEWS, type ScoreMoment, type ScoreView } from '#regie';
import { FamilyHeadResponse } from '../../households/dto/family-head.response.js';
import { FamilyMemberNameResponse } from '../../households/dto/family-member-name.response.js';
import { Day } from '../../http/fields.js';
import { ScoreScaleResponse } from './score-scale.response.js';

const CHANGES: Change[] = ['better', 'same', 'worse', 'once', 'other-scale'];

export class ScoreResponse {
  @ApiProperty({ enum: Object.keys(LIFE_DOMAINS) })
  domain: LifeDomain;
  step: number;
  reason: string;
}

export class ScorePointResponse {
  roundId: string;
  @ApiProperty({ enum: Object.keys(SCORE_MOMENTS) })
  moment: ScoreMoment;
  @Day()
  measuredOn: LocalDate;
  scaleVersion: number;
  /** On the scale of then. */
  step: number;
  label: string;
  /** On the scale of the latest point; null: measured with another scale, so not on this line. */
  place: number | null;
}

export class ScoreSeriesResponse {
  @ApiProperty({ enum: Object.keys(LIFE_DOMAINS) })
  domain: LifeDomain;
  /** Null: about the family as a whole. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  memberId: string | null;
  @ApiProperty({ enum: Object.keys(SCORE_VIEWS) })
  view: ScoreView;
  /** Oldest first. */
  points: readonly ScorePointResponse[];
  /** The first and the latest compared. */
  @ApiProperty({ enum: CHANGES })
  change: Change;
}

export class ScoreRoundResponse {
  id: string;
  /** Null: about the family as a whole. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  memberId: string | null;
  @ApiProperty({ enum: Object.keys(SCORE_MOMENTS) })
  moment: ScoreMoment;
  @Day()
  measuredOn: LocalDate;
  @ApiProperty({ enum: Object.keys(SCORE_VIEWS) })
  view: ScoreView;
  scaleId: string;
  scaleVersion: number;
  scores: readonly ScoreResponse[];
  /** Name of who wrote it down. */
  recordedBy: string;
  @ApiProperty({ format: 'date-time' })
  recordedAt: string;
  /** The measurement that this one takes the place of. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  correctsId: string | null;
  /** What was wrong with the one before. */
  correctionReason: string | null;
  /** It counts: nobody corrected it. */
  stands: boolean;
  allowedActions: readonly string[];
}

export class ScoresResponse {
  household: FamilyHeadResponse;
  members: readonly FamilyMemberNameResponse[];
  /** Every version of the scale, oldest first. */
  scales: readonly ScoreScaleResponse[];
  /** The lines of the picture. */
  series: readonly ScoreSeriesResponse[];
  /** As they were written down, the newest first. */
  rounds: readonly ScoreRoundResponse[];
  allowedActions: readonly string[];
}
