import type { KnownHousehold } from './intake-plan.js';
import { hasSameNameAndBirthDate, type PersonClues } from './same-person.js';

/** Everyone whom Naast already has, found quickly by aanmeldnummer, by BSN index and by birth date and address. */
export class Acquaintances {
  private readonly byReference = new Map<string, KnownHousehold>();
  private readonly byBsn = new Map<string, KnownHousehold>();
  private readonly byBirthDateAndAddress = new Map<string, KnownHousehold[]>();

  constructor(known: readonly KnownHousehold[]) {
    for (const household of known) this.add(household);
  }

  add(household: KnownHousehold): void {
    if (household.externalRef) this.byReference.set(household.externalRef, household);
    for (const member of household.members) {
      if (member.bsnIndex && !this.byBsn.has(member.bsnIndex)) this.byBsn.set(member.bsnIndex, household);
      const place = placeOf(member, household.addressKey);
      if (place) this.byBirthDateAndAddress.set(place, [...(this.byBirthDateAndAddress.get(place) ?? []), household]);
    }
  }

  /** The household with this aanmeldnummer, if Naast has it. */
  findByReference(reference: string): KnownHousehold | undefined {
    return this.byReference.get(reference);
  }

  /** The household where this person lives: the same BSN, or the same name and birth date at the same address. */
  findByPerson(person: PersonClues, addressKey: string | null): KnownHousehold | undefined {
    const byBsn = person.bsnIndex ? this.byBsn.get(person.bsnIndex) : undefined;
    const neighbours = this.byBirthDateAndAddress.get(placeOf(person, addressKey) ?? '') ?? [];
    return byBsn ?? neighbours.find(({ members }) => members.some((member) => hasSameNameAndBirthDate(member, person)));
  }
}

function placeOf({ birthDate }: PersonClues, addressKey: string | null): string | undefined {
  return birthDate && addressKey ? `${birthDate} ${addressKey}` : undefined;
}

/** The number stands in the same file, or the reader may see that household. */
export const mayBeNamed = ({ externalRef, caseNumber }: KnownHousehold): boolean => Boolean(externalRef) || Boolean(caseNumber);

/** How a person who reads the refusal can find that household again, without a name. */
export function referenceTo({ externalRef, caseNumber }: KnownHousehold): string {
  if (externalRef) return `aanmelding ${externalRef}`;
  return caseNumber ? `zaak ${caseNumber}` : 'een ander huishouden';
}
