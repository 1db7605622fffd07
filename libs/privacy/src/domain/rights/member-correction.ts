import { addMonths, type FieldProblem, type LocalDate, needs } from '#kernel';
import type { DataCategory } from '../data-categories.js';

/** What can be corrected, where it stands, and what category a partner knows it by. BSN has its own door. */
export const CORRECTABLE = {
  firstName: { label: 'Voornaam', column: 'first_name', of: 'member', category: 'name' },
  infix: { label: 'Tussenvoegsel', column: 'infix', of: 'member', category: 'name' },
  lastName: { label: 'Achternaam', column: 'last_name', of: 'member', category: 'name' },
  birthDate: { label: 'Geboortedatum', column: 'birth_date', of: 'member', category: 'birth-date' },
  phone: { label: 'Telefoonnummer', column: 'phone', of: 'member', category: 'contact' },
  email: { label: 'E-mailadres', column: 'email', of: 'member', category: 'contact' },
  postcode: { label: 'Postcode', column: 'postcode', of: 'household', category: 'address' },
  houseNumber: { label: 'Huisnummer', column: 'house_number', of: 'household', category: 'address' },
  suffix: { label: 'Toevoeging', column: 'house_number_suffix', of: 'household', category: 'address' },
  city: { label: 'Woonplaats', column: 'city', of: 'household', category: 'address' },
} as const satisfies Record<string, { label: string; column: string; of: 'member' | 'household'; category: DataCategory }>;
export type CorrectableField = keyof typeof CORRECTABLE;
export const CORRECTABLE_FIELDS = Object.keys(CORRECTABLE) as CorrectableField[];

export type PersonData = Readonly<Record<CorrectableField, string | null>>;
export type Correction = Readonly<Partial<Record<CorrectableField, string | null>>>;

export interface FieldChange {
  readonly field: CorrectableField;
  readonly from: string | null;
  readonly to: string | null;
}

const MAY_BE_EMPTY: readonly CorrectableField[] = ['infix', 'phone', 'email', 'suffix'];
const OLDEST_YEARS = 120;

const valueOf = (value: string | null): string | null => (value === null || value.trim() === '' ? null : value.trim());

/** What really changes; a field that is named and stays the same is no change. */
export const changesOf = (now: PersonData, wanted: Correction): FieldChange[] =>
  CORRECTABLE_FIELDS.flatMap((field) => {
    const to = wanted[field];
    if (to === undefined) return [];
    const change = { field, from: now[field], to: valueOf(to) };
    return change.from === change.to ? [] : [change];
  });

/** Everything that is wrong with a correction, by field. Forms (telephone, e-mail) are checked where they are read. */
export const correctionProblems = (changes: readonly FieldChange[], today: LocalDate): readonly FieldProblem[] =>
  changes.flatMap(({ field, to }) => [
    ...needs(to !== null || MAY_BE_EMPTY.includes(field), field, 'Dit mag niet leeg zijn.'),
    ...(field === 'birthDate' && to !== null ? birthDateProblems(to as LocalDate, today) : []),
  ]);

const birthDateProblems = (birthDate: LocalDate, today: LocalDate): readonly FieldProblem[] => [
  ...needs(birthDate <= today, 'birthDate', 'De geboortedatum ligt in de toekomst.'),
  ...needs(birthDate >= addMonths(today, -12 * OLDEST_YEARS), 'birthDate', `Deze datum ligt meer dan ${OLDEST_YEARS} jaar terug.`),
];

/** What receivers must hear was corrected (AVG 19). */
export const categoriesOf = (changes: readonly FieldChange[]): DataCategory[] => [...new Set(changes.map(({ field }) => CORRECTABLE[field].category))];
