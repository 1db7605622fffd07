import { formatLocalDate, type LocalDate, localDateOf } from '#kernel';
import { displayName, type PersonName } from '#households';
import {
  type Agreement, allowedBasisTransitions, type BasisPeriod, BASIS_STATES, type BasisState, type BasisType, type DataCategory, effectiveState, explain, nounsOf,
} from './domain/index.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A basis as SQL hands it over: the columns of `BASIS_JSON`. */
export interface BasisRow extends BasisPeriod {
  readonly id: string;
  readonly memberId: string;
  /** Null for who may end it without seeing the family. */
  readonly member: PersonName | null;
  readonly type: BasisType;
  readonly article: string;
  readonly purpose: string;
  readonly dataCategories: readonly DataCategory[];
  readonly fromOrganisation: Named;
  readonly toOrganisation: Named;
  readonly proof: string;
  readonly withdrawnAt: string | null;
  readonly catalogueCode: string | null;
  readonly agreedBy: readonly Agreement[];
  /** The one that this one took the place of. */
  readonly followsId: string | null;
  /** Somebody has to look at it again, since that day. */
  readonly reviewDueOn: LocalDate | null;
  readonly reviewReason: string | null;
  readonly version: number;
}

/** What the screen shows of a basis. */
export interface BasisView extends Omit<BasisRow, 'member' | 'withdrawnAt'> {
  readonly memberName: string;
  /** What it means today, in one Dutch sentence. */
  readonly explanation: string;
  readonly allowedActions: readonly string[];
}

/** The own columns of a basis as pairs for a JSON object: `b` is the legal_basis. */
export const BASIS_COLUMNS = `'id', b.id, 'memberId', b.member_id, 'type', b.type, 'article', b.article, 'purpose', b.purpose,
  'dataCategories', b.data_categories, 'validFrom', b.valid_from, 'validUntil', b.valid_until, 'proof', b.proof, 'state', b.state,
  'withdrawnAt', b.withdrawn_at, 'catalogueCode', b.catalogue_code, 'agreedBy', b.agreed_by, 'followsId', b.follows_id,
  'reviewDueOn', b.review_due_on, 'reviewReason', b.review_reason, 'version', b.version`;

/** One basis as JSON, with whom it is about and between whom. */
export const BASIS_JSON = `jsonb_build_object(${BASIS_COLUMNS},
  'member', (SELECT jsonb_build_object('firstName', bm.first_name, 'infix', bm.infix, 'lastName', bm.last_name)
             FROM household_member bm WHERE bm.id = b.member_id),
  'fromOrganisation', (SELECT jsonb_build_object('id', bf.id, 'name', bf.name) FROM organisation bf WHERE bf.id = b.from_organisation_id),
  'toOrganisation', (SELECT jsonb_build_object('id', bt.id, 'name', bt.name) FROM organisation bt WHERE bt.id = b.to_organisation_id))`;

/** The state as it counts today, the sentence that explains it and what may be done with it. */
export function basisView({ member, withdrawnAt, ...row }: BasisRow, today: LocalDate): BasisView {
  const state = effectiveState(row, today);
  const memberName = member ? displayName(member) : 'dit gezinslid';
  const explanation = sentenceOf({ ...row, state, memberName, withdrawnAt }, today);
  // An expired one may still stand as active in its row until the nightly job; withdrawing then has no meaning any more.
  const withdraw = allowedBasisTransitions(state, { periodOver: false, hasSuccessor: false }).filter((action) => action === 'withdraw');
  const allowedActions = [...withdraw, ...(isRenewable(state) ? ['renew'] : [])];
  return { ...row, memberName, state, explanation, allowedActions };
}

/** A new one can take the place of what runs, and follow what ended: a no is never for ever, and neither is a yes. */
export const isRenewable = (state: BasisState): boolean => state !== 'proposed' && state !== 'superseded';

type Sentence = Omit<BasisRow, 'member'> & { readonly memberName: string };

function sentenceOf(basis: Sentence, today: LocalDate): string {
  const { toOrganisation, memberName, dataCategories, type, article, validFrom, validUntil } = basis;
  const what = `${nounsOf(dataCategories)} van ${memberName}`;
  const notAnyMore = (why: string): string => `${toOrganisation.name} ziet ${what} niet meer: ${why}.`;
  if (basis.state === 'active' && validFrom > today) return `${toOrganisation.name} ziet ${what} vanaf ${formatLocalDate(validFrom)}.`;
  if (basis.state === 'active') {
    return explain({ organisationName: toOrganisation.name, memberName, categories: dataCategories, type, article, until: validUntil, mode: 'may' });
  }
  if (basis.state === 'proposed') return `${toOrganisation.name} ziet ${what} nog niet: dit is een voorstel.`;
  return notAnyMore(endedBecause(basis.state, basis));
}

function endedBecause(state: BasisState, { withdrawnAt, validUntil }: Sentence): string {
  if (state === 'withdrawn' && withdrawnAt) return `ingetrokken op ${formatLocalDate(localDateOf(new Date(withdrawnAt)))}`;
  if (state === 'expired') return `verlopen op ${formatLocalDate(validUntil)}`;
  return BASIS_STATES[state];
}
