import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#kernel';
import { BsnVault, type Transaction } from '#platform';
import { type BsnReason, HIDE_BSN_AFTER_SECONDS } from '../domain/bsn/index.js';
import { BsnLook } from './bsn-look.service.js';

export interface RevealedBsn {
  readonly bsn: string;
  readonly hideAfterSeconds: number;
}

export interface FoundHousehold {
  readonly id: string;
  readonly caseNumber: string;
  readonly name: string;
}

const notFound = (): DomainError => new DomainError('member.not-found', 'Dit gezinslid bestaat niet, of je mag het niet zien.', { kind: 'not-found' });
const noBsn = (): DomainError => new DomainError('bsn.unknown', 'Van dit gezinslid is geen BSN bekend.', { kind: 'not-found' });

/** The two ways to a BSN: see the one of a member, or find a family by one. The doors in the database note each look. */
@Injectable()
export class BsnService {
  constructor(
    private readonly look: BsnLook,
    private readonly vault: BsnVault,
  ) {}

  /** Throws `not-found` for a member of another household, of a family one does not work with, and without a BSN. */
  reveal(actor: Actor, householdId: string, memberId: string, reason: BsnReason): Promise<RevealedBsn> {
    return this.look.run(actor, (tx) => this.take(tx, 'access.reveal_bsn($1, $2, $3, $4)', [householdId, memberId, reason]));
  }

  /** The families in which this BSN stands and with which the actor works; else nothing, whether it is known or not. */
  find(actor: Actor, bsn: string): Promise<{ items: FoundHousehold[] }> {
    return this.look.run(actor, async (tx) => ({
      items: await tx.query<FoundHousehold>(
        `SELECT household_id AS id, case_number AS "caseNumber", household_name AS name FROM access.households_by_bsn($1::bytea[], $2)`,
        [this.vault.indexesOf(bsn), tx.actor.requestId ?? null]),
    }));
  }

  private async take(tx: Transaction, door: string, values: string[]): Promise<RevealedBsn> {
    const [row] = await tx.query<{ sealed: Buffer | null }>(`SELECT sealed FROM ${door}`, [...values, tx.actor.requestId ?? null]);
    if (!row) throw notFound();
    if (!row.sealed) throw noBsn();
    return { bsn: this.vault.open(row.sealed), hideAfterSeconds: HIDE_BSN_AFTER_SECONDS };
  }
}
