import { describe, expect, it } from '@jest/globals';
import { dataSubjects, type KnownPeople, type TouchingLine } from './data-subjects.js';

const AT = new Date('2026-11-22T10:00:00Z');
const people: KnownPeople = {
  households: new Map([['family', [
    { memberId: 'mother', knownSince: new Date('2026-01-01T00:00:00Z') },
    { memberId: 'son', knownSince: AT },
    { memberId: 'baby', knownSince: new Date('2026-11-22T10:00:01Z') },
  ]]]),
  records: new Map([['referral', ['mother']], ['basis', ['son']]]),
};
const line = (action: string, more: Partial<TouchingLine> = {}): TouchingLine => ({ action, at: AT, subjectId: null, householdId: 'family', details: {}, ...more });

describe('whose data an audit line touches', () => {
  it.each<[string, TouchingLine, string[]]>([
    ['a dossier that is read: everybody who was in the family then', line('household.read'), ['mother', 'son']],
    ['a referral that is read: only who was shown', line('referral.read', { subjectId: 'referral', details: { shown: { son: ['name'] } } }), ['son']],
    ['a referral that shows nobody any more: whom it was about', line('referral.read', { subjectId: 'referral', details: { shown: {} } }), ['mother']],
    ['a referral that is sent: who goes along', line('referral.requested', { subjectId: 'referral' }), ['mother']],
    ['a step that has no line of its own in the table', line('referral.first-contact', { subjectId: 'referral' }), ['mother']],
    ['a basis: its member', line('legal-basis.recorded', { subjectId: 'basis' }), ['son']],
    ['a record that names its member itself', line('legal-basis.recorded', { subjectId: 'gone', details: { memberId: 'mother' } }), ['mother']],
    ['a record that names members twice', line('access-log.read', { details: { memberId: 'mother', memberIds: ['mother', 'son'] } }), ['mother', 'son']],
    ['a record that is gone: the whole family, rather too many than nobody', line('legal-basis.recorded', { subjectId: 'gone' }), ['mother', 'son']],
    ['signing in: nobody', line('session.opened', { householdId: null }), []],
    ['a list: nobody by name', line('waiting-list.listed', { householdId: null }), []],
    ['an action that nobody mapped: the whole family', line('forgotten.done'), ['mother', 'son']],
    ['a family that is destroyed: nobody is left', line('household.read', { householdId: 'destroyed' }), []],
  ])('%s', (_what, given, expected) => {
    expect(dataSubjects(given, people)).toEqual(expected);
  });
});
