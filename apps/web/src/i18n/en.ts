import { board } from './en/board.js';
import { bsn, referralExport } from './en/bsn.js';
import { caseWords } from './en/case.js';
import { common, forms, problems, time } from './en/common.js';
import { caseReview, contact, meeting, timeline } from './en/contacts.js';
import { family } from './en/family.js';
import { canvas, fund, fundApply } from './en/fund.js';
import { caseload, handover, moveCaseload } from './en/handover.js';
import { dossier, households, reminder } from './en/households.js';
import { assign, imports, intake, lifeDomains, waitingList } from './en/intake.js';
import { breakGlass, endAssignment, substitution } from './en/involvement.js';
import { accessLog, auditLog, register, resident } from './en/logs.js';
import { people } from './en/people.js';
import { plan } from './en/plan.js';
import { privacy } from './en/privacy.js';
import { catalogue, records } from './en/records.js';
import { retention } from './en/retention.js';
import { rights } from './en/rights.js';
import { lifeEvents, scores } from './en/scores.js';
import { merging, search, splitting } from './en/search.js';
import { inbox, session, shell, today } from './en/session.js';
import { basis, referralNew, referrals } from './en/sharing.js';
import { signals, waiting } from './en/waiting.js';
import { agreements, meetings, whoSeesWhat } from './en/who-sees-what.js';
import { withdrawing } from './en/withdrawing.js';
import { words } from './en/words.js';
import type { Messages } from './nl.js';

export const en: Messages = {
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
