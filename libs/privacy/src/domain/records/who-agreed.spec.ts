import { describe, expect, it } from '@jest/globals';
import { localDate as d } from '#kernel';
import { type Agreement, type AgreementContext, type Authority, type KnownMember, whoseYes, yesProblems } from './who-agreed.js';

const today = d('2026-11-22');
const mother: KnownMember = { id: 'mother', role: 'main', birthDate: d('1988-04-12') };
const father: KnownMember = { id: 'father', role: 'partner', birthDate: d('1985-09-30') };
const sister: KnownMember = { id: 'sister', role: 'child', birthDate: d('2009-01-01') };
const aged = (birthDate: string): KnownMember => ({ id: 'child', role: 'child', birthDate: d(birthDate) });

describe('whose yes is needed, on the day itself and the day before', () => {
  it.each([
    ['11 years', '2015-11-21', 'parents', 'representative'],
    ['the day before the 12th birthday', '2014-11-23', 'parents', 'representative'],
    ['on the 12th birthday', '2014-11-22', 'child-and-parents', 'representative'],
    ['15 years', '2011-01-01', 'child-and-parents', 'representative'],
    ['the day before the 16th birthday', '2010-11-23', 'child-and-parents', 'representative'],
    ['on the 16th birthday', '2010-11-22', 'self', 'self'],
    ['17 years', '2009-11-22', 'self', 'self'],
    ['18 years', '2008-11-22', 'self', 'self'],
  ] as const)('%s (born %s): help %s, consent %s', (_age, born, help, consent) => {
    expect(whoseYes('help-agreement', d(born), today)).toBe(help);
    expect(whoseYes('secrecy-release', d(born), today)).toBe(help);
    expect(whoseYes('legal-basis', d(born), today)).toBe(consent);
  });

  it.each([
    ['2024-02-28', '2012-02-29', 'parents'],
    ['2024-02-29', '2012-02-29', 'child-and-parents'],
    ['2028-02-28', '2012-02-29', 'child-and-parents'],
    ['2028-02-29', '2012-02-29', 'self'],
    ['2020-02-28', '2008-02-29', 'parents'],
    ['2020-02-29', '2008-02-29', 'child-and-parents'],
  ] as const)('a leap day: on %s, born %s: %s', (day, born, help) => {
    expect(whoseYes('help-agreement', d(born), d(day))).toBe(help);
  });
});

