import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReminderState } from './domain/index.js';

@Entity('reminder')
export class Reminder {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'household_id' }) householdId: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId: string;
  @Column('uuid', { name: 'user_id' }) userId: string;
  @Column('text') origin: 'person' | 'system';
  @Column('text') kind: string;
  @Column('uuid', { name: 'subject_id', nullable: true }) subjectId: string | null;
  @Column('text') title: string;
  @Column('text', { nullable: true }) note: string | null;
  @Column('timestamptz', { name: 'due_at' }) dueAt: Date;
  @Column('text') state: ReminderState;
  @Column('timestamptz', { name: 'fired_at', nullable: true }) firedAt: Date | null;
  @Column('int') version: number;
}
