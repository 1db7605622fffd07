import { Injectable } from '@nestjs/common';
import { addWeeks, type Actor, hasRole } from '#kernel';
import { Clock, UnitOfWork } from '#platform';
import { type WaitingDay, type WaitingTrend, waitingTrend } from '../domain/index.js';

// $4: the whole municipality, for who has no team of their own.
const DAYS = {
  name: 'waiting-trend',
  text: `SELECT day, sum(waiting)::int AS waiting, sum(entered)::int AS entered, sum(left_list)::int AS "left", sum(days_waited)::int AS "daysWaited"
    FROM waiting_list_day WHERE municipality_id = $1 AND day >= $2 AND ($4 OR team_id = ANY ($3::uuid[])) GROUP BY day ORDER BY day`,
};

/** Does the list get shorter: of the own teams, or of the whole municipality without small numbers. */
@Injectable()
export class WaitingTrendQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async trend(actor: Actor, weeks: number): Promise<WaitingTrend> {
    const outside = !hasRole(actor, 'team-lead', 'case-worker');
    const days = await this.work.read<WaitingDay>(actor, DAYS, [actor.municipalityId, addWeeks(this.clock.today(), -weeks), actor.teamIds, outside]);
    return waitingTrend(days, outside);
  }
}
