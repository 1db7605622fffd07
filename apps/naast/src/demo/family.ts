import type { LocalDate } from '#kernel';
import type { HouseholdState, MemberRole, Urgency } from '#households';
import type { TeamName } from './names.js';

export interface DemoMember {
  readonly id: string;
  readonly role: MemberRole;
  readonly firstName: string;
  readonly infix: string | null;
  readonly lastName: string;
  readonly birthDate: LocalDate;
  readonly age: number;
}

/** One invented family, with what the later chapters of the demo need to know of it. */
export interface DemoFamily {
  readonly id: string;
  readonly municipalityId: string;
  readonly team: TeamName;
  readonly state: HouseholdState;
  readonly urgency: Urgency;
  readonly caseNumber: string;
  readonly reportedOn: LocalDate;
  readonly members: readonly DemoMember[];
  readonly protectedAddress: boolean;
  /** Who is, or was, the regisseur; null on the waiting list. */
  readonly regisseurId: string | null;
  readonly acceptedOn: LocalDate | null;
}

export type FamilyPlan = Pick<DemoFamily, 'team' | 'state' | 'regisseurId'>;

export const mainOf = ({ members }: DemoFamily): DemoMember => {
  const [main] = members;
  if (!main) throw new Error('a family without people');
  return main;
};

/** In these states somebody is the regisseur now. */
export const isRunning = ({ state }: Pick<DemoFamily, 'state'>): boolean =>
  state === 'intake' || state === 'draft-plan' || state === 'active' || state === 'scaled-up' || state === 'aftercare';
