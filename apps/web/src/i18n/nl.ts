import { bsn, referralExport } from './nl/bsn.js';
import { common, forms, problems, time } from './nl/common.js';
import { canvas, fund, fundApply } from './nl/fund.js';
import { dossier, households, reminder } from './nl/households.js';
import { assign, imports, intake, lifeDomains, waitingList } from './nl/intake.js';
import { breakGlass, endAssignment, substitution } from './nl/involvement.js';
import { privacy } from './nl/privacy.js';
import { retention } from './nl/retention.js';
import { inbox, session, shell, today } from './nl/session.js';
import { basis, referralNew, referrals } from './nl/sharing.js';
import { words } from './nl/words.js';

export const nl = {
  time,
  common,
  forms,
  problems,
  words,
  shell,
  session,
  today,
  inbox,
  waitingList,
  assign,
  intake,
  lifeDomains,
  imports,
  households,
  dossier,
  breakGlass,
  substitution,
  endAssignment,
  bsn,
  reminder,
  basis,
  referrals,
  referralExport,
  referralNew,
  canvas,
  fundApply,
  fund,
  privacy,
  retention,
};

/** What every other language must say too: a missing sentence does not compile. */
export type Messages = typeof nl;
