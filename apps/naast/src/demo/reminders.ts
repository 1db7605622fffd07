import { addDays } from '#kernel';
import type { ReminderState } from '#reminders';
import type { DemoBook } from './book.js';
import { type DemoFamily, isRunning } from './family.js';
import { notify, wake } from './inbox.js';
import { REMINDERS } from './texts.js';

/** Days from today on which a reminder of persona `regisseur` rings; the first is due as soon as the worker starts. */
const OF_PERSONA = [0, 1, 2, 3, 5, 8, 14];
const OF_OTHERS = 24;
const FIRED_AGO = [1, 2, 6, 9];

/** What people planned to remember, on the way or fired before. */
export function writeReminders(book: DemoBook, families: readonly DemoFamily[]): void {
  const { random, people } = book;
  const running = random.shuffled(families.filter(isRunning));
  const mine = running.filter(({ regisseurId }) => regisseurId === people.regisseurs[0]);
  for (const [at, days] of OF_PERSONA.entries()) addReminder(book, mine[at], days, 'scheduled');
  for (const [at, days] of FIRED_AGO.entries()) addReminder(book, mine[OF_PERSONA.length + at], -days, 'fired');
  const others = running.filter((family) => !mine.includes(family));
  for (const family of others.slice(0, OF_OTHERS)) addReminder(book, family, random.between(1, 30), 'scheduled');
}

function addReminder(book: DemoBook, family: DemoFamily | undefined, days: number, state: ReminderState): void {
  if (!family) return;
  const { municipalityId, regisseurId } = family;
  const createdAt = book.during(addDays(book.today, Math.min(0, days) - book.random.between(2, 9)));
  const dueAt = days > 0 ? new Date(`${addDays(book.today, days)}T08:30:00Z`) : book.during(addDays(book.today, days));
  const id = book.idAt(createdAt);
  book.add('reminder', {
    id, household_id: family.id, municipality_id: municipalityId, user_id: regisseurId, origin: 'person', kind: 'reminder-due', title: book.random.pick(REMINDERS),
    due_at: dueAt, state, created_at: createdAt, fired_at: state === 'fired' ? dueAt : null, version: state === 'fired' ? 2 : 1,
  });
  if (state === 'scheduled') wake(book, { municipalityId, kind: 'reminder.due', payload: { reminderId: id }, runAt: dueAt, at: createdAt });
  else notify(book, { userId: regisseurId, municipalityId, kind: 'reminder-due', link: `/gezinnen/${family.id}`, cause: `reminder:${id}`, at: dueAt });
}
