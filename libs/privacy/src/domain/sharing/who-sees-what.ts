import { earliest, joinDutch, type LocalDate } from '#kernel';
import { DATA_CATEGORY_NAMES, type DataCategory } from '../data-categories.js';
import { isInForce } from '../legal-basis.states.js';
import { BASIS_TYPES } from '../legal-basis.validation.js';
import { type CoveredShare, decideSharing, type MissingShare, type RequestedShare, type SharingQuestion } from '../sharing-gate.js';
import { explainAll } from '../sharing-text.js';
import type { GateRefusal } from './refusals.js';

interface Organisation {
  readonly id: string;
  readonly name: string;
}

/** What goes to an organisation in a running referral or a planned meeting. */
export interface RunningShare {
  readonly organisationId: string;
  readonly memberId: string;
  readonly category: DataCategory;
}

export interface FamilySharing extends Pick<SharingQuestion, 'today' | 'bases' | 'agreements' | 'releases'> {
  readonly members: readonly Omit<RequestedShare, 'categories'>[];
  readonly organisations: readonly Organisation[];
  readonly running: readonly RunningShare[];
}

export interface SharingCell {
  readonly memberId: string;
  /** What the organisation sees now. */
  readonly sees: readonly DataCategory[];
  /** What the gate would let through; nothing of it is shared until a referral or a meeting does. */
  readonly may: readonly DataCategory[];
  readonly basis: string | null;
  /** First day on which it is no longer seen; of several the earliest. */
  readonly until: LocalDate | null;
  /** The gate's explanation, in Dutch. */
  readonly sentence: string;
  /** Why the organisation sees nothing of this person. */
  readonly why: GateRefusal | 'not-shared' | null;
}

export interface SharingColumn {
  readonly organisation: Organisation;
  readonly sentence: string;
  readonly cells: readonly SharingCell[];
}

type Asked = { readonly organisation: Organisation; readonly member: Omit<RequestedShare, 'categories'> };

/** Who sees what of a family: people × organisations, each cell by the gate. Organisations that are not named see nothing. */
export function whoSeesWhat(family: FamilySharing): SharingColumn[] {
  return family.organisations.map((organisation) => ({
    organisation, sentence: whatSees(family, organisation), cells: family.members.map((member) => cellOf(family, { organisation, member })),
  }));
}

/** What one organisation sees of a family now, in the gate's sentences; only what is shared is asked for. */
export function whatSees(family: FamilySharing, organisation: Organisation): string {
  const { today, bases, agreements, releases, members, running } = family;
  const shared = running.filter(({ organisationId }) => organisationId === organisation.id);
  const requested = members.map((member) => ({ ...member, categories: shared.filter(({ memberId }) => memberId === member.memberId).map(({ category }) => category) }));
  const { covered } = decideSharing({ toOrganisation: organisation, today, bases, agreements, releases, requested });
  return covered.length > 0 ? explainAll(organisation.name, covered, bases) : `${organisation.name} ziet nu niets van dit gezin.`;
}

function cellOf(family: FamilySharing, { organisation, member }: Asked): SharingCell {
  const { memberId } = member;
  const { today, bases, agreements, releases } = family;
  const { covered, missing } = decideSharing({
    toOrganisation: organisation, today, bases, agreements, releases, requested: [{ ...member, categories: DATA_CATEGORY_NAMES }],
  });
  const runs = (category: DataCategory): boolean =>
    family.running.some((share) => share.organisationId === organisation.id && share.memberId === memberId && share.category === category);
  const seen = covered.filter(({ category }) => runs(category));
  const told = seen.length > 0 ? seen : covered;
  return {
    memberId, sees: seen.map(({ category }) => category), may: covered.map(({ category }) => category),
    basis: basisOf(told, family), until: untilOf(told),
    ...because({ organisation, member }, { seen, covered, missing }, family),
  };
}

interface Found {
  readonly seen: readonly CoveredShare[];
  readonly covered: readonly CoveredShare[];
  readonly missing: readonly MissingShare[];
}

function because({ organisation, member }: Asked, { seen, covered, missing }: Found, { bases, today }: FamilySharing): Pick<SharingCell, 'sentence' | 'why'> {
  if (seen.length > 0) return { sentence: explainAll(organisation.name, seen, bases), why: null };
  if (covered.length > 0) {
    return { sentence: `${explainAll(organisation.name, covered, bases, 'may')} Er loopt nu geen verwijzing of overleg waarin dat wordt gedeeld.`, why: 'not-shared' };
  }
  const everything = missing.find(({ reason }) => reason === 'restricted' || reason === 'no-agreement');
  // A basis that waits for something else says more than that other categories have none.
  const waiting = missing.find(({ category }) => bases.some((basis) => basis.memberId === member.memberId
    && basis.toOrganisationId === organisation.id && basis.dataCategories.includes(category) && isInForce(basis, today)));
  const first = everything ?? waiting;
  return first ? { sentence: first.message, why: first.reason } : { sentence: noBasisAtAll(organisation, member), why: 'no-basis' };
}

const noBasisAtAll = ({ name }: Organisation, { memberName, isChild }: Asked['member']): string =>
  `${name} ziet niets van ${memberName}. Er is geen geldige grondslag.${isChild ? ' Een kind heeft een eigen grondslag nodig.' : ''}`;

const untilOf = (covered: readonly CoveredShare[]): LocalDate | null => {
  const [first, ...rest] = covered.map(({ until }) => until);
  return first ? earliest(first, ...rest) : null;
};

function basisOf(covered: readonly CoveredShare[], { bases }: FamilySharing): string | null {
  const used = bases.filter(({ id }) => covered.some(({ basisId }) => basisId === id));
  const grounds = new Set(used.map(({ type, article }) => `${BASIS_TYPES[type]} (${article})`));
  return grounds.size > 0 ? joinDutch([...grounds]) : null;
}
