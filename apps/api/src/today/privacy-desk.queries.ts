import { Injectable } from '@nestjs/common';
import { addDays, type Actor, type LocalDate } from '#kernel';
import { UnitOfWork } from '#platform';

export type PrivacyPlace = 'breakGlass' | 'rights' | 'destruction' | 'agreements';

export interface PrivacyTask {
  readonly place: PrivacyPlace;
  readonly waiting: number;
  readonly dueOn: LocalDate | null;
}

/** An agreement that ends within this many days asks for a successor (ours). */
const ENDING_SOON_DAYS = 60;

// What waits for a privacy officer. $1 municipality, $2 user, $3 the day until which an end is soon. Nobody judges their own
// override or approves their own list, so those do not wait for them.
const DESK = {
  name: 'privacy-desk',
  text: `
  SELECT 'breakGlass' AS place, count(*)::int AS waiting, NULL::date AS "dueOn" FROM break_glass
  WHERE municipality_id = $1 AND reviewed_at IS NULL AND user_id <> $2
  UNION ALL
  SELECT 'rights', count(*)::int, min(answer_by) FROM rights_request
  WHERE municipality_id = $1 AND state IN ('received', 'identity-check', 'in-progress', 'granted', 'partly-granted')
  UNION ALL
  SELECT 'destruction', count(*)::int, NULL FROM destruction_list
  WHERE municipality_id = $1 AND state = 'proposed' AND made_by IS DISTINCT FROM $2
  UNION ALL
  SELECT 'agreements', count(*)::int, min(valid_until) FROM data_sharing_agreement
  WHERE municipality_id = $1 AND (state IN ('proposed', 'taken-over') OR (state = 'active' AND valid_until < $3::date))`,
};

/** How many things wait on each pile of the privacy officer's desk; counts only. */
@Injectable()
export class PrivacyDeskQueries {
  constructor(private readonly work: UnitOfWork) {}

  async list(actor: Actor, today: LocalDate): Promise<PrivacyTask[]> {
    const tasks = await this.work.read<PrivacyTask>(actor, DESK, [actor.municipalityId, actor.userId, addDays(today, ENDING_SOON_DAYS)]);
    return tasks.filter(({ waiting }) => waiting > 0);
  }
}
