import { Injectable } from '@nestjs/common';
import type { Actor } from '#kernel';
import { UnitOfWork } from '#platform';

export interface Visitor {
  readonly id: string;
  readonly name: string;
}

/** `u` works in one of these teams, in a role that goes to people's doors. */
export const IN_TEAMS = (teams: `$${number}`): string => `EXISTS (SELECT FROM user_role w WHERE w.user_id = u.id AND w.role IN ('case-worker', 'team-lead', 'regisseur')
  AND w.municipality_id = access.municipality() AND w.team_id = ANY (${teams}::uuid[]))`;

const LIST = { name: 'signal-visitors', text: `SELECT u.id, u.name FROM app_user u WHERE u.active AND ${IN_TEAMS('$1')} ORDER BY u.name, u.id` };

/** Who can go on a home visit. */
@Injectable()
export class VisitorsQueries {
  constructor(private readonly work: UnitOfWork) {}

  list(actor: Actor): Promise<Visitor[]> {
    return this.work.read<Visitor>(actor, LIST, [actor.teamIds]);
  }
}
