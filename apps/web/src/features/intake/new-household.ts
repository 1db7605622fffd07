import type { NewHousehold, NewMember, Urgency } from '../../api/types.js';
import { missing, type Errors } from '../../components/form/index.js';
import type { Messages } from '../../i18n/index.js';

export type MemberDraft = Required<NewMember>;

export interface HouseholdDraft {
  urgency: Urgency | '';
  urgencyReason: string;
  reportedOn: string;
  source: string;
  lifeDomains: string[];
  note: string;
  address: { postcode: string; houseNumber: string; suffix: string; city: string; neighbourhood: string; protected: boolean };
  safetyChecked: boolean;
  anotherPerson: boolean;
  members: MemberDraft[];
}

export const emptyMember = (role: NewMember['role'], lastName = ''): MemberDraft => ({
  role,
  firstName: '',
  infix: '',
  lastName,
  birthDate: '',
  bsn: '',
  phone: '',
  email: '',
});

export const emptyHousehold = (today: string): HouseholdDraft => ({
  urgency: '',
  urgencyReason: '',
  reportedOn: today,
  source: '',
  lifeDomains: [],
  note: '',
  address: { postcode: '', houseNumber: '', suffix: '', city: '', neighbourhood: '', protected: false },
  safetyChecked: false,
  anotherPerson: false,
  members: [emptyMember('main')],
});

/** What a creditor told: an address and one name, of which the first part can be initials. */
export function householdOfSignal({ name, postcode, houseNumber, suffix, city }: Signalled, today: string): HouseholdDraft {
  const words = name.split(' ');
  const infix = words.slice(1, -1).filter((word) => word === word.toLowerCase()).join(' ');
  const lastName = words.at(-1) ?? '';
  const draft = emptyHousehold(today);
  return {
    ...draft, source: 'vroegsignalering', lifeDomains: ['finances'],
    address: { ...draft.address, postcode, houseNumber, suffix: suffix ?? '', city },
    members: [{ ...emptyMember('main', lastName), firstName: words.length > 1 ? (words[0] ?? '') : '', infix }],
  };
}

interface Signalled {
  name: string;
  postcode: string;
  houseNumber: string;
  suffix: string | null;
  city: string;
}

// Wabb 10: a BSN lives encrypted in the database, and in no browser's storage.
export const withoutBsn = (draft: HouseholdDraft): HouseholdDraft => ({
  ...draft,
  members: draft.members.map((member) => ({ ...member, bsn: '' })),
});

export function checkHousehold(draft: HouseholdDraft, required: Messages['intake']['required']): Errors {
  const perMember = draft.members.flatMap((member, index) => [
    [`members.${index}.firstName`, member.firstName, required.firstName(index + 1)] as const,
    [`members.${index}.lastName`, member.lastName, required.lastName(index + 1)] as const,
    [`members.${index}.birthDate`, member.birthDate, required.birthDate(index + 1)] as const,
  ]);
  return missing(
    ['urgency', draft.urgency, required.urgency],
    ['reportedOn', draft.reportedOn, required.reportedOn],
    ['source', draft.source, required.source],
    ['lifeDomains', draft.lifeDomains, required.lifeDomains],
    ['address.postcode', draft.address.postcode, required.postcode],
    ['address.houseNumber', draft.address.houseNumber, required.houseNumber],
    ['address.city', draft.address.city, required.city],
    ...perMember,
  );
}

/** What was left empty is left out. */
const filled = <T extends object>(values: T): T => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as T;

export const bodyOf = (draft: HouseholdDraft): NewHousehold =>
  ({ ...filled(draft), address: filled(draft.address), members: draft.members.map(filled) }) as NewHousehold;
