import { describe, expect, it, test } from '@jest/globals';
import { type Actor, localDate as d } from '#kernel';
import { isSameAddress, moveProblems } from './address.js';
import { type ContactDetails, contactProblems } from './contact.js';
import { buddyEnds, buddySettings, type NetworkPerson, networkProblems } from './network.js';
import { mayKeepPeople, maySeeProtectedAddress } from './people.policy.js';
import { type Representation, representationProblems, representsOn } from './representative.js';

const today = d('2026-11-23');
const says = (problems: readonly { name: string; message: string }[]): string => problems.map(({ name, message }) => `${name}: ${message}`).join(' ');

describe('how somebody wants to be reached', () => {
  const fine: ContactDetails = { phone: '06 12345678', email: null, preferredChannel: 'phone', language: 'ti', interpreterNeeded: true, noCallsFrom: '22:00', noCallsUntil: '08:30', livesElsewhere: false, protectedAddress: false };
  test.each<[string, Partial<ContactDetails>, RegExp]>([
    ['by telephone, not at night', {}, /^$/],
    ['by telephone without a number', { phone: null }, /^phone: Hiervoor is een telefoonnummer nodig\.$/],
    ['by e-mail without an address', { preferredChannel: 'email' }, /^email: Hiervoor/],
    ['a number that is none', { phone: '12' }, /^phone: Schrijf het telefoonnummer/],
    ['one time of the two', { noCallsUntil: null }, /Vul beide tijden in/],
    ['no time at all', { noCallsFrom: '09:00', noCallsUntil: '09:00' }, /zijn gelijk/],
  ])('%s', (_title, more, expected) => expect(says(contactProblems({ ...fine, ...more }))).toMatch(expected));
});

describe('who acts by law', () => {
  const ahmed = d('1990-01-01');
  const yara = d('2014-06-01');
  const input: Representation = { kind: 'administrator', name: 'M. de Wit', since: d('2025-01-01') };
  test.each<[string, Partial<Representation>, string, RegExp]>([
    ['an administrator for an adult', {}, ahmed, /^$/],
    ['a mentor for a child of 12', { kind: 'mentor' }, yara, /pas vanaf 18 jaar/],
    ['a court decided ahead of the 18th birthday', { kind: 'curator', since: d('2027-02-01') }, '2009-02-01', /^$/],
    ['a year ahead', { kind: 'curator', since: d('2027-11-24') }, ahmed, /een half jaar vooruit/],
    ['a guardian for a child', { kind: 'guardian' }, yara, /^$/],
    ['a guardian for an adult', { kind: 'guardian' }, ahmed, /18 jaar of ouder/],
    ['a guardian past the 18th birthday', { kind: 'guardian', until: d('2033-01-01') }, yara, /stoppen op de 18e verjaardag/],
    ['before the birth', { kind: 'parent-elsewhere', since: d('2014-05-31') }, yara, /vóór de geboortedatum/],
    ['the end before the begin', { until: d('2025-01-01') }, ahmed, /De laatste dag ligt vóór de eerste/],
  ])('%s', (_title, more, birthDate, expected) => expect(says(representationProblems({ ...input, ...more }, d(birthDate), today))).toMatch(expected));

  it('holds from the first day, and not on the last', () => {
    const period = { since: d('2026-01-01'), until: d('2026-11-23') };
    expect([d('2025-12-31'), d('2026-01-01'), d('2026-11-22'), today].map((day) => representsOn(period, day))).toEqual([false, true, true, false]);
  });
});

