import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, isId, type LocalDate, localDateOf, newId } from '#kernel';
import { Audit, decodeCursor, type Page, toPage, type Transaction, UnitOfWork } from '#platform';
import { checkHoldUntil, type HelpKind, type LegalHoldKind, mayManageRetention } from '../domain/index.js';

export interface LegalHoldInput {
  readonly caseNumber: string;
  readonly kind: LegalHoldKind;
  readonly reason: string;
  readonly until?: LocalDate;
}

export interface LegalHoldView {
  readonly id: string;
  readonly caseNumber: string;
  readonly kind: LegalHoldKind;
  readonly reason: string;
  readonly until: LocalDate | null;
  readonly placedBy: string;
  readonly placedAt: Date;
  readonly liftedAt: Date | null;
  readonly version: number;
  readonly allowedActions: readonly string[];
}

const COLUMNS = `l.id, l.case_number AS "caseNumber", l.kind, l.reason, l.until, l.placed_at AS "placedAt", l.lifted_at AS "liftedAt", l.version,
  (SELECT u.name FROM app_user u WHERE u.id = l.placed_by) AS "placedBy"`;

const LIST = {
  name: 'legal-holds',
  text: `SELECT ${COLUMNS} FROM legal_hold l WHERE l.municipality_id = $1 AND ($2::uuid IS NULL OR l.id < $2) ORDER BY l.id DESC LIMIT $3`,
};

const notFound = (): DomainError => new DomainError('legal-hold.not-found', 'Dit bestaat niet, of je mag het niet zien.', { kind: 'not-found' });
const stale = (): DomainError => new DomainError('legal-hold.stale', 'Dit is net gewijzigd. Lees het opnieuw.', { kind: 'stale' });
const unknownCase = (): DomainError => {
  const message = 'Dit zaaknummer bestaat niet in deze gemeente.';
  return new DomainError('retention.unknown-case', message, { kind: 'invalid', fields: [{ name: 'caseNumber', message }] });
};

/** A record that may not go yet, because something runs for which it is needed. */
@Injectable()
export class LegalHoldsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  /** Newest first, the lifted ones too. */
  async list(actor: Actor, limit: number, cursor?: string): Promise<Page<LegalHoldView>> {
    const [after = null] = decodeCursor(cursor, [isId]) ?? [];
    const rows = await this.work.read<LegalHoldView>(actor, LIST, [actor.municipalityId, after, limit + 1]);
    return toPage(rows.map(withActions), limit, ({ id }) => [id]);
  }

  place(actor: Actor, input: LegalHoldInput): Promise<{ id: string }> {
    return this.work.run(actor, async (tx) => {
      assertAllowed(mayManageRetention(actor, actor), 'legal-hold.place');
      checkHoldUntil(input.until, localDateOf(tx.now));
      const householdId = await recordOfCase(tx, input.caseNumber);
      return { id: await holdRecord(tx, this.audit, { ...input, householdId }) };
    });
  }

  lift(actor: Actor, id: string, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      assertAllowed(mayManageRetention(actor, actor), 'legal-hold.lift');
      const [hold] = await tx.query<{ version: number; lifted: boolean }>(
        'SELECT version, lifted_at IS NOT NULL AS lifted FROM legal_hold WHERE id = $1 FOR UPDATE', [id]);
      if (!hold) throw notFound();
      if (hold.version !== version) throw stale();
      if (hold.lifted) throw new DomainError('legal-hold.lifted', 'Dit dossier was al vrijgegeven.', { kind: 'conflict' });
      await liftHold(tx, this.audit, id);
    });
  }

  /** Which help this family really had, when the privacy officer knows better than the record: it decides the term. */
  markHelpKinds(actor: Actor, caseNumber: string, kinds: readonly HelpKind[]): Promise<void> {
    return this.work.run(actor, async (tx) => {
      assertAllowed(mayManageRetention(actor, actor), 'help-kinds.mark');
      const householdId = await recordOfCase(tx, caseNumber);
      await tx.query('SELECT access.mark_help_kinds($1, $2)', [householdId, [...kinds].sort()]);
      await this.audit.record(tx, { action: 'help-kinds.marked', subjectKind: 'household', subjectId: householdId, householdId, details: { kinds: kinds.join(' ') } });
    });
  }
}

async function recordOfCase(tx: Transaction, caseNumber: string): Promise<string> {
  const [found] = await tx.query<{ id: string | null }>('SELECT access.household_by_case($1) AS id', [caseNumber]);
  if (!found?.id) throw unknownCase();
  return found.id;
}

/** Part of a larger use case. Answers the id of the hold. */
export async function holdRecord(tx: Transaction, audit: Audit, hold: LegalHoldInput & { householdId: string }): Promise<string> {
  const id = newId();
  await tx.query(
    `INSERT INTO legal_hold (id, household_id, municipality_id, case_number, kind, reason, until, placed_by, placed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, hold.householdId, tx.actor.municipalityId, hold.caseNumber, hold.kind, hold.reason, hold.until ?? null, tx.actor.userId, tx.now],
  );
  await audit.record(tx, { action: 'legal-hold.placed', subjectKind: 'legal-hold', subjectId: id, householdId: hold.householdId, details: { kind: hold.kind } });
  return id;
}

export async function liftHold(tx: Transaction, audit: Audit, id: string): Promise<void> {
  const [hold] = await tx.query<{ householdId: string }>(
    `UPDATE legal_hold SET lifted_by = $2, lifted_at = $3, version = version + 1 WHERE id = $1 AND lifted_at IS NULL RETURNING household_id AS "householdId"`,
    [id, tx.actor.userId, tx.now],
  );
  if (hold) await audit.record(tx, { action: 'legal-hold.lifted', subjectKind: 'legal-hold', subjectId: id, householdId: hold.householdId });
}

const withActions = (row: LegalHoldView): LegalHoldView => ({ ...row, allowedActions: row.liftedAt ? [] : ['lift'] });
