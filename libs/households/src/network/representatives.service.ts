import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, localDateOf, newId, refuseInvalid } from '#kernel';
import { Audit, type Transaction, UnitOfWork } from '#platform';
import { type Representation, representationProblems, tidyReach } from '../domain/index.js';
import { HouseholdStory } from '../household-story.service.js';
import { type HeldFamily, type HeldMember, holdFamily, memberOf } from '../members/held-family.js';
import type { ChangedMember } from '../members/members.service.js';

const INSERT = `INSERT INTO legal_representative (id, household_id, municipality_id, member_id, kind, name, organisation, phone, email, since, until, recorded_by, recorded_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;
const HOLD = 'SELECT member_id AS "memberId", version FROM legal_representative WHERE id = $1 AND household_id = $2 FOR UPDATE';
const SAVE = `UPDATE legal_representative SET kind = $2, name = $3, organisation = $4, phone = $5, email = $6, since = $7, until = $8, version = version + 1 WHERE id = $1`;

const notFound = (): DomainError => new DomainError('representative.not-found', 'Deze vertegenwoordiger bestaat niet, of je mag die niet zien.', { kind: 'not-found' });
const stale = (): DomainError => new DomainError('representative.stale', 'Iemand anders heeft dit net gewijzigd. Lees het opnieuw.', { kind: 'stale' });

/** Who acts for somebody by law: an administrator, mentor, curator, guardian, or a parent with authority who lives elsewhere. */
@Injectable()
export class RepresentativesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
  ) {}

  record(actor: Actor, householdId: string, memberId: string, input: Representation): Promise<ChangedMember> {
    return this.work.run(actor, async (tx) => {
      const family = await holdFamily(tx, actor, householdId, 'representative.record');
      this.check(tx, memberOf(family, memberId), input);
      const id = newId();
      await tx.query(INSERT, [id, householdId, actor.municipalityId, memberId, ...columnsOf(input), actor.userId, tx.now]);
      await this.tell(tx, family, { id, memberId }, 'representative.recorded');
      return { id, version: 1 };
    });
  }

  /** Other data, or the day on which it ends. */
  change(actor: Actor, householdId: string, id: string, input: Representation, version: number): Promise<ChangedMember> {
    return this.work.run(actor, async (tx) => {
      const family = await holdFamily(tx, actor, householdId, 'representative.record');
      const [held] = await tx.query<{ memberId: string; version: number }>(HOLD, [id, householdId]);
      if (!held) throw notFound();
      if (held.version !== version) throw stale();
      this.check(tx, memberOf(family, held.memberId), input);
      await tx.query(SAVE, [id, ...columnsOf(input)]);
      await this.tell(tx, family, { id, memberId: held.memberId }, 'representative.changed');
      return { id, version: version + 1 };
    });
  }

  private check(tx: Transaction, { birthDate }: HeldMember, input: Representation): void {
    refuseInvalid('representative.invalid', representationProblems(input, birthDate, localDateOf(tx.now)));
  }

  private async tell(tx: Transaction, { id: householdId }: HeldFamily, { id, memberId }: { id: string; memberId: string }, action: string): Promise<void> {
    await this.story.tell(tx, householdId, action, 'Er is vastgelegd wie namens een gezinslid beslist.');
    await this.audit.record(tx, { action, subjectKind: 'representative', subjectId: id, householdId, details: { memberId } });
  }
}

const columnsOf = (input: Representation): unknown[] => {
  const { phone, email } = tidyReach(input);
  return [input.kind, input.name.trim(), input.organisation?.trim() || null, phone, email, input.since, input.until ?? null];
};