describe('who stands beside the family', () => {
  const buddy: NetworkPerson = { kind: 'buddy', relation: 'buddy', name: 'Loes', agreement: 'yes', agreedOn: today, since: today, backupUserId: 'someone' };
  test.each<[string, Partial<NetworkPerson>, RegExp]>([
    ['a buddy who said yes', {}, /^$/],
    ['a grandmother who was not asked, without a name', { kind: 'family', relation: 'oma', name: null, agreement: 'not-asked', agreedOn: null, backupUserId: null }, /^$/],
    ['a name of who said no', { agreement: 'no', backupUserId: null }, /pas op als deze persoon dat goed vindt/],
    ['a yes without a name', { name: ' ' }, /^name: Schrijf de naam op\.$/],
    ['a yes without a day', { agreedOn: null }, /wanneer je dit hebt gevraagd/],
    ['asked tomorrow', { agreedOn: d('2026-11-24') }, /in de toekomst/],
    ['a neighbour with a backup', { kind: 'neighbour' }, /^backupUserId: Een achterwacht/],
    ['before the birth of the child', { since: d('2014-05-31') }, /vóór de geboortedatum/],
    ['the end before the begin', { until: today }, /laatste dag/],
  ])('%s', (_title, more, expected) => expect(says(networkProblems({ ...buddy, ...more }, d('2014-06-01'), today))).toMatch(expected));

  it('a buddy goes along for a year, with half a year of aftercare, unless the municipality says otherwise', () => {
    const days = (settings: unknown): string[] => buddyEnds(d('2026-08-31'), buddySettings(settings)).map(({ moment, on }) => `${moment} ${on}`);
    expect(days(null)).toEqual(['year 2027-08-31', 'aftercare 2028-02-29']);
    expect(days({ buddy: { months: 6, aftercareMonths: 0 } })).toEqual(['year 2027-02-28', 'aftercare 2027-02-28']);
    expect(days({ buddy: { months: 'long', aftercareMonths: -1 } })).toEqual(days(null));
  });
});

describe('where a family lives', () => {
  it('two ways to write an address are one address', () => {
    const address = { postcode: '9711 AB', houseNumber: '12', suffix: 'a', city: 'Groningen' };
    expect(isSameAddress(address, { postcode: '9711ab', houseNumber: '12', suffix: 'A', city: 'Elders' })).toBe(true);
    expect(isSameAddress(address, { postcode: '9711AB', houseNumber: '12', suffix: null })).toBe(false);
  });
  const facts = { same: false, hidesMember: false, lastMove: d('2026-01-01') };
  test.each<[string, Parameters<typeof moveProblems>[0], Partial<typeof facts>, RegExp]>([
    ['moved last week', { protected: false, movedOn: d('2026-11-16') }, {}, /^$/],
    ['moved, no day', { protected: false }, {}, /sinds wanneer/],
    ['only protected from now on', { protected: true }, { same: true }, /^$/],
    ['moves tomorrow', { protected: false, movedOn: d('2026-11-24') }, {}, /in de toekomst/],
    ['before the removal before', { protected: false, movedOn: d('2025-12-31') }, {}, /vóór de vorige verhuizing/],
    ['opened while somebody in it hides', { protected: false, movedOn: today }, { hidesMember: true }, /^protected: Iemand in dit gezin heeft een geheim adres/],
  ])('%s', (_title, move, more, expected) => expect(says(moveProblems(move, { ...facts, ...more }, today))).toMatch(expected));
});

describe('who may', () => {
  const actor = (...roles: Actor['roles'][number][]): Actor => ({ roles }) as unknown as Actor;
  test.each<[string, Actor, string[], boolean, boolean]>([
    ['the regisseur', actor('regisseur'), ['regisseur'], true, true],
    ['who stands in', actor('regisseur'), ['substitute'], true, true],
    ['the case worker of the intake', actor('case-worker'), ['intake'], true, false],
    ['who broke the glass', actor('regisseur'), ['break-glass'], false, true],
    ['a team lead of a scaled-up family', actor('team-lead'), [], false, false],
    ['a case worker with the reason of another role', actor('case-worker'), ['regisseur'], false, true],
  ])('%s', (_title, who, reasons, keeps, sees) => {
    expect([mayKeepPeople(who, reasons).allowed, maySeeProtectedAddress(reasons).allowed]).toEqual([keeps, sees]);
  });
});
