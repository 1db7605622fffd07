import { both, type ExportSection, householdIs, memberIs, select } from './section.js';

/**
 * `c` is addressed to the person who asks. Creditors write to one adult, and what another adult owes is not theirs to read
 * (AVG 15(4)). Who is the only adult of the family is meant, however the name is spelled.
 */
export const ADDRESSED_TO_ME = `EXISTS (SELECT FROM household_member m WHERE ${memberIs('m.id')} AND m.household_id = c.household_id AND m.role <> 'child' AND (
  (left(lower(c.name), 1) = left(lower(m.first_name), 1) AND right(lower(c.name), length(m.last_name)) = lower(m.last_name))
  OR NOT EXISTS (SELECT FROM household_member o WHERE o.household_id = m.household_id AND o.role <> 'child' AND o.id <> m.id)))`;

/** AVG 14: these did not come from the person. */
export const EARLY_SIGNALS: readonly ExportSection[] = [
  {
    key: 'earlySignals', title: 'Signalen over betaalachterstanden', portable: false,
    lead: 'Deze kregen wij van schuldeisers (Wgs, artikel 3). Zo kwamen wij bij u. Een signaal op naam van een ander staat hier niet.',
    sql: select(`'receivedOn', c.received_on, 'source', s.creditor, 'amountCents', s.amount_cents, 'at', s.signalled_on`,
      `FROM early_signal_case c JOIN early_signal s ON s.case_id = c.id WHERE ${householdIs('c.household_id')} AND ${ADDRESSED_TO_ME} ${both} ORDER BY s.signalled_on, s.id`),
  },
  {
    key: 'earlySignalSteps', title: 'Wat wij met die signalen deden', portable: false, lead: 'Bijvoorbeeld een brief of een huisbezoek.',
    sql: select(`'at', t.at, 'what', t.action`,
      `FROM early_signal_step t JOIN early_signal_case c ON c.id = t.case_id WHERE ${householdIs('c.household_id')} AND ${ADDRESSED_TO_ME} ${both} ORDER BY t.at, t.id`),
  },
];
