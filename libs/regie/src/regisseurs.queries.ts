import { Injectable } from '@nestjs/common';
import type { Actor, LocalDate } from '#kernel';
import { Clock, UnitOfWork } from '#platform';
import { caseloadLevel, wouldBeAbove } from './domain/index.js';

export interface RegisseurWithCaseload {
  readonly id: string;
  readonly name: string;
  readonly teamName: string;
  readonly caseload: number;
  /** Families they are asked for: open proposals and hand-overs. */
  readonly coming: number;
  readonly bandMin: number;
  readonly bandMax: number;
  /** Where the caseload stands against the band of the team. */
  readonly level: ReturnType<typeof caseloadLevel>;
  readonly wouldBeAbove: boolean;
  /** Away today. */
  readonly absence: { readonly until: LocalDate; readonly substitute: string } | null;
}

// $1 municipality, $2 teams, $3 today.
const LIST = {
  name: 'regisseurs',
  text: `SELECT u.id, u.name, t.name AS "teamName", c.caseload, c.coming, t.band_min AS "bandMin", t.band_max AS "bandMax",
      (SELECT json_build_object('until', s.last_day, 'substitute', v.name) FROM substitution s JOIN app_user v ON v.id = s.substitute_id
        WHERE s.regisseur_id = u.id AND s.municipality_id = $1 AND s.ended_at IS NULL AND $3::date BETWEEN s.first_day AND s.last_day LIMIT 1) AS absence
    FROM access.load_of(ARRAY(SELECT w.user_id FROM user_role w WHERE w.municipality_id = $1 AND w.role = 'regisseur' AND w.team_id = ANY ($2::uuid[]))) c
    JOIN user_role r ON r.user_id = c.regisseur_id AND r.municipality_id = $1 AND r.role = 'regisseur'
    JOIN app_user u ON u.id = r.user_id AND u.active JOIN team t ON t.id = r.team_id ORDER BY u.name, u.id`,
};

/** Whom a team lead can propose, and how full their hands are. */
@Injectable()
export class RegisseursQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Regisseurs of the actor's own teams. */
  async list(actor: Actor): Promise<RegisseurWithCaseload[]> {
    const rows = await this.work.read<Omit<RegisseurWithCaseload, 'level' | 'wouldBeAbove'>>(actor, LIST, [actor.municipalityId, actor.teamIds, this.clock.today()]);
    return rows.map((row) => ({ ...row, level: caseloadLevel(row.caseload, row), wouldBeAbove: wouldBeAbove(row, row) }));
  }
}
