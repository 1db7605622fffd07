import { board } from './nl/board.js';
import { bsn, referralExport } from './nl/bsn.js';
import { caseWords } from './nl/case.js';
import { common, forms, problems, time } from './nl/common.js';
import { caseReview, contact, meeting, timeline } from './nl/contacts.js';
import { family } from './nl/family.js';
import { canvas, fund, fundApply } from './nl/fund.js';
import { caseload, handover, moveCaseload } from './nl/handover.js';
import { dossier, households, reminder } from './nl/households.js';
import { assign, imports, intake, lifeDomains, waitingList } from './nl/intake.js';
import { breakGlass, endAssignment, substitution } from './nl/involvement.js';
import { accessLog, auditLog, register, resident } from './nl/logs.js';
import { people } from './nl/people.js';
import { plan } from './nl/plan.js';
import { privacy } from './nl/privacy.js';
import { catalogue, records } from './nl/records.js';
import { retention } from './nl/retention.js';
import { rights } from './nl/rights.js';
import { lifeEvents, scores } from './nl/scores.js';
import { merging, search, splitting } from './nl/search.js';
import { inbox, session, shell, today } from './nl/session.js';
import { basis, referralNew, referrals } from './nl/sharing.js';
import { signals, waiting } from './nl/waiting.js';
import { agreements, meetings, whoSeesWhat } from './nl/who-sees-what.js';
import { withdrawing } from './nl/withdrawing.js';
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
  waiting,
  signals,
  assign,
  intake,
  lifeDomains,
  imports,
  households,
  dossier,
  caseWords,
  family,
  search,
  merging,
  splitting,
  people,
  plan,
  board,
  handover,
  caseload,
  moveCaseload,
  breakGlass,
  substitution,
  endAssignment,
  bsn,
  reminder,
  basis,
  referrals,
  referralExport,
  referralNew,
  whoSeesWhat,
  meetings,
  meeting,
  timeline,
  contact,
  caseReview,
  agreements,
  canvas,
  fundApply,
  fund,
  privacy,
  rights,
  records,
  withdrawing,
  catalogue,
  accessLog,
  resident,
  auditLog,
  register,
  retention,
  scores,
  lifeEvents,
};

/** What every other language must say too: a missing sentence does not compile. */
export type Messages = typeof nl;
