import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '#kernel';

/** A letter that asks to supplement, and what came of it: the clock stands still in between (Awb 4:15). */
@Entity('fund_suspension')
export class FundSuspension {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'fund_request_id' }) fundRequestId: string;
  @Column('uuid', { name: 'household_id' }) householdId: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId: string;
  @Column('date', { name: 'invited_on' }) invitedOn: LocalDate;
  @Column('date', { name: 'remedy_until' }) remedyUntil: LocalDate;
  @Column('date', { name: 'supplemented_on', nullable: true }) suppliedOn: LocalDate | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text', { name: 'pseudonymised_note', nullable: true }) pseudonymisedNote: string | null;
}
