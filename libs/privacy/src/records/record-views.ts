import { displayName, type PersonName } from '#households';
import type { LocalDate } from '#kernel';
import { type Agreement, type HelpState, type BasisState, type DataCategory, effectiveState, helpAgreement, secrecyRelease } from '../domain/index.js';

interface RecordRow {
  readonly id: string;
  readonly memberId: string;
  readonly member: PersonName | null;
  readonly validFrom: LocalDate;
  readonly proof: string;
  readonly agreedBy: readonly Agreement[];
  readonly withdrawnAt: string | null;
  readonly reviewDueOn: LocalDate | null;
  readonly reviewReason: string | null;
  readonly version: number;
}

export interface ReleaseRow extends RecordRow {
  readonly professional: string;
  readonly releasedOrganisation: string;
  readonly toOrganisation: { readonly id: string; readonly name: string };
  readonly categories: readonly DataCategory[];
  readonly purpose: string;
  readonly validUntil: LocalDate;
  readonly state: BasisState;
}

export interface HelpRow extends RecordRow {
  readonly help: string;
  readonly state: HelpState;
}

type View<Row> = Omit<Row, 'member'> & { readonly memberName: string; readonly allowedActions: readonly string[] };
export type ReleaseView = View<ReleaseRow>;
export type HelpView = View<HelpRow>;

const MEMBER = (record: string): string => `(SELECT jsonb_build_object('firstName', m.first_name, 'infix', m.infix, 'lastName', m.last_name)
  FROM household_member m WHERE m.id = ${record}.member_id)`;

const COMMON = (record: string, agreed: string): string => `'id', ${record}.id, 'memberId', ${record}.member_id, 'member', ${MEMBER(record)},
  'validFrom', ${record}.valid_from, 'state', ${record}.state, 'proof', ${record}.proof, 'agreedBy', ${record}.${agreed},
  'withdrawnAt', ${record}.withdrawn_at, 'reviewDueOn', ${record}.review_due_on, 'reviewReason', ${record}.review_reason, 'version', ${record}.version`;

/** One release as JSON; `y` is the secrecy_release. */
export const RELEASE_JSON = `jsonb_build_object(${COMMON('y', 'given_by')}, 'professional', y.professional, 'releasedOrganisation', y.released_organisation,
  'toOrganisation', (SELECT jsonb_build_object('id', o.id, 'name', o.name) FROM organisation o WHERE o.id = y.to_organisation_id),
  'categories', y.categories, 'purpose', y.purpose, 'validUntil', y.valid_until)`;

/** One agreement to be helped as JSON; `a` is the help_agreement. */
export const HELP_JSON = `jsonb_build_object(${COMMON('a', 'agreed_by')}, 'help', a.help)`;

const named = (member: PersonName | null): string => (member ? displayName(member) : 'dit gezinslid');

export function releaseView({ member, ...row }: ReleaseRow, today: LocalDate): ReleaseView {
  const state = effectiveState(row, today);
  const allowedActions = secrecyRelease.allowedTransitions(state, { periodOver: false }).filter((action) => action === 'withdraw');
  return { ...row, state, memberName: named(member), allowedActions };
}

export function helpView({ member, ...row }: HelpRow): HelpView {
  const allowedActions = helpAgreement.allowedTransitions(row.state, {}).filter((action) => action === 'withdraw');
  return { ...row, memberName: named(member), allowedActions };
}
