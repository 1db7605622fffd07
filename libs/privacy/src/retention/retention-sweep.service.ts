import { Injectable } from '@nestjs/common';
import { Audit, type Transaction } from '#platform';
import type { RetentionCode } from '../domain/index.js';

/** What goes by its own rule, without a list: nothing in it is a family's record. */
const SWEPT = ['intake-refused-rows', 'intake-import', 'early-signal', 'inbox', 'outbox', 'processing-log'] as const satisfies readonly RetentionCode[];

/** Per round: some seconds of work for the database. */
const RECKONED_AT_ONCE = 20_000;

/** Removes what lies beside the families and is older than the rule of this municipality says. */
@Injectable()
export class RetentionSweep {
  constructor(private readonly audit: Audit) {}

  /** Also reckons for some ended cases when they may go, so that a list is made quickly however many there are. */
  async sweep(tx: Transaction): Promise<void> {
    await tx.query('SELECT access.reckon_terms($1)', [RECKONED_AT_ONCE]);
    for (const code of SWEPT) {
      const [row] = await tx.query<{ rows: number }>('SELECT access.sweep($1) AS rows', [code]);
      const rows = row?.rows ?? 0;
      if (rows > 0) await this.audit.record(tx, { action: 'retention.swept', subjectKind: 'retention-rule', details: { code, rows } });
    }
  }
}
