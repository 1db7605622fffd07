import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';

export interface AuditLine {
  /** What was done, as `room.verb`: `referral.accepted`. */
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId?: string;
  readonly householdId?: string;
  /** Ids, states and counts; never names, addresses or texts of people. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

const INSERT = `INSERT INTO audit_event
  (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, details, request_id)
  VALUES (nullif($1, '')::uuid, nullif($2, '')::uuid, nullif($3, '')::uuid, $4, $5, $6, $7, $8, $9)`;

/** Who did what. Written in the transaction of the change itself, so there is no change without its line. */
@Injectable()
export class Audit {
  async record(tx: Transaction, line: AuditLine): Promise<void> {
    const { actor } = tx;
    await tx.query(INSERT, [
      actor.municipalityId,
      actor.userId,
      actor.organisationId,
      line.action,
      line.subjectKind,
      line.subjectId ?? null,
      line.householdId ?? null,
      JSON.stringify(line.details ?? {}),
      actor.requestId ?? null,
    ]);
  }
}
