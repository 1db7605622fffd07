import { addDays, addMonths, isValidBsn, type LocalDate, normaliseName } from '#kernel';
import { ageOn, householdName, type HouseholdState, isChild, LIFE_DOMAINS, type MemberRole, URGENCIES, type Urgency } from '#households';
import type { BsnVault } from '#platform';
import type { DemoBook } from './book.js';
import { type DemoFamily, type DemoMember, type FamilyPlan } from './family.js';
import { CHILD_NAMES, FIRST_NAMES, LAST_NAMES, PLACES, SOURCES } from './names.js';
import { INTAKE_NOTES, URGENCY_REASONS } from './texts.js';

/** The family waited so long ago, at least and at most, in days. */
const REPORTED_AGO: Partial<Record<HouseholdState, readonly [number, number]>> = {
  'waiting-list': [3, 190], intake: [30, 120], 'draft-plan': [70, 170], active: [120, 420], 'scaled-up': [150, 400], aftercare: [360, 620],
};
const URGENCY_MIX: readonly Urgency[] = ['spoed', 'hoog', 'hoog', 'hoog', 'normaal', 'normaal', 'normaal', 'normaal', 'normaal', 'laag'];
const NUMBERS = 'A B D E G H K L N P R S V W X Z'.split(' ');

/** A number that passes the eleven test in the range that is kept for tests (999…). Other than those of the import file. */
function testBsn({ random }: DemoBook): string {
  for (;;) {
    const bsn = `9991${String(random.between(0, 99_999)).padStart(5, '0')}`;
    if (isValidBsn(bsn)) return bsn;
  }
}

export function inventFamily(book: DemoBook, plan: FamilyPlan, caseNumber: string, reportedAgo: number, vault: BsnVault | undefined): DemoFamily {
  const { random, people } = book;
  const reportedOn = book.daysAgo(reportedAgo);
  const at = book.during(reportedOn);
  const municipalityId = people.municipality[plan.team === 'Sociaal team' ? 'Hoogeveen' : 'Groningen'];
  const urgency = reportedAgo > 100 && plan.state === 'waiting-list' ? random.pick(['normaal', 'laag', 'hoog'] as const) : random.pick(URGENCY_MIX);
  const waited = Math.min(reportedAgo - 2, random.between(5, 15) + 14 * URGENCIES.indexOf(urgency));
  const family: DemoFamily = {
    ...plan, id: book.idAt(at), municipalityId, caseNumber, reportedOn, urgency, members: inventMembers(book),
    protectedAddress: random.chance(0.04), acceptedOn: plan.regisseurId ? addDays(reportedOn, waited) : null,
  };
  addHousehold(book, family, at);
  for (const member of family.members) addMember(book, family, member, random.chance(0.5) && vault ? vault : undefined);
  return family;
}

export function reportedDaysAgo({ random }: DemoBook, state: HouseholdState): number {
  const [least, most] = REPORTED_AGO[state] ?? [420, 700];
  return random.between(least, most);
}

function inventMembers(book: DemoBook): DemoMember[] {
  const { random } = book;
  const [infix, lastName] = random.pick(LAST_NAMES);
  const firstNames = random.shuffled(FIRST_NAMES);
  const childNames = random.shuffled(CHILD_NAMES);
  const years = random.between(24, 52);
  const person = (role: MemberRole, firstName: string, age: number): DemoMember => {
    const birthDate = addDays(addMonths(book.today, -12 * age), -random.between(1, 360));
    return { id: book.idAt(book.now), role, firstName, infix, lastName, birthDate, age: ageOn(birthDate, book.today) };
  };
  const members = [person('main', firstNames[0] ?? '', years)];
  if (random.chance(0.45)) members.push({ ...person('partner', firstNames[1] ?? '', years + random.between(-4, 4)), ...otherName(book) });
  const children = random.pick([0, 1, 1, 1, 2, 2, 2, 3, 4]);
  for (let at = 0; at < children; at += 1) members.push(person('child', childNames[at] ?? '', random.between(1, Math.min(17, years - 20))));
  return members;
}

function otherName({ random }: DemoBook): Pick<DemoMember, 'infix' | 'lastName'> {
  const [infix, lastName] = random.pick(LAST_NAMES);
  return { infix, lastName };
}

function addHousehold(book: DemoBook, family: DemoFamily, at: Date): void {
  const { random, people } = book;
  const { id, municipalityId, team, caseNumber, state, urgency, reportedOn, members, protectedAddress } = family;
  const place = PLACES[team];
  book.add('household', {
    id, municipality_id: municipalityId, team_id: people.team[team], case_number: caseNumber, name: householdName(members[0]!), state, urgency,
    urgency_reason: random.pick(URGENCY_REASONS[urgency]), reported_on: reportedOn, source: random.pick(SOURCES),
    life_domains: random.shuffled(Object.keys(LIFE_DOMAINS)).slice(0, random.between(1, 4)), note: random.pick(INTAKE_NOTES),
    // House numbers above those of the import file: two different families never share an address by chance.
    postcode: `${place.code}${random.between(11, 46)}${random.pick(NUMBERS)}${random.pick(NUMBERS)}`, house_number: String(random.between(300, 980)),
    city: place.city, neighbourhood: random.pick(place.neighbourhoods), protected_address: protectedAddress, member_count: members.length,
    child_count: members.filter((member) => isChild(member, book.today)).length, safety_checked_at: at,
    safety_checked_by: team === 'Sociaal team' ? people.user['team-lead-hoogeveen'] : people.user[team === 'WIJ Noord' ? 'case-worker' : 'team-lead-zuid'],
    created_at: at, version: 1,
  });
}

function addMember(book: DemoBook, family: DemoFamily, member: DemoMember, vault: BsnVault | undefined): void {
  const { random } = book;
  const { id, role, firstName, infix, lastName, birthDate } = member;
  const bsn = vault?.seal(testBsn(book));
  const adult = role !== 'child';
  book.add('household_member', {
    id, household_id: family.id, municipality_id: family.municipalityId, role, first_name: firstName, infix, last_name: lastName,
    normalised_name: normaliseName([firstName, infix, lastName].filter(Boolean).join(' ')), birth_date: birthDate satisfies LocalDate,
    phone: adult ? `+316${random.between(10_000_000, 99_999_999)}` : null,
    email: adult && random.chance(0.6) ? `${normaliseName(firstName)}.${normaliseName(lastName).replaceAll(' ', '')}@voorbeeld.nl` : null,
    protected_address: family.protectedAddress, bsn_sealed: bsn ? `\\x${bsn.sealed.toString('hex')}` : null,
    bsn_index: bsn ? `\\x${bsn.index.toString('hex')}` : null, version: 1,
  });
}
