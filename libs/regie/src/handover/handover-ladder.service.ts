import { Injectable } from '@nestjs/common';
import { type LocalDate, localDateOf } from '#kernel';
import { Outbox, type Transaction } from '#platform';
import { remindAt } from '#privacy';
import { type HandoverRung, isOpenHandover, rungOn, remindBothOn, tellTeamLeadOn, type HandoverState } from '../domain/index.js';
import { handoverSettingsOf } from './handover-alarms.js';

export interface LateHandover {
  readonly householdId: string;
  readonly regisseurId: string;
  readonly successorId: string;
  readonly talkOn: LocalDate;
  readonly rung: HandoverRung;
  readonly teamLeads: readonly string[];
}

const READ = `SELECT v.household_id AS "householdId", v.regisseur_id AS "regisseurId", v.successor_id AS "successorId", v.talk_on AS "talkOn", v.state,
    ARRAY(SELECT l.user_id FROM household h JOIN user_role l ON l.team_id = h.team_id AND l.municipality_id = h.municipality_id AND l.role = 'team-lead'
      JOIN app_user u ON u.id = l.user_id AND u.active WHERE h.id = v.household_id) AS "teamLeads"
  FROM handover v WHERE v.id = $1`;

/** A hand-over that stays lying: first both regisseurs hear it, then the team lead. */
@Injectable()
export class HandoverLadder {
  constructor(private readonly outbox: Outbox) {}

  /** Null when it is not late (any more); with the first rung the alarm of the second is set. */
  async climb(tx: Transaction, id: string): Promise<LateHandover | null> {
    const [row] = await tx.query<Omit<LateHandover, 'rung'> & { state: HandoverState }>(READ, [id]);
    if (!row || !isOpenHandover(row.state)) return null;
    const settings = await handoverSettingsOf(tx);
    const rung = rungOn(localDateOf(tx.now), row.talkOn, settings);
    if (!rung) return null;
    if (rung === 'remind-both') {
      const runAt = remindAt(tellTeamLeadOn(remindBothOn(row.talkOn), settings));
      await this.outbox.add(tx, { kind: 'handover.due', payload: { handoverId: id }, runAt, dedupeKey: `handover.due:${id}:${row.talkOn}:team-lead` });
    }
    return { ...row, rung };
  }
}
