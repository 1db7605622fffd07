import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '#kernel';
import type { MemberRole } from './domain/index.js';

@Entity('household_member')
export class HouseholdMember {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'household_id' }) householdId: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId: string;
  @Column('text') role: MemberRole;
  @Column('text', { name: 'first_name' }) firstName: string;
  @Column('text', { nullable: true }) infix: string | null;
  @Column('text', { name: 'last_name' }) lastName: string;
  /** For matching only: without case, diacritics and spaces. */
  @Column('text', { name: 'normalised_name' }) normalisedName: string;
  @Column('date', { name: 'birth_date' }) birthDate: LocalDate;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) email: string | null;
  @Column('boolean', { name: 'protected_address' }) protectedAddress: boolean;
  @Column('int') version: number;
}
