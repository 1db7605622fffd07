import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, type FieldProblem, localDateOf, needs, newId, refuseInvalid } from '#kernel';
import { Audit, Outbox, type Transaction, UnitOfWork } from '#platform';
import { type NetworkPerson, networkProblems, tidyReach } from '../domain/index.js';
import { HouseholdStory } from '../household-story.service.js';
import { type HeldFamily, holdFamily, memberOf } from '../members/held-family.js';
import type { ChangedMember } from '../members/members.service.js';

export interface NetworkInput extends NetworkPerson {
  /** Unset: for the whole family. */
  readonly memberId?: string | null;
}

const INSERT = `INSERT INTO network_person (id, household_id, municipality_id, member_id, kind, relation, name, phone, email, agreement, agreed_on, since, until, backup_user_id,
    recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`;
const HOLD = 'SELECT version FROM network_person WHERE id = $1 AND household_id = $2 FOR UPDATE';
const SAVE = `UPDATE network_person SET member_id = $2, kind = $3, relation = $4, name = $5, phone = $6, email = $7, agreement = $8, agreed_on = $9, since = $10, until = $11,
  backup_user_id = $12, version = version + 1 WHERE id = $1`;
/** A case worker or regisseur of the team that has the family. */
const CAN_BACK_UP = `SELECT FROM user_role w JOIN app_user u ON u.id = w.user_id AND u.active
  WHERE w.user_id = $1 AND w.team_id = $2 AND w.municipality_id = $3 AND w.role IN ('case-worker', 'regisseur') LIMIT 1`;

const notFound = (): DomainError => new DomainError('network.not-found', 'Deze persoon staat niet in het netwerk, of je mag het niet zien.', { kind: 'not-found' });
const stale = (): DomainError => new DomainError('network.stale', 'Iemand anders heeft dit net gewijzigd. Lees het opnieuw.', { kind: 'stale' });

/** Who stands beside the family: a JIM mentor, a buddy, a neighbour. Not in the dossier by it, and neither is who backs them up (decision 22). */
@Injectable()
export class NetworkService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  add(actor: Actor, householdId: string, input: NetworkInput): Promise<ChangedMember> {
    return this.work.run(actor, async (tx) => {
      const family = await holdFamily(tx, actor, householdId, 'network.keep');
      await this.check(tx, family, input);
      const id = newId();
      await tx.query(INSERT, [id, householdId, actor.municipalityId, ...columnsOf(input), actor.userId, tx.now]);
      await this.tell(tx, householdId, { id, version: 1 }, 'network.added', 'Er is iemand uit het eigen netwerk opgeschreven.');
      return { id, version: 1 };
    });
  }

  /** Other data, or the day on which it ends. Who takes back their yes is not kept by name. */
  change(actor: Actor, householdId: string, id: string, input: NetworkInput, version: number): Promise<ChangedMember> {
    return this.work.run(actor, async (tx) => {
      const family = await holdFamily(tx, actor, householdId, 'network.keep');
      const [held] = await tx.query<{ version: number }>(HOLD, [id, householdId]);
      if (!held) throw notFound();
      if (held.version !== version) throw stale();
      await this.check(tx, family, input);
      await tx.query(SAVE, [id, ...columnsOf(input)]);
      await this.tell(tx, householdId, { id, version: version + 1 }, 'network.changed', 'Het eigen netwerk van het gezin is bijgewerkt.');
      return { id, version: version + 1 };
    });
  }

  private async check(tx: Transaction, family: HeldFamily, input: NetworkInput): Promise<void> {
    const member = input.memberId ? memberOf(family, input.memberId) : undefined;
    refuseInvalid('network.invalid', [...networkProblems(input, member?.birthDate ?? null, localDateOf(tx.now)), ...(await backupProblems(tx, family, input))]);
  }

  private async tell(tx: Transaction, householdId: string, { id, version }: ChangedMember, action: string, text: string): Promise<void> {
    await this.story.tell(tx, householdId, action, text);
    await this.audit.record(tx, { action, subjectKind: 'network', subjectId: id, householdId });
    await this.outbox.add(tx, { kind: action, payload: { networkId: id, networkVersion: String(version) } });
  }
}

async function backupProblems(tx: Transaction, { teamId }: HeldFamily, { backupUserId }: NetworkInput): Promise<readonly FieldProblem[]> {
  if (!backupUserId) return [];
  const found = await tx.query(CAN_BACK_UP, [backupUserId, teamId, tx.actor.municipalityId]);
  return needs(found.length > 0, 'backupUserId', 'Deze collega hoort niet bij het team van dit gezin.');
}

const columnsOf = (input: NetworkInput): unknown[] => {
  const { phone, email } = tidyReach(input);
  return [
    input.memberId ?? null, input.kind, input.relation.trim(), input.name?.trim() || null, phone, email, input.agreement,
    input.agreement === 'not-asked' ? null : input.agreedOn, input.since, input.until ?? null, input.backupUserId ?? null,
  ];
};
