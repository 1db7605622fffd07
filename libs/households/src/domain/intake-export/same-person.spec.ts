import { describe, expect, test } from '@jest/globals';
import { isSamePerson, normalisedNameOf } from './same-person.js';

test.each([
  [{ firstName: 'TESS', infix: null, lastName: 'Nowak-Wi?niewska' }, 'tess nowak wi?niewska'],
  [{ firstName: 'Tess', lastName: 'Nowak-Wiśniewska' }, 'tess nowak wisniewska'],
  [{ firstName: '�ukasz', infix: "van 't", lastName: 'Hof' }, '?ukasz van t hof'],
  [{ firstName: 'Zoë', infix: 'de', lastName: 'D’Haen' }, 'zoe de d haen'],
])('for matching, %j is “%s”', (name, expected) => expect(normalisedNameOf(name)).toBe(expected));

describe('two records are one person', () => {
  const birthDate = '2000-07-18';
  const named = (normalisedName: string) => ({ normalisedName, birthDate });

  test.each([
    ['when the BSN is the same, whatever the name', { bsnIndex: 'a', normalisedName: 'x', birthDate }, { bsnIndex: 'a', normalisedName: 'y', birthDate: '1999-01-01' }, true],
    ['when name and birth date are the same, also where one BSN is missing', { ...named('tess boer'), bsnIndex: 'a' }, named('tess boer'), true],
    ['when a lost letter fits', named('tess wi?niewska'), named('tess wisniewska'), true],
    ['when the lost letter became a space', named('tess wi?niewska'), named('tess wi niewska'), true],
    ['when the lost letter stands for two', named('tess wei?'), named('tess weiss'), true],
    ['when the lost letter fell away', named('?ukasz boer'), named('ukasz boer'), true],
    ['not when another letter differs', named('tess wi?niewska'), named('tess wisniewski'), false],
    ['not when the birth date differs', named('tess boer'), { normalisedName: 'tess boer', birthDate: '2000-07-19' }, false],
    ['not when neither birth date is known', { normalisedName: 'tess boer' }, { normalisedName: 'tess boer' }, false],
    ['not when nothing is known of both', {}, {}, false],
    ['not when both miss a BSN', { bsnIndex: null }, { bsnIndex: null }, false],
  ])('%s', (_, one, other, same) => {
    expect(isSamePerson(one, other)).toBe(same);
    expect(isSamePerson(other, one)).toBe(same);
  });
});
