import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '#kernel';
import type { Agreement, BasisProof, BasisState, BasisType, DataCategory } from './domain/index.js';

@Entity('legal_basis')
export class LegalBasis {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'household_id' }) householdId: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  @Column('text') type: BasisType;
  @Column('text') article: string;
  @Column('text') purpose: string;
  @Column('text', { name: 'data_categories', array: true }) dataCategories: DataCategory[];
  @Column('uuid', { name: 'from_organisation_id' }) fromOrganisationId: string;
  @Column('uuid', { name: 'to_organisation_id' }) toOrganisationId: string;
  @Column('date', { name: 'valid_from' }) validFrom: LocalDate;
  @Column('date', { name: 'valid_until' }) validUntil: LocalDate;
  @Column('text') proof: BasisProof;
  @Column('text', { name: 'freely_given_reason', nullable: true }) freelyGivenReason: string | null;
  @Column('text', { name: 'catalogue_code', nullable: true }) catalogueCode: string | null;
  @Column('jsonb', { name: 'agreed_by' }) agreedBy: Agreement[];
  @Column('uuid', { name: 'follows_id', nullable: true }) followsId: string | null;
  @Column('text') state: BasisState;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
  @Column('int') version: number;
}
