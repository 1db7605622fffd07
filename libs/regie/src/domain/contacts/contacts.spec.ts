import { describe, expect, it } from '@jest/globals';
import { type Actor, localDate as d, type Role } from '#kernel';
import { type ContactContent, contactProblems, LONGEST_NOTE, mayCorrectContact, mayWriteContact } from './contact-note.js';
import { contactSettings } from './contact.settings.js';
import { KNOWN_WORDS, TIMELINE_GROUP_NAMES, timelineGroup, wordsOf } from './timeline-groups.js';

const person = (userId: string, ...roles: Role[]): Actor => ({ userId, organisationId: 'wij', municipalityId: 'groningen', roles, teamIds: ['noord'], kind: 'user' });
const now = new Date('2026-11-23T10:00:00Z');
const facts = { reportedOn: d('2026-11-01'), members: [{ id: 'fatima', leftOn: null }, { id: 'noor', leftOn: null }, { id: 'karim', leftOn: d('2026-11-18') }] };
const good: ContactContent = { kind: 'home-visit', contactAt: new Date('2026-11-20T13:00:00Z'), memberIds: ['fatima'], discussed: 'De post is geopend.' };

describe('a contact note', () => {
  it.each<[string, Partial<ContactContent>, string[]]>([
    ['of a visit last week', {}, []],
    ['of this very moment', { contactAt: now }, []],
    ['of a minute from now', { contactAt: new Date('2026-11-23T10:01:00Z') }, ['contactAt']],
    ['just after midnight in Amsterdam on the day of the report', { contactAt: new Date('2026-10-31T23:05:00Z') }, []],
    ['the evening before the report', { contactAt: new Date('2026-10-31T22:55:00Z') }, ['contactAt']],
    ['with the aunt only', { memberIds: [], others: 'tante' }, []],
    ['with nobody', { memberIds: [], others: ' ' }, ['memberIds']],
    ['with somebody who had left', { memberIds: ['karim'] }, ['memberIds']],
    ['with somebody who left later', { memberIds: ['karim'], contactAt: new Date('2026-11-18T13:00:00Z') }, []],
    ['with somebody of another family', { memberIds: ['erik'] }, ['memberIds']],
    ['with nothing in it', { discussed: ' \n' }, ['discussed']],
    ['as long as can be', { discussed: 'x'.repeat(LONGEST_NOTE) }, []],
    ['longer than that', { discussed: 'x'.repeat(LONGEST_NOTE + 1) }, ['discussed']],
    ['with a next step on a day', { nextStep: 'Bel de school', remindOn: d('2026-11-24') }, []],
    ['with a day and no next step', { remindOn: d('2026-11-24') }, ['nextStep']],
    ['with a next step today', { nextStep: 'Bel de school', remindOn: d('2026-11-23') }, ['remindOn']],
  ])('%s', (_, over, fields) => expect(contactProblems({ ...good, ...over }, facts, now).map(({ name }) => name)).toEqual(fields));
});

describe('who writes and who corrects', () => {
  const task = { municipalityId: 'groningen', hasTask: true, asRegisseur: false };
  it.each<[string, Actor, Partial<typeof task>, boolean, boolean]>([
    ['the writer', person('sanne', 'case-worker'), {}, true, true],
    ['the writer, who has no task there any more', person('sanne', 'case-worker'), { hasTask: false }, false, false],
    ['a colleague with a task', person('lars', 'case-worker'), {}, true, false],
    ['the regisseur', person('jelle', 'regisseur'), { asRegisseur: true }, true, true],
    ['the regisseur with broken glass', person('jelle', 'regisseur'), { hasTask: false }, false, false],
    ['the team lead', person('marieke', 'team-lead'), {}, false, false],
    ['a partner', person('yara', 'partner-worker'), {}, false, false],
    ['somebody of another municipality', person('sanne', 'case-worker'), { municipalityId: 'hoogeveen' }, false, false],
  ])('%s', (_, actor, over, writes, corrects) => {
    expect([mayWriteContact(actor, { ...task, ...over }).allowed, mayCorrectContact(actor, { ...task, ...over }, 'sanne').allowed]).toEqual([writes, corrects]);
  });
});

describe('the groups of the timeline', () => {
  it.each([['contact.noted', 'contact'], ['referral.accepted', 'referral'], ['fund-request.decided', 'money'], ['household.registered', 'case'], ['meeting.closed', 'meeting'], ['something.new', 'other'], ['', 'other']])(
    '%s is %s', (kind, group) => expect(timelineGroup(kind)).toBe(group));

  it('a word stands in one group only, and each group can be asked for', () => {
    expect(new Set(KNOWN_WORDS).size).toBe(KNOWN_WORDS.length);
    for (const group of TIMELINE_GROUP_NAMES) expect(wordsOf([group]).words.every((word) => timelineGroup(`${word}.x`) === group)).toBe(true);
    expect([wordsOf([]), wordsOf(['other']), wordsOf(['contact', 'other'])]).toEqual([{ words: KNOWN_WORDS, other: true }, { words: [], other: true }, { words: ['contact'], other: true }]);
  });
});

describe('what a municipality may choose', () => {
  const defaults = { draftDays: 30, meetingReadableDays: 7, minutesWorkingDays: 2 };
  it.each<[string, unknown, object]>([
    ['nothing', null, defaults], ['an empty part', { contacts: {} }, defaults],
    ['two weeks', { contacts: { draftDays: 14 } }, { ...defaults, draftDays: 14 }],
    ['no days after a meeting', { contacts: { meetingReadableDays: 0 } }, { ...defaults, meetingReadableDays: 0 }],
    ['nonsense', { contacts: { draftDays: 'veel', meetingReadableDays: 400, minutesWorkingDays: 1.5 } }, defaults],
  ])('%s', (_, settings, expected) => expect(contactSettings(settings)).toEqual(expected));
});
