import { BOARD } from './entries/board.js';
import { BSNS } from './entries/bsn.js';
import { CONTACTS } from './entries/contacts.js';
import { CASES } from './entries/case.js';
import { ALL, DESK } from './entries/desk.js';
import { FAMILIES } from './entries/families.js';
import { FINDING } from './entries/finding.js';
import { FUND } from './entries/fund.js';
import { HANDOVERS } from './entries/handovers.js';
import { INVOLVEMENT } from './entries/involvement.js';
import { LOGS } from './entries/logs.js';
import { PEOPLE } from './entries/people.js';
import { PLANS } from './entries/plans.js';
import { RECORDS } from './entries/records.js';
import { REFERRALS } from './entries/referrals.js';
import { RETENTION } from './entries/retention.js';
import { RIGHTS } from './entries/rights.js';
import { SCORES } from './entries/scores.js';
import { SHARING } from './entries/sharing.js';
import { WAITING } from './entries/waiting.js';
import type { Entries } from './vocabulary.js';

/** Who gets in, for every route. A route can have more than one line: what stands between brackets is not part of its name. */
export const ENTRIES: Entries = {
  ...FINDING, ...FAMILIES, ...PEOPLE, ...REFERRALS, ...FUND, ...DESK, ...INVOLVEMENT, ...HANDOVERS, ...BSNS, ...CASES, ...RETENTION, ...RECORDS, ...PLANS, ...SCORES, ...SHARING, ...WAITING, ...CONTACTS, ...RIGHTS, ...LOGS, ...BOARD,
  // The last one: afterwards nobody who came with a session is signed in any more.
  'POST /sign-out': { ask: () => ({ path: '/sign-out' }), opens: ALL },
};

export const routeOf = (entry: string): string => entry.replace(/ \(.*\)$/, '');
