export class FoundHouseholdResponse {
  id: string;
  caseNumber: string;
  /** Name of the family. */
  name: string;
}

export class BsnLookupResponse {
  /** Families with which you work. Empty when there is none: also when the number is known elsewhere. */
  items: FoundHouseholdResponse[];
}
