import { Injectable } from '@nestjs/common';
import { addDays, type Actor, hasRole, type LocalDate } from '#kernel';
import { UnitOfWork } from '#platform';

export type PrivacyPlace = 'breakGlass' | 'rights' | 'destruction' | 'agreements';

export interface PrivacyTask {
  readonly place: PrivacyPlace;
  readonly waiting: number;
  readonly dueOn: LocalDate | null;
}

/** An agreement that ends within this many days asks for a successor (ours). */
const ENDING_SOON_DAYS = 60;

// $1 municipality, $2 user. Nobody judges their own override; row-level security leaves a team lead those of the own team.
const BREAK_GLASS = `SELECT 'breakGlass' AS place, count(*)::int AS waiting, NULL::date AS "dueOn" FROM break_glass
  WHERE municipality_id = $1 AND reviewed_at IS NULL AND user_id <> $2`;

const TEAM = { name: 'team-desk', text: BREAK_GLASS };

// What waits for a privacy officer. $3 the day until which an end is soon. Nor does anybody approve their own list.
const DESK = {
  name: 'privacy-desk',
  text: `
  ${BREAK_GLASS}
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

/** How many things wait on each pile of the privacy officer's desk, and the overrides that wait for a team lead; counts only. */
@Injectable()
export class PrivacyDeskQueries {
  constructor(private readonly work: UnitOfWork) {}

  async list(actor: Actor, today: LocalDate): Promise<PrivacyTask[]> {
    const whose = [actor.municipalityId, actor.userId];
    const tasks = hasRole(actor, 'privacy-officer')
      ? await this.work.read<PrivacyTask>(actor, DESK, [...whose, addDays(today, ENDING_SOON_DAYS)])
      : await this.work.read<PrivacyTask>(actor, TEAM, whose);
    return tasks.filter(({ waiting }) => waiting > 0);
  }
}
