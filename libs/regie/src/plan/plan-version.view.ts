import type { LocalDate } from '#kernel';
import { CAPACITIES } from '#privacy';
import { type AgreedHow, changeText, planChanges, type PlanSnapshot, type PlanYes } from '../domain/index.js';

/** As SQL hands over an agreed version. */
export interface VersionRow {
  readonly number: number;
  readonly agreedOn: LocalDate;
  readonly how: AgreedHow;
  readonly reservations: string | null;
  readonly agreedBy: readonly PlanYes[];
  readonly snapshot: PlanSnapshot;
  readonly recordedBy: string;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface AgreementView {
  readonly number: number;
  readonly agreedOn: LocalDate;
  readonly how: AgreedHow;
  readonly reservations: string | null;
  /** 'Noor: ja gezegd door Fatima Bouzid (ouder met gezag)' */
  readonly agreedBy: string[];
  readonly recordedBy: string;
}

export interface PlanVersionView extends AgreementView {
  readonly snapshot: PlanSnapshot;
  /** Compared with the version before; empty for the first. */
  readonly changes: string[];
}

const nameOf = (people: readonly Named[], id: string | null | undefined): string => people.find((one) => one.id === id)?.name ?? 'Een gezinslid';

function yesText({ forMemberId, memberId, name, capacity }: PlanYes, people: readonly Named[]): string {
  const who = nameOf(people, forMemberId);
  if (capacity === 'self') return who;
  return `${who}: ja gezegd door ${memberId ? nameOf(people, memberId) : (name ?? '')} (${CAPACITIES[capacity]})`;
}

export const agreementView = ({ number, agreedOn, how, reservations, agreedBy, recordedBy }: VersionRow, people: readonly Named[]): AgreementView => ({
  number, agreedOn, how, reservations, recordedBy, agreedBy: agreedBy.map((yes) => yesText(yes, people)),
});

export const versionView = (version: VersionRow, before: VersionRow | null, people: readonly Named[]): PlanVersionView => ({
  ...agreementView(version, people),
  snapshot: version.snapshot,
  changes: before ? planChanges(before.snapshot, version.snapshot).map(changeText) : [],
});
