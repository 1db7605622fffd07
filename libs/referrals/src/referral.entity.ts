import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '#kernel';
import type { ReferralState } from './domain/index.js';

@Entity('referral')
export class Referral {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'household_id' }) householdId: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId: string;
  @Column('text', { name: 'case_number' }) caseNumber: string;
  @Column('uuid', { name: 'from_organisation_id' }) fromOrganisationId: string;
  @Column('uuid', { name: 'to_organisation_id' }) toOrganisationId: string;
  @Column('uuid', { name: 'regisseur_id' }) regisseurId: string;
  @Column('text') question: string;
  @Column('boolean') threatening: boolean;
  @Column('text') state: ReferralState;
  @Column('timestamptz', { name: 'requested_at' }) requestedAt: Date;
  @Column('date', { name: 'answer_by' }) answerBy: LocalDate;
  @Column('date', { name: 'meeting_by' }) firstContactBy: LocalDate;
  @Column('int') version: number;
}
