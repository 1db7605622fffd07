import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, newId } from '#kernel';
import { Audit, BsnVault, Clock, type Transaction, UnitOfWork, writeCsv } from '#platform';
import { mayReportHousehold } from './domain/index.js';
import { type IntakeImportRules, type IntakePlan, type KnownHousehold, type KnownMember, planIntakeImport, refusedRowsTable } from './domain/intake-export/index.js';
import { IntakeDesk } from './intake-desk.service.js';

export interface IntakeFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

interface KnownRow {
  readonly household_id: string;
  readonly external_ref: string | null;
  readonly case_number: string | null;
  readonly address_key: string | null;
  readonly members: KnownMember[] | null;
}

const INSERT = `
  INSERT INTO intake_import (id, municipality_id, imported_by, imported_at, file_name, row_count, taken_rows, refused_rows,
    new_households, new_members, already_known, refusals, warnings, refused_csv_sealed)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;

/** An export of a municipality's own registration becomes households on the waiting list. */
@Injectable()
export class IntakeImportsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: IntakeDesk,
    private readonly audit: Audit,
    private readonly vault: BsnVault,
    private readonly clock: Clock,
  ) {}

  /** Takes in what can be taken in, in one transaction, and keeps what was refused. Throws `invalid` for a file that can't be read. */
  async importFile(actor: Actor, { fileName, bytes }: IntakeFile): Promise<{ id: string }> {
    assertAllowed(mayReportHousehold(actor), 'household.report');
    const wanted = this.whoIsInTheFile(bytes);
    return this.work.run(actor, async (tx) => {
      await this.desk.waitForTurn(tx);
      const plan = planIntakeImport(bytes, { ...this.rules(), places: await placesOf(tx), known: await findKnown(tx, wanted) });
      await this.desk.takeIn(tx, plan.newHouseholds);
      await this.desk.addPeople(tx, plan.newMembers);
      return this.keep(tx, fileName, plan);
    });
  }

  /**
   * The numbers, BSN indexes and addresses in the file: the plan as if nobody were known names them all. Only these are
   * asked for, so that an import never reads a whole municipality.
   */
  private whoIsInTheFile(bytes: Uint8Array): Wanted {
    const bsnIndexes = new Map<string, string>();
    const bsnIndexOf = (bsn: string): string => {
      const [current, ...older] = this.vault.indexesOf(bsn).map((index) => index.toString('hex')) as [string, ...string[]];
      for (const index of [current, ...older]) bsnIndexes.set(index, current);
      return current;
    };
    const plan = planIntakeImport(bytes, { ...this.rules(), bsnIndexOf, known: [] });
    const references = [...plan.newHouseholds.map(({ externalRef }) => externalRef), ...plan.refusals.map(({ key }) => key)];
    return { references: [...new Set(references)], bsnIndexes, addressKeys: plan.newHouseholds.map(({ addressKey }) => addressKey) };
  }

  private rules(): Omit<IntakeImportRules, 'known'> {
    return { today: this.clock.today(), bsnIndexOf: (bsn) => this.vault.indexOf(bsn).toString('hex') };
  }

  private async keep(tx: Transaction, fileName: string, plan: IntakePlan): Promise<{ id: string }> {
    const id = newId();
    const { columns, rows } = refusedRowsTable(plan);
    const { rowCount, takenRows, refusedRows, known, refusals, warnings } = plan;
    const newMembers = plan.newMembers.length + plan.newHouseholds.reduce((sum, { members }) => sum + members.length, 0);
    await tx.query(INSERT, [
      id, tx.actor.municipalityId, tx.actor.userId, tx.now, fileName, rowCount, takenRows, refusedRows, plan.newHouseholds.length,
      newMembers, known, JSON.stringify(refusals), JSON.stringify(warnings), this.vault.seal(writeCsv(columns, rows)).sealed,
    ]);
    const details = { rowCount, takenRows, refusedRows, newHouseholds: plan.newHouseholds.length, newMembers };
    await this.audit.record(tx, { action: 'intake.imported', subjectKind: 'intake-import', subjectId: id, details });
    return { id };
  }
}

interface Wanted {
  readonly references: string[];
  /** Every way in which a BSN of the file can stand in the database, with the one that counts now: the index key may be rotating. */
  readonly bsnIndexes: ReadonlyMap<string, string>;
  readonly addressKeys: string[];
}

/** The places of the municipality, when its settings list them; else every place will do. */
async function placesOf(tx: Transaction): Promise<string[] | undefined> {
  const [row] = await tx.query<{ places: string[] | null }>(`SELECT settings->'places' AS places FROM municipality WHERE id = $1`, [tx.actor.municipalityId]);
  return row?.places ?? undefined;
}

async function findKnown(tx: Transaction, { references, bsnIndexes, addressKeys }: Wanted): Promise<KnownHousehold[]> {
  const rows = await tx.query<KnownRow>(
    `SELECT household_id, external_ref, case_number, address_key, members
     FROM access.known_households($1, (SELECT array_agg(decode(i, 'hex')) FROM unnest($2::text[]) AS i), $3)`,
    [references, [...bsnIndexes.keys()], addressKeys],
  );
  return rows.map((row) => ({
    householdId: row.household_id, externalRef: row.external_ref, caseNumber: row.case_number, addressKey: row.address_key, members: (row.members ?? []).map((member) => ({ ...member, bsnIndex: bsnIndexes.get(member.bsnIndex ?? '') ?? member.bsnIndex })),
  }));
}
