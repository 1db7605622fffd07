import { addressKeyOf } from './address-key.js';
import { WHOLE_ROW } from './columns.js';
import { refuseFollowers, type RowGroup } from './group.js';
import type { IntakeAddress, IntakeMember, KnownHousehold, NewHousehold, NewMember } from './intake-plan.js';
import { mayBeNamed, referenceTo, type Acquaintances } from './match.js';
import type { HouseholdFacts } from './read-facts.js';
import { isTaken, refuseRow, warnAbout, type ReadRow } from './read-row.js';
import { isSamePerson } from './same-person.js';
import { warnAboutUnusedFacts } from './unused-facts.js';

export interface Placement { newHouseholds: NewHousehold[]; newMembers: NewMember[]; known: ReadRow[] }

/**
 * Decides per household whether it is new, known (only really new members are added) or a duplicate under another
 * number (refused). A household that is placed is known to the ones after it.
 */
export function placeGroups(groups: readonly RowGroup[], acquaintances: Acquaintances): Placement {
  const placement: Placement = { newHouseholds: [], newMembers: [], known: [] };
  // A main resident whose row has faults of its own is compared afterwards, so that all its faults are told at once.
  const faulty = groups.flatMap(({ main }) => (main && main.member === null ? [main] : []));
  for (const group of groups) {
    const household = acquaintances.findByReference(group.key);
    if (household) acquaintances.add(placeInKnown(group, household, placement));
    else placeNew(group, acquaintances, placement);
  }
  for (const row of faulty) refuseDuplicate(row, acquaintances);
  return placement;
}

function placeInKnown({ key, rows, main }: RowGroup, household: KnownHousehold, placement: Placement): KnownHousehold {
  const isMember = (row: ReadRow) => household.members.some((member) => isSamePerson(member, row.clues));
  if (main && isTaken(main) && !isMember(main)) {
    refuseRow(main, 'Aanmeldnummer', 'Bij dit aanmeldnummer hoort al een huishouden met een andere hoofdbewoner.');
    refuseFollowers(rows, main);
  }
  const [known, added] = [rows.filter(isTaken).filter(isMember), rows.filter(isTaken).filter((row) => !isMember(row))];
  placement.known.push(...known);
  for (const row of added) {
    placement.newMembers.push({ householdId: household.householdId, externalRef: key, member: row.member });
    warnAboutUnusedFacts(row, main);
    if (row.member.protectedAddress) warnAbout(row, 'Geheim adres', 'Dit gezinslid heeft een geheim adres. Controleer of het adres van het huishouden ook geheim is.');
  }
  return { ...household, members: [...household.members, ...added.map((row) => row.member)] };
}

function placeNew({ key, rows, main }: RowGroup, acquaintances: Acquaintances, placement: Placement): void {
  if (!main || !isTaken(main)) return;
  if (refuseDuplicate(main, acquaintances)) return refuseFollowers(rows, main);
  const taken = rows.filter(isTaken);
  const addressKey = keyOf(main)!;
  for (const row of taken.filter((other) => other !== main)) {
    const elsewhere = acquaintances.findByPerson(row.clues, addressKey);
    // A child of divorced parents is in two families. That there is another one, hears only who may know which.
    if (elsewhere && mayBeNamed(elsewhere)) warnAbout(row, WHOLE_ROW, `Deze persoon hoort ook bij ${referenceTo(elsewhere)}. Controleer of dat klopt.`);
    warnAboutUnusedFacts(row, main);
  }
  const members = [main, ...taken.filter((row) => row !== main)].map((row) => row.member as IntakeMember);
  const facts = main.facts as HouseholdFacts;
  placement.newHouseholds.push({ externalRef: key, ...facts, lifeDomains: facts.lifeDomains ?? [], address: addressOf(main, rows), addressKey, members });
  acquaintances.add({ externalRef: key, householdId: '', members, addressKey });
}

/** Whoever asks for secrecy gets it for the whole household, even from a row that is refused for something else. */
function addressOf(main: ReadRow, rows: readonly ReadRow[]): IntakeAddress {
  const address = main.address as IntakeAddress;
  if (address.protected || !rows.some((row) => row.address.protected)) return address;
  warnAbout(main, 'Geheim adres', 'Een gezinslid heeft een geheim adres. Daarom is het adres van het hele huishouden geheim.');
  return { ...address, protected: true };
}

function refuseDuplicate(main: ReadRow, acquaintances: Acquaintances): boolean {
  const household = acquaintances.findByPerson(main.clues, keyOf(main));
  if (!household || household.externalRef === main.key) return false;
  refuseRow(main, WHOLE_ROW, `Deze hoofdbewoner hoort al bij ${referenceTo(household)}. Controleer of het hetzelfde huishouden is.`);
  return true;
}

function keyOf({ address: { postcode, houseNumber, suffix } }: ReadRow): string | null {
  return postcode && houseNumber ? addressKeyOf({ postcode, houseNumber, suffix }) : null;
}
