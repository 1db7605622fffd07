import { addMonths, type FieldProblem, holdsBsn, type LocalDate, needs } from '#kernel';
import { readEmail, readPhone } from './intake-export/cells/contact.js';
import { isSamePerson, normalisedNameOf } from './intake-export/same-person.js';
import type { LifeDomain } from './life-domain.js';
import { ageOn, type MemberRole } from './member.js';
import type { Urgency } from './waiting-list.js';

export interface ReportedAddress {
  readonly postcode: string;
  readonly houseNumber: number | string;
  readonly suffix?: string | null;
  readonly city: string;
  readonly neighbourhood?: string | null;
  readonly protected: boolean;
}

export interface ReportedPerson {
  readonly role: MemberRole;
  readonly firstName: string;
  readonly infix?: string | null;
  readonly lastName: string;
  readonly birthDate: LocalDate;
  readonly bsn?: string | null;
  readonly phone?: string | null;
  readonly email?: string | null;
}

/** A family as somebody reports it, by hand or in an export. */
export interface HouseholdReport {
  readonly externalRef?: string | null;
  readonly reportedOn: LocalDate;
  readonly source: string;
  readonly urgency: Urgency;
  readonly urgencyReason?: string | null;
  readonly lifeDomains: readonly LifeDomain[];
  readonly note?: string | null;
  readonly address: ReportedAddress;
  readonly members: readonly ReportedPerson[];
}

const OLDEST_YEARS = 120;
/** An older report is a typing mistake, or a family to call today (ours). */
const OLDEST_REPORT_MONTHS = 120;
/** A younger person is no main resident: the report belongs on the name of a parent or guardian (ours). */
const MAIN_FROM_AGE = 16;

/** Everybody of the dossier reads these; a BSN is only for who asks for it (Wabb 10), and each look is noted. */
const TEXTS = ['note', 'urgencyReason', 'source'] as const;

const birthDateProblems = ({ role, birthDate }: ReportedPerson, name: string, today: LocalDate): readonly FieldProblem[] => {
  if (birthDate > today) return needs(false, name, 'De geboortedatum ligt in de toekomst.');
  if (birthDate < addMonths(today, -12 * OLDEST_YEARS)) return needs(false, name, `Deze datum ligt meer dan ${OLDEST_YEARS} jaar terug.`);
  const oldEnough = role !== 'main' || ageOn(birthDate, today) >= MAIN_FROM_AGE;
  return needs(oldEnough, name, `De hoofdpersoon is jonger dan ${MAIN_FROM_AGE} jaar. Meld aan op naam van een ouder of voogd.`);
};

const clues = (person: ReportedPerson) => ({ bsnIndex: person.bsn, normalisedName: normalisedNameOf(person), birthDate: person.birthDate });

function personProblems(person: ReportedPerson, at: number, report: HouseholdReport, today: LocalDate): readonly FieldProblem[] {
  const field = (name: string): string => `members.${at}.${name}`;
  const twin = report.members.slice(0, at).some((other) => isSamePerson(clues(other), clues(person)));
  return [
    ...birthDateProblems(person, field('birthDate'), today),
    ...needs(!person.phone || readPhone(person.phone).ok, field('phone'), 'Schrijf het telefoonnummer bijvoorbeeld als 06 12345678.'),
    ...needs(!person.email || readEmail(person.email).ok, field('email'), 'Dit is geen e-mailadres.'),
    ...needs(!twin, `members.${at}`, 'Deze persoon staat er twee keer in.'),
  ];
}

/**
 * Everything that is wrong with a report that somebody typed; an empty list means: take it in. Field names are those of
 * the report, members by position.
 */
export function reportProblems(report: HouseholdReport, today: LocalDate): readonly FieldProblem[] {
  const mains = report.members.filter(({ role }) => role === 'main').length;
  return [
    ...needs(report.reportedOn <= today, 'reportedOn', 'De aanmelddatum ligt in de toekomst.'),
    ...needs(report.reportedOn > addMonths(today, -OLDEST_REPORT_MONTHS), 'reportedOn', 'Deze aanmelding is meer dan tien jaar oud. Controleer de datum.'),
    ...needs(mains === 1, 'members', 'Geef precies één hoofdpersoon op.'),
    ...TEXTS.flatMap((name) => needs(!holdsBsn(report[name] ?? ''), name, 'In de tekst staat een BSN. Vul het in bij de persoon: alleen daar is het beveiligd.')),
    ...report.members.flatMap((person, at) => personProblems(person, at, report, today)),
  ];
}
