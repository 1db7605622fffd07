import { Injectable } from '@nestjs/common';
import { type LocalDate, localDateOf } from '#kernel';
import { Audit, Outbox, type Transaction } from '#platform';
import { remindAt } from '#privacy';
import type { Notice } from '#reminders';
import { caseSettings, type CaseSettings, escalationAlarm, type EscalationState, type LadderListener } from '../domain/index.js';

interface Asked {
  readonly householdId: string;
  readonly state: EscalationState;
  readonly answerBy: LocalDate;
  readonly settings: unknown;
}

const ASKED = `SELECT e.household_id AS "householdId", e.state, e.answer_by AS "answerBy", m.settings
  FROM escalation e JOIN municipality m ON m.id = e.municipality_id WHERE e.id = $1`;

const WHO: Readonly<Record<LadderListener, string>> = {
  'team-lead': `SELECT DISTINCT u.id FROM household h JOIN user_role l ON l.team_id = h.team_id AND l.municipality_id = h.municipality_id AND l.role = 'team-lead'
    JOIN app_user u ON u.id = l.user_id AND u.active WHERE h.id = $1`,
  regisseur: `SELECT r.regisseur_id AS id FROM regisseur_assignment r WHERE r.household_id = $1 AND r.state IN ('active', 'handover-planned')`,
};

/** Who hears about an escalation, and who hears it again when nobody answers. */
@Injectable()
export class EscalationLadder {
  constructor(
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  async arm(tx: Transaction, escalationId: string, answerBy: LocalDate, rung: number, settings: CaseSettings['escalation']): Promise<void> {
    const alarm = escalationAlarm(answerBy, rung, settings);
    if (!alarm) return;
    // Nine in the morning of that day, and not at once when a worker that stood still comes past several steps.
    const at = remindAt(alarm.on);
    const runAt = rung > 0 && at <= tx.now ? new Date(tx.now.getTime() + 86_400_000) : at;
    await this.outbox.add(tx, { kind: 'escalation.answer-due', payload: { escalationId, rung: String(rung) }, runAt, dedupeKey: `escalation:${escalationId}:${rung}` });
  }

  /** The alarm of a step rang. Nothing when somebody answered meanwhile; else who must hear it, and the next alarm. */
  async climb(tx: Transaction, escalationId: string, rung: number): Promise<Notice[]> {
    const [asked] = await tx.query<Asked>(ASKED, [escalationId]);
    if (asked?.state !== 'open') return [];
    const { escalation } = caseSettings(asked.settings);
    const alarm = escalationAlarm(asked.answerBy, rung, escalation);
    if (!alarm || alarm.on > localDateOf(tx.now)) return [];
    await this.arm(tx, escalationId, asked.answerBy, rung + 1, escalation);
    await this.audit.record(tx, { action: 'escalation.reminded', subjectKind: 'escalation', subjectId: escalationId, householdId: asked.householdId, details: { rung } });
    return this.tell(tx, alarm.tells, asked.householdId, 'escalation-answer-due', `escalation.answer-due:${escalationId}:${rung}`);
  }

  async news(tx: Transaction, escalationId: string, kind: 'raised' | 'answered' | 'ended'): Promise<Notice[]> {
    const [asked] = await tx.query<Asked>(ASKED, [escalationId]);
    if (!asked) return [];
    if (kind === 'raised') return asked.state === 'open' ? this.tell(tx, ['team-lead'], asked.householdId, 'household-scaled-up', `escalation.raised:${escalationId}`) : [];
    return this.tell(tx, ['regisseur'], asked.householdId, kind === 'ended' ? 'household-scaled-down' : 'escalation-answered', `escalation.${kind}:${escalationId}`);
  }

  private async tell(tx: Transaction, listeners: readonly LadderListener[], householdId: string, kind: Notice['kind'], cause: string): Promise<Notice[]> {
    const notices: Notice[] = [];
    for (const listener of listeners) {
      const people = await tx.query<{ id: string }>(WHO[listener], [householdId]);
      notices.push(...people.map(({ id }) => ({ userId: id, kind, link: `/gezinnen/${householdId}/verloop`, cause })));
    }
    return notices;
  }
}
