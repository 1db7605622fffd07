import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '#kernel';
import type { LegalRoom, ValueTriangle } from './domain/index.js';

@Entity('canvas')
export class Canvas {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'household_id' }) householdId: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId: string;
  @Column('text') perspective: string;
  @Column('text') obstacles: string;
  @Column('text') needed: string;
  @Column('text', { name: 'own_contribution' }) ownContribution: string;
  @Column('text', { name: 'who_does_what' }) whoDoesWhat: string;
  @Column('text', { name: 'who_pays' }) whoPays: string;
  @Column('jsonb', { name: 'legal_room' }) legalRoom: LegalRoom;
  @Column('jsonb', { name: 'value_triangle' }) values: ValueTriangle;
  @Column('bigint', { name: 'cost_muddling_on_cents', nullable: true }) costMuddlingOnCents: number | null;
  @Column('bigint', { name: 'cost_breaking_through_cents', nullable: true }) costBreakingThroughCents: number | null;
  @Column('date', { name: 'review_on', nullable: true }) reviewOn: LocalDate | null;
  @Column('uuid', { name: 'written_by' }) writtenBy: string;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
  @Column('int') version: number;
}
