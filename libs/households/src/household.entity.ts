import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '#kernel';
import type { HouseholdState, Urgency } from './domain/index.js';

@Entity('household')
export class Household {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId: string;
  @Column('uuid', { name: 'team_id' }) teamId: string;
  @Column('text', { name: 'case_number' }) caseNumber: string;
  @Column('text', { name: 'external_ref', nullable: true }) externalRef: string | null;
  @Column('text') name: string;
  @Column('text') state: HouseholdState;
  @Column('text') urgency: Urgency;
  @Column('text', { name: 'urgency_reason', nullable: true }) urgencyReason: string | null;
  @Column('date', { name: 'reported_on' }) reportedOn: LocalDate;
  @Column('text') source: string;
  @Column('text', { name: 'life_domains', array: true }) lifeDomains: string[];
  @Column('text', { nullable: true }) note: string | null;
  @Column('text', { nullable: true }) postcode: string | null;
  @Column('text', { name: 'house_number', nullable: true }) houseNumber: string | null;
  @Column('text', { name: 'house_number_suffix', nullable: true }) houseNumberSuffix: string | null;
  @Column('text', { nullable: true }) city: string | null;
  @Column('text', { nullable: true }) neighbourhood: string | null;
  @Column('boolean', { name: 'protected_address' }) protectedAddress: boolean;
  @Column('smallint', { name: 'member_count' }) memberCount: number;
  @Column('smallint', { name: 'child_count' }) childCount: number;
  @Column('timestamptz', { name: 'safety_checked_at', nullable: true }) safetyCheckedAt: Date | null;
  @Column('uuid', { name: 'safety_checked_by', nullable: true }) safetyCheckedBy: string | null;
  @Column('int') version: number;
}
