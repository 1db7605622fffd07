import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CanvasContent } from '#doorbraak';
import type { LocalDate } from '#kernel';
import type { FundDomain, FundRequestState } from './domain/index.js';

@Entity('fund_request')
export class FundRequest {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'household_id' }) householdId: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId: string;
  @Column('uuid', { name: 'fund_id' }) fundId: string;
  @Column('uuid', { name: 'canvas_id' }) canvasId: string;
  @Column('text', { name: 'case_number' }) caseNumber: string;
  @Column('text') domain: FundDomain;
  @Column('bigint', { name: 'amount_cents' }) amountCents: number;
  @Column('text') purpose: string;
  @Column('text', { name: 'why_no_scheme' }) whyNoScheme: string;
  /** As it was at submission, without names. */
  @Column('jsonb', { name: 'canvas_snapshot', nullable: true }) canvasSnapshot: CanvasContent | null;
  @Column('text', { name: 'pseudonymised_purpose', nullable: true }) pseudonymisedPurpose: string | null;
  @Column('text', { name: 'pseudonymised_why_no_scheme', nullable: true }) pseudonymisedWhyNoScheme: string | null;
  @Column('text') state: FundRequestState;
  @Column('uuid', { name: 'requested_by' }) requestedBy: string;
  @Column('date', { name: 'submitted_on', nullable: true }) submittedOn: LocalDate | null;
  @Column('date', { name: 'decision_deadline', nullable: true }) decisionDeadline: LocalDate | null;
  @Column('date', { name: 'remedy_until', nullable: true }) remedyUntil: LocalDate | null;
  @Column('text', { nullable: true }) missing: string | null;
  @Column('date', { name: 'meeting_on', nullable: true }) meetingOn: LocalDate | null;
  @Column('uuid', { name: 'completeness_by', nullable: true }) completenessBy: string | null;
  @Column('int') version: number;
}
