import { Injectable } from '@nestjs/common';
import type { Actor } from '#kernel';
import { UnitOfWork } from '#platform';
import { caseloadLevel } from './domain/index.js';

export interface RegisseurWithCaseload {
  readonly id: string;
  readonly name: string;
  readonly teamName: string;
  readonly caseload: number;
  readonly bandMin: number;
  readonly bandMax: number;
  /** Where the caseload stands against the band of the team. */
  readonly level: ReturnType<typeof caseloadLevel>;
}

const LIST = {
  name: 'regisseurs',
  text: `SELECT u.id, u.name, t.name AS "teamName", coalesce(c.caseload, 0)::int AS caseload, t.band_min AS "bandMin", t.band_max AS "bandMax"
         FROM user_role r JOIN app_user u ON u.id = r.user_id AND u.active JOIN team t ON t.id = r.team_id
         LEFT JOIN access.caseloads() c ON c.regisseur_id = u.id
         WHERE r.municipality_id = $1 AND r.role = 'regisseur' AND r.team_id = ANY ($2::uuid[]) ORDER BY u.name, u.id`,
};

/** Whom a team lead can propose, and how full their hands are. */
@Injectable()
export class RegisseursQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** Regisseurs of the actor's own teams. */
  async list(actor: Actor): Promise<RegisseurWithCaseload[]> {
    const rows = await this.work.read<Omit<RegisseurWithCaseload, 'level'>>(actor, LIST, [actor.municipalityId, actor.teamIds]);
    return rows.map((row) => ({ ...row, level: caseloadLevel(row.caseload, row) }));
  }
}
