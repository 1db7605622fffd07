import { addMonths, type FieldProblem, isFilled, type LocalDate, needs } from '#kernel';
import { reachProblems } from './contact.js';

/** Who stands beside the family and is no professional, or is one the family chose itself. */
export const NETWORK_KINDS = {
  'jim-mentor': 'JIM (eigen mentor)', buddy: 'Buddy', volunteer: 'Vrijwilliger', family: 'Familie', friend: 'Vriend of vriendin', neighbour: 'Buur', school: 'School of club', other: 'Iemand anders',
} as const;
export type NetworkKind = keyof typeof NETWORK_KINDS;

export const NETWORK_AGREEMENTS = { yes: 'Ja', no: 'Nee', 'not-asked': 'Nog niet gevraagd' } as const;
export type NetworkAgreement = keyof typeof NETWORK_AGREEMENTS;

export interface NetworkPerson {
  readonly kind: NetworkKind;
  /** In the family's own words: 'oma', 'trainer van Sem'. */
  readonly relation: string;
  readonly name?: string | null;
  readonly phone?: string | null;
  readonly email?: string | null;
  readonly agreement: NetworkAgreement;
  readonly agreedOn?: LocalDate | null;
  readonly since: LocalDate;
  readonly until?: LocalDate | null;
  /** A colleague whom a buddy or mentor can fall back on. */
  readonly backupUserId?: string | null;
}

/** Whom the municipality asked to do this; only they have somebody to fall back on. */
const WITH_BACKUP: readonly NetworkKind[] = ['buddy', 'jim-mentor', 'volunteer'];
export const mayHaveBackup = (kind: NetworkKind): boolean => WITH_BACKUP.includes(kind);

/** Everything that is wrong with one person of the network. `bornOn`: of the member they stand beside. */
export function networkProblems(input: NetworkPerson, bornOn: LocalDate | null, today: LocalDate): readonly FieldProblem[] {
  const named = isFilled(input.name) || isFilled(input.phone) || isFilled(input.email);
  const saidYes = input.agreement === 'yes';
  return [
    // AVG 5(1)(c) and 14: who is no client is written down by name when they know it and agree.
    ...needs(saidYes || !named, 'name', 'Schrijf de naam en het nummer pas op als deze persoon dat goed vindt.'),
    ...needs(!saidYes || isFilled(input.name), 'name', 'Schrijf de naam op.'),
    ...needs(input.agreement === 'not-asked' || Boolean(input.agreedOn), 'agreedOn', 'Vul in wanneer je dit hebt gevraagd.'),
    ...needs(!input.agreedOn || input.agreedOn <= today, 'agreedOn', 'Deze dag ligt in de toekomst.'),
    ...needs(!bornOn || input.since >= bornOn, 'since', 'Deze dag ligt vóór de geboortedatum.'),
    ...needs(input.since <= addMonths(today, 12), 'since', 'Deze dag ligt meer dan een jaar vooruit. Controleer de datum.'),
    ...needs(!input.until || input.until > input.since, 'until', 'De laatste dag ligt vóór de eerste.'),
    ...needs(!input.backupUserId || (saidYes && mayHaveBackup(input.kind)), 'backupUserId', 'Een achterwacht is er voor een buddy, JIM of vrijwilliger die ja heeft gezegd.'),
    ...reachProblems(input),
  ];
}

export interface BuddySettings {
  readonly months: number;
  readonly aftercareMonths: number;
}

const DEFAULT: BuddySettings = { months: 12, aftercareMonths: 6 };
const asMonths = (value: unknown, fallback: number): number => (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 60 ? value : fallback);

/** The part `buddy` of a municipality's settings: how long a buddy goes along, and how long the aftercare lasts (Groningen: a year and half a year). */
export function buddySettings(settings: unknown): BuddySettings {
  const { months, aftercareMonths } = (settings as { buddy?: Partial<Record<keyof BuddySettings, unknown>> } | null)?.buddy ?? {};
  return { months: asMonths(months, DEFAULT.months), aftercareMonths: asMonths(aftercareMonths, DEFAULT.aftercareMonths) };
}

export interface BuddyEnd {
  readonly moment: 'year' | 'aftercare';
  readonly on: LocalDate;
  readonly title: string;
}

/** The two days on which the regisseur looks with the family and the buddy how to go on. */
export const buddyEnds = (since: LocalDate, { months, aftercareMonths }: BuddySettings): readonly BuddyEnd[] => [
  { moment: 'year', on: addMonths(since, months), title: 'De buddy-tijd is om. Bespreek met het gezin en de buddy hoe het verdergaat.' },
  { moment: 'aftercare', on: addMonths(since, months + aftercareMonths), title: 'De nazorg van de buddy is om. Rond het samen af.' },
];
