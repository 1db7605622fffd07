import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LedgerKind } from './domain/index.js';

/** Append-only: the database has no right to give for changing or removing a line. */
@Entity('ledger_entry')
export class LedgerLine {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId: string;
  @Column('uuid', { name: 'fund_id' }) fundId: string;
  @Column('uuid', { name: 'fund_request_id' }) fundRequestId: string;
  @Column('text') kind: LedgerKind;
  @Column('bigint', { name: 'amount_cents' }) amountCents: number;
  @Column('uuid', { name: 'booked_by' }) bookedBy: string;
}
