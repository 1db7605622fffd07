import { Injectable } from '@nestjs/common';
import { type Actor, isId, type LocalDate } from '#kernel';
import { Clock, decodeCursor, type Page, toPage, UnitOfWork } from '#platform';
import { mayArrangeSubstitution, type SubstitutionState, substitutionStateOn } from './domain/index.js';
import { IN_MY_TEAM } from './substitutions.service.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface SubstitutionView {
  readonly id: string;
  readonly regisseur: Named;
  readonly substitute: Named;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly state: SubstitutionState;
  readonly version: number;
  readonly allowedActions: string[];
}

type Row = Omit<SubstitutionView, 'state' | 'allowedActions'> & { readonly endedAt: Date | null; readonly municipalityId: string; readonly ofMyTeam: boolean };

const named = (alias: string): string => `json_build_object('id', ${alias}.id, 'name', ${alias}.name)`;

const LIST = {
  name: 'substitutions',
  text: `SELECT s.id, s.municipality_id AS "municipalityId", ${named('r')} AS regisseur, ${named('v')} AS substitute, s.first_day AS "firstDay",
      s.last_day AS "lastDay", s.ended_at AS "endedAt", s.version, ${IN_MY_TEAM('s.regisseur_id')} AS "ofMyTeam"
    FROM substitution s JOIN app_user r ON r.id = s.regisseur_id JOIN app_user v ON v.id = s.substitute_id
    WHERE s.municipality_id = $1 AND s.id < $2::uuid ORDER BY s.id DESC LIMIT $3`,
};

const COLLEAGUES = {
  name: 'substitution-colleagues',
  text: `SELECT u.id, u.name, coalesce(t.name, '') AS "teamName", ${IN_MY_TEAM('u.id')} AS "ofMyTeam"
    FROM user_role w JOIN app_user u ON u.id = w.user_id AND u.active LEFT JOIN team t ON t.id = w.team_id
    WHERE w.municipality_id = $1 AND w.role = 'regisseur'
      AND (w.team_id = ANY (access.teams()) OR u.organisation_id = access.organisation()) ORDER BY u.name, u.id LIMIT 200`,
};

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly teamName: string;
  readonly ofMyTeam: boolean;
}

const NEWEST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

@Injectable()
export class SubstitutionsQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** One's own absences, those one stands in for, and for a team lead those of the team; newest first. */
  async list(actor: Actor, { limit, cursor }: { limit: number; cursor?: string }): Promise<Page<SubstitutionView>> {
    const after = decodeCursor(cursor, [isId])?.[0] ?? NEWEST;
    const rows = await this.work.read<Row>(actor, LIST, [actor.municipalityId, after, limit + 1]);
    const page = toPage(rows, limit, (last) => [last.id]);
    return { ...page, items: page.items.map((row) => this.toView(row, actor)) };
  }

  /** Regisseurs of one's own team or organisation: who can stand in for whom. */
  colleagues(actor: Actor): Promise<Colleague[]> {
    return this.work.read<Colleague>(actor, COLLEAGUES, [actor.municipalityId]);
  }

  private toView({ endedAt, municipalityId, ofMyTeam, ...row }: Row, actor: Actor): SubstitutionView {
    const state = substitutionStateOn({ ...row, endedAt }, this.clock.today());
    const mine = mayArrangeSubstitution(actor, { municipalityId, regisseurId: row.regisseur.id, ofMyTeam }).allowed;
    return { ...row, state, allowedActions: mine && (state === 'planned' || state === 'running') ? ['end'] : [] };
  }
}
