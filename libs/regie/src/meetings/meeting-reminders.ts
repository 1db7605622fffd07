import { Injectable } from '@nestjs/common';
import { formatLocalDate, localDateOf } from '#kernel';
import type { Transaction } from '#platform';
import { inAmsterdam, remindAt } from '#privacy';
import { RemindersService } from '#reminders';
import { type ContactSettings, minutesDueOn } from '../domain/index.js';

const time = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit' });

export interface MeetingToRemember {
  readonly id: string;
  readonly householdId: string;
  readonly plannedAt: Date;
}

/** A meeting stands in the organiser's list on its day, and its minutes when they stay open. */
@Injectable()
export class MeetingReminders {
  constructor(private readonly reminders: RemindersService) {}

  async set(tx: Transaction, { id, householdId, plannedAt }: MeetingToRemember, { minutesWorkingDays }: ContactSettings): Promise<void> {
    const about = { householdId, userId: tx.actor.userId, subjectId: id };
    const day = localDateOf(plannedAt);
    const morning = inAmsterdam(day, '07:00');
    if (morning > tx.now) await this.reminders.remindLater(tx, { ...about, kind: 'meeting-today', title: `Overleg om ${time.format(plannedAt)} uur`, dueAt: morning });
    await this.reminders.remindLater(tx, {
      ...about, kind: 'meeting-minutes-due', title: `Verslag van het overleg van ${formatLocalDate(day)} is nog open`, dueAt: remindAt(minutesDueOn(plannedAt, minutesWorkingDays)),
    });
  }

  /** It was held: nobody needs to be told that it is today. */
  async dropDay(tx: Transaction, meetingId: string): Promise<void> {
    await this.reminders.dropAbout(tx, meetingId, 'meeting-today');
  }

  async dropAll(tx: Transaction, meetingId: string): Promise<void> {
    await this.dropDay(tx, meetingId);
    await this.reminders.dropAbout(tx, meetingId, 'meeting-minutes-due');
  }
}
