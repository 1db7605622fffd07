import { describe, expect, it } from '@jest/globals';
import { isNotificationKind, NOTIFICATIONS, type NotificationKind, notificationMail, notificationText } from './notification-texts.js';
import { allowedReminderTransitions, isDue, reminder, type ReminderAction, type ReminderState, transitionReminder } from './reminder.states.js';
import { checkReminder, type NewReminder, reminderProblems } from './reminder.validation.js';

const now = new Date('2026-11-22T10:00:00Z');
const expected: Record<ReminderState, readonly ReminderAction[]> = {
  scheduled: ['fire', 'finish', 'cancel'],
  fired: ['finish'],
  done: [],
  cancelled: [],
};

describe.each(reminder.stateNames)('a reminder that is %s', (state) => {
  it.each(reminder.actionNames)('answers to %s as the table says', (action) => {
    const move = () => transitionReminder(state, action);
    if (expected[state].includes(action)) expect(move()).not.toBe(state);
    else expect(move).toThrow('Deze herinnering');
  });

  it('offers exactly the actions that would succeed', () => {
    expect(allowedReminderTransitions(state)).toEqual(expected[state]);
  });
});

describe('when a reminder is due', () => {
  it.each([
    ['at its moment', 'scheduled', '2026-11-22T10:00:00Z', true],
    ['after a night without a worker', 'scheduled', '2026-11-21T10:00:00Z', true],
    ['not before', 'scheduled', '2026-11-22T10:00:01Z', false],
    ['not twice', 'fired', '2026-11-21T10:00:00Z', false],
    ['not when it was cancelled', 'cancelled', '2026-11-21T10:00:00Z', false],
  ] as const)('%s', (_title, state, dueAt, due) => {
    expect(isDue({ state, dueAt: new Date(dueAt) }, now)).toBe(due);
  });
});

describe('planning a reminder', () => {
  const good: NewReminder = { title: 'Bel de corporatie', dueAt: new Date('2026-11-23T09:00:00Z') };
  const wrong: [string, Partial<NewReminder>, string][] = [
    ['a title', { title: ' ' }, 'title'],
    ['a short title', { title: 'x'.repeat(201) }, 'title'],
    ['a short note', { note: 'x'.repeat(2001) }, 'note'],
    ['a moment that is not now', { dueAt: now }, 'dueAt'],
    ['a moment within two years', { dueAt: new Date('2028-11-23T10:00:00Z') }, 'dueAt'],
    ['a moment at all', { dueAt: new Date('x') }, 'dueAt'],
  ];
  it.each(wrong)('needs %s', (_title, change, field) => {
    expect(reminderProblems({ ...good, ...change }, now).map(({ name }) => name)).toEqual([field]);
    expect(() => checkReminder({ ...good, ...change }, now)).toThrow();
  });

  it('takes tomorrow and exactly two years from now', () => {
    expect(reminderProblems(good, now)).toEqual([]);
    expect(reminderProblems({ ...good, dueAt: new Date('2028-11-22T20:00:00Z') }, now)).toEqual([]);
  });
});

describe('notifications carry no personal data', () => {
  it.each(Object.entries(NOTIFICATIONS))('%s is one fixed sentence: %s', (kind, text) => {
    expect(text).toMatch(/^[A-Z][^{}$%\d]+\.$/);
    expect(notificationText(kind as NotificationKind)).toBe(text);
  });

  it('an e-mail holds the sentence and a link, nothing else', () => {
    const { subject, text } = notificationMail('referral-received', 'https://naast.example/verwijzingen/1');
    expect(subject).toBe('Naast: Je hebt een nieuwe verwijzing');
    expect(text).toContain('https://naast.example/verwijzingen/1');
  });

  it('knows its kinds', () => {
    expect([isNotificationKind('reminder-due'), isNotificationKind('birthday')]).toEqual([true, false]);
  });
});
