import { earliest, joinDutch, type LocalDate } from '#kernel';
import { displayName, type MemberRole } from '#households';
import { BASIS_TYPES, type BasisType, type CoveredShare, type DataCategory, fieldsOf, type GateBasis, type MemberField } from '../domain/index.js';

/** One row of `access.shared_with_me`: only the fields of its own category are filled. */
export interface SharedRow {
  readonly member_id: string;
  readonly role: MemberRole | null;
  readonly category: DataCategory;
  readonly legal_basis_id: string;
  readonly basis_type: BasisType;
  readonly article: string;
  readonly valid_from: LocalDate;
  readonly valid_until: LocalDate;
  /** The earliest end of basis, agreement and release. */
  readonly open_until: LocalDate;
  readonly first_name: string | null;
  readonly infix: string | null;
  readonly last_name: string | null;
  readonly birth_date: LocalDate | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly protected_address: boolean | null;
  readonly postcode: string | null;
  readonly house_number: string | null;
  readonly house_number_suffix: string | null;
  readonly city: string | null;
}

/** A member as the partner sees them: a whitelist, so what no category names is no key at all. */
export interface SharedMember {
  readonly memberId: string;
  readonly name?: string;
  readonly birthDate?: LocalDate;
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
  /** This address is protected: never hand it on. */
  readonly protectedAddress?: boolean;
  readonly role?: MemberRole;
  readonly categories: readonly DataCategory[];
  readonly basis: string;
  readonly until: LocalDate;
}

type Shown = Partial<Omit<SharedMember, 'memberId' | 'categories' | 'basis' | 'until'>>;

const addressOf = ({ postcode, house_number, house_number_suffix, city }: SharedRow): string | undefined =>
  postcode && house_number ? `${postcode.replace(/^(\d{4}) ?/, '$1 ')}, nr. ${house_number}${house_number_suffix ?? ''}, ${city ?? ''}`.replace(/, $/, '') : undefined;

const nameOf = ({ first_name, infix, last_name }: SharedRow): Shown =>
  first_name && last_name ? { name: displayName({ firstName: first_name, infix, lastName: last_name }) } : {};

/** A new field does not compile until it says what it shows. */
const SHOW: Readonly<Record<MemberField, (row: SharedRow) => Shown>> = {
  firstName: nameOf,
  infix: () => ({}),
  lastName: () => ({}),
  birthDate: ({ birth_date }) => (birth_date ? { birthDate: birth_date } : {}),
  phone: ({ phone }) => (phone ? { phone } : {}),
  email: ({ email }) => (email ? { email } : {}),
  address: (row) => (addressOf(row) ? { address: addressOf(row), protectedAddress: row.protected_address ?? false } : {}),
  role: ({ role }) => (role ? { role } : {}),
};

/** The rows as bases, to put them before the gate once more. */
export const basesOf = (rows: readonly SharedRow[], toOrganisationId: string): GateBasis[] =>
  rows.map(({ legal_basis_id: id, member_id: memberId, category, basis_type: type, article, valid_from, open_until }) => ({
    id, memberId, toOrganisationId, dataCategories: [category], type, article, state: 'active', validFrom: valid_from, validUntil: open_until,
  }));

/** What the gate covers, per member, with the fields of those categories and no other. */
export function sharedMembers(rows: readonly SharedRow[], covered: readonly CoveredShare[]): SharedMember[] {
  const memberIds = [...new Set(covered.map(({ memberId }) => memberId))];
  return memberIds.map((memberId) => oneMember(memberId, rows, covered.filter((share) => share.memberId === memberId)));
}

function oneMember(memberId: string, rows: readonly SharedRow[], covered: readonly CoveredShare[]): SharedMember {
  const rowOf = ({ category, basisId }: CoveredShare): SharedRow | undefined =>
    rows.find((row) => row.member_id === memberId && row.category === category && row.legal_basis_id === basisId);
  const used = covered.flatMap((share) => rowOf(share) ?? []);
  const shown = used.flatMap((row) => fieldsOf([row.category]).map((field) => SHOW[field](row)));
  const grounds = new Set(used.map(({ basis_type, article }) => `${BASIS_TYPES[basis_type]} (${article})`));
  const [first, ...others] = covered.map(({ until }) => until) as [LocalDate, ...LocalDate[]];
  return {
    memberId, ...Object.assign({}, ...shown) as Shown,
    categories: covered.map(({ category }) => category),
    basis: joinDutch([...grounds]),
    until: earliest(first, ...others),
  };
}
