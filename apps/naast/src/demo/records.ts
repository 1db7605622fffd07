import { addDays, addMonths } from '#kernel';
import { addBasis } from './bases.js';
import type { DemoBook } from './book.js';
import { type DemoFamily, type DemoMember, isRunning, mainOf } from './family.js';

const ALREADY = 6;

/** Agreements beside the bases, for the first families of persona `regisseur`: help, secrecy, a ground that ends soon, a child that turned 12. */
export function writeRecords(book: DemoBook, families: readonly DemoFamily[]): void {
  const mine = families.filter((family) => isRunning(family) && family.regisseurId === book.people.regisseurs[0]).slice(0, ALREADY);
  for (const family of mine) addHelp(book, family, mainOf(family));
  const [first, second, third] = mine;
  if (first) addRelease(book, first);
  if (second) addBasis(book, second, { member: mainOf(second), partner: 'Groningse Kredietbank', from: addDays(addMonths(book.today, -18), 21) });
  const child = third?.members.find(({ role, age }) => role === 'child' && age < 12);
  if (third && child) addHelp(book, third, child);
}

function addHelp(book: DemoBook, family: DemoFamily, member: DemoMember): void {
  const at = book.during(family.acceptedOn ?? book.daysAgo(30));
  const child = member.age < 12;
  const agreed = child ? { memberId: mainOf(family).id, capacity: 'parent-with-authority' } : { memberId: member.id, capacity: 'self' };
  book.add('help_agreement', {
    id: book.idAt(at), household_id: family.id, municipality_id: family.municipalityId, member_id: member.id, help: child ? 'Huiswerkhulp en sporten op woensdag' : 'Samen de post openen en de vaste lasten regelen',
    agreed_by: [agreed], valid_from: family.acceptedOn ?? book.daysAgo(30), state: 'active', proof: 'conversation', recorded_by: family.regisseurId, recorded_at: at, version: 1,
  });
}

function addRelease(book: DemoBook, family: DemoFamily): void {
  const at = book.during(book.daysAgo(12));
  const member = mainOf(family);
  book.add('secrecy_release', {
    id: book.idAt(at), household_id: family.id, municipality_id: family.municipalityId, member_id: member.id, professional: 'huisarts', released_organisation: 'Huisartsenpraktijk De Linde',
    to_organisation_id: book.people.organisation['WIJ Groningen'], categories: ['health'], purpose: 'Rekening houden met de behandeling', valid_from: book.daysAgo(12),
    valid_until: addMonths(book.today, 5), state: 'active', proof: 'signed-form', given_by: [{ memberId: member.id, capacity: 'self' }], recorded_by: family.regisseurId, recorded_at: at, version: 1,
  });
}
