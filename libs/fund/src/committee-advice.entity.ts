import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AdviceKind } from './domain/index.js';

@Entity('committee_advice')
export class CommitteeAdvice {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'fund_request_id' }) fundRequestId: string;
  @Column('uuid', { name: 'household_id' }) householdId: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId: string;
  @Column('uuid', { name: 'advised_by' }) advisedBy: string;
  @Column('text') advice: AdviceKind;
  @Column('bigint', { name: 'amount_cents' }) amountCents: number;
  @Column('text') reasons: string;
  @Column('timestamptz', { name: 'advised_at' }) advisedAt: Date;
}
