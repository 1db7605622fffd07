import type { LocalDate } from '#kernel';
import { allowedSignalTransitions, personKeyOf, type SignalState } from '../domain/index.js';

export interface KnownFamily {
  readonly id: string;
  readonly caseNumber: string;
}

/** One person at one address, as the team follows the signals about them. */
export interface SignalOnList {
  readonly id: string;
  readonly name: string;
  readonly postcode: string;
  readonly houseNumber: string;
  readonly suffix: string | null;
  readonly city: string;
  readonly state: SignalState;
  readonly threatening: boolean;
  readonly receivedOn: LocalDate;
  readonly firstTalkBy: LocalDate;
  readonly talkOverdue: boolean;
  readonly visitOn: LocalDate | null;
  readonly visitor: string | null;
  readonly notAtHome: number;
  readonly signalCount: number;
  readonly amountCents: number;
  /** A family that the reader may see anyway; of other families nothing is told. */
  readonly knownHere: KnownFamily | null;
  /** The family that it became. */
  readonly householdId: string | null;
  readonly version: number;
  readonly allowedActions: string[];
}

export interface SignalRow extends Omit<SignalOnList, 'talkOverdue' | 'knownHere' | 'allowedActions'> {
  readonly personKey: string;
  readonly tries: number;
  readonly atThisAddress: readonly (KnownFamily & { readonly name: string })[];
}

/**
 * Families at this address as row-level security shows them to the reader, so that a signal never tells of a dossier elsewhere.
 * Not those with a protected address: a match would tell where they live.
 */
const AT_THIS_ADDRESS = `coalesce((SELECT json_agg(json_build_object('id', h.id, 'caseNumber', h.case_number, 'name', h.name)) FROM household h
  WHERE h.municipality_id = c.municipality_id AND h.address_key = c.address_key AND NOT h.protected_address), '[]')`;

/** Columns of `early_signal_case c`. */
export const SIGNAL_COLUMNS = `c.id, c.name, c.person_key AS "personKey", c.postcode, c.house_number AS "houseNumber", c.house_number_suffix AS suffix, c.city, c.state, c.threatening,
  c.received_on AS "receivedOn", c.first_talk_by AS "firstTalkBy", c.visit_on AS "visitOn", (SELECT u.name FROM app_user u WHERE u.id = c.visitor_id) AS visitor,
  c.not_at_home AS "notAtHome", c.household_id AS "householdId", c.version,
  (SELECT count(*)::int FROM early_signal s WHERE s.case_id = c.id) AS "signalCount",
  (SELECT coalesce(sum(s.amount_cents), 0)::bigint::float8 FROM (SELECT DISTINCT ON (creditor_kind, creditor) amount_cents FROM early_signal WHERE case_id = c.id
    ORDER BY creditor_kind, creditor, signalled_on DESC) s) AS "amountCents",
  (SELECT count(*)::int FROM early_signal_step t WHERE t.case_id = c.id AND t.action IN ('not-at-home', 'send-letter', 'call-missed')) AS tries,
  ${AT_THIS_ADDRESS} AS "atThisAddress"`;

const TALKED: readonly SignalState[] = ['spoken', 'waiting-list', 'no-help', 'already-helped', 'given-up'];

export function toSignal({ personKey, tries, atThisAddress, ...row }: SignalRow, today: LocalDate): SignalOnList {
  const known = atThisAddress.find(({ name }) => personKeyOf(name) === personKey);
  return {
    ...row, talkOverdue: row.firstTalkBy < today && !TALKED.includes(row.state),
    knownHere: known ? { id: known.id, caseNumber: known.caseNumber } : null,
    allowedActions: allowedSignalTransitions(row.state, { tries }),
  };
}