describe('who can say yes', () => {
  const self: Agreement = { memberId: 'child', capacity: 'self' };
  const parent: Agreement = { memberId: 'mother', capacity: 'parent-with-authority' };
  const guardian: Agreement = { name: 'Mevrouw De Vries', capacity: 'guardian' };
  const ask = (kind: 'legal-basis' | 'secrecy-release' | 'help-agreement', born: string, agreed: Agreement[], authority: Authority[] = []) => {
    const member = aged(born);
    const context: AgreementContext = { today, member, members: [mother, father, sister, member], authority };
    return yesProblems(kind, agreed, context).map(({ message }) => message);
  };
  const [ten, thirteen, sixteen, adult] = ['2016-01-01', '2013-01-01', '2010-01-01', '1990-01-01'];

  it.each([
    ['help for a child of 10: a parent with authority', 'help-agreement', ten, [parent]],
    ['help for a child of 10: a guardian from outside the family', 'help-agreement', ten, [guardian]],
    ['help for a child of 13: child and parent', 'help-agreement', thirteen, [self, parent]],
    ['help for a child of 16: the child alone', 'help-agreement', sixteen, [self]],
    ['secrecy of a child of 13: child and guardian', 'secrecy-release', thirteen, [self, guardian]],
    ['consent for a child of 13: the representative alone', 'legal-basis', thirteen, [parent]],
    ['consent at 16: the child', 'legal-basis', sixteen, [self]],
    ['an adult', 'help-agreement', adult, [self]],
    ['an adult with a mentor', 'help-agreement', adult, [{ name: 'De heer Bos', capacity: 'mentor' }]],
    ['an adult with a curator', 'legal-basis', adult, [{ name: 'De heer Bos', capacity: 'curator' }]],
  ] as const)('%s: enough', (_title, kind, born, agreed) => {
    expect(ask(kind, born, [...agreed])).toEqual([]);
  });

  const parentMissing = 'Voor dit kind moet een ouder met gezag of een voogd ja zeggen.';
  const childMissing = 'Dit kind is 12 jaar of ouder en moet ook zelf ja zeggen.';
  const selfMissing = 'Deze persoon beslist zelf. Leg vast dat die zelf ja heeft gezegd.';
  it.each([
    ['nobody', 'help-agreement', adult, [], 'Schrijf op wie ja heeft gezegd.'],
    ['a child of 10 alone', 'help-agreement', ten, [self], parentMissing],
    ['a child of 13 without the parent', 'help-agreement', thirteen, [self], parentMissing],
    ['the parent of a child of 13 without the child', 'help-agreement', thirteen, [parent], childMissing],
    ['the parent of a child of 16', 'help-agreement', sixteen, [parent], selfMissing],
    ['a mentor for a child of 16', 'help-agreement', sixteen, [{ name: 'De heer Bos', capacity: 'mentor' }], selfMissing],
    ['a child of 13 who consents to share', 'legal-basis', thirteen, [self], parentMissing],
    ['a parent without authority', 'help-agreement', ten, [{ memberId: 'father', capacity: 'parent-without-authority' }], 'Een ouder zonder gezag kan hier geen ja zeggen. Vraag het aan wie gezag heeft.'],
    ['a parent without authority beside one with it', 'help-agreement', ten, [parent, { memberId: 'father', capacity: 'parent-without-authority' }], 'Een ouder zonder gezag kan hier geen ja zeggen. Vraag het aan wie gezag heeft.'],
    ['a sister of 17 as parent', 'help-agreement', ten, [{ memberId: 'sister', capacity: 'parent-with-authority' }], 'Wie jonger is dan 18 jaar kan niet voor een ander ja zeggen.'],
    ['the child as its own parent', 'help-agreement', ten, [{ memberId: 'child', capacity: 'parent-with-authority' }], 'Niemand is vertegenwoordiger van zichzelf.'],
    ['the mother as "the person themselves"', 'help-agreement', sixteen, [{ memberId: 'mother', capacity: 'self' }], 'Alleen de persoon zelf kan voor zichzelf ja zeggen.'],
    ['a name as "the person themselves"', 'help-agreement', sixteen, [{ name: 'Noor', capacity: 'self' }], 'Kies het gezinslid zelf.'],
    ['a member of another family', 'help-agreement', ten, [{ memberId: 'stranger', capacity: 'parent-with-authority' }], 'Dit gezinslid hoort niet bij dit gezin.'],
    ['a guardian without a name', 'help-agreement', ten, [{ name: ' ', capacity: 'guardian' }], 'Schrijf de naam op van wie ja heeft gezegd.'],
  ] as const)('not enough: %s', (_title, kind, born, agreed, message) => {
    expect(ask(kind, born, [...agreed])).toEqual([message]);
  });

  it('believes what is recorded about authority, not what is claimed', () => {
    const without = [{ childId: 'child', adultId: 'mother', hasAuthority: false }];
    expect(ask('help-agreement', ten, [parent], without)).toEqual(['Deze ouder heeft geen gezag over dit kind. Vraag het aan wie gezag heeft.']);
    expect(ask('help-agreement', ten, [parent], [{ ...without[0]!, hasAuthority: true }])).toEqual([]);
    // Of a brother or sister it says nothing.
    expect(ask('help-agreement', ten, [parent], [{ childId: 'sister', adultId: 'mother', hasAuthority: false }])).toEqual([]);
  });
});
