import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '#kernel';
import type { DecisionOutcome } from './domain/index.js';

/** Written once and never changed: the application may only add. */
@Entity('fund_decision')
export class FundDecision {
  @PrimaryColumn('uuid', { name: 'fund_request_id' }) fundRequestId: string;
  @Column('uuid', { name: 'household_id' }) householdId: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId: string;
  @Column('text') outcome: DecisionOutcome;
  @Column('bigint', { name: 'amount_cents' }) amountCents: number;
  @Column('text') reasons: string;
  @Column('text', { name: 'departure_reasons', nullable: true }) departureReasons: string | null;
  @Column('date', { name: 'heard_on', nullable: true }) heardOn: LocalDate | null;
  @Column('boolean', { name: 'rests_on_others_facts', nullable: true }) restsOnOthersFacts: boolean | null;
  @Column('uuid', { name: 'decided_by' }) decidedBy: string;
  @Column('timestamptz', { name: 'decided_at' }) decidedAt: Date;
}
