import { type Actor, daysBetween, hasRole, type LocalDate } from '#kernel';
import {
  awaitsDecision, type FundDomain, FUND_DOMAINS, fundNextStep, FUND_REQUEST_TRANSITIONS, type FundRequestAction, type FundRequestState, type FundRequestRelation,
  type DecisionOutcome, mayChangeFundRequest, mayDeclareConflict,
} from './domain/index.js';

/** What PostgreSQL says of a request, whoever asks; the columns of `REQUEST_HEAD`. */
export interface FundRequestRow {
  readonly id: string;
  readonly municipalityId: string;
  readonly caseNumber: string;
  readonly domain: FundDomain;
  readonly amountCents: number;
  readonly state: FundRequestState;
  readonly submittedOn: LocalDate | null;
  readonly decisionDeadline: LocalDate | null;
  readonly meetingOn: LocalDate | null;
  readonly fundName: string;
  readonly version: number;
  readonly requestedBy: string;
  readonly completenessBy: string | null;
  readonly advisers: string[];
  readonly regisseurId: string | null;
  readonly decidedBy: string | null;
  readonly outcome: DecisionOutcome | null;
  readonly actorIsRegisseur: boolean;
}

export interface FundRequestItem {
  readonly id: string;
  readonly caseNumber: string;
  readonly title: string;
  readonly domain: FundDomain;
  readonly amountCents: number;
  readonly state: FundRequestState;
  readonly submittedOn: LocalDate | null;
  readonly decisionDeadline: LocalDate | null;
  readonly meetingOn: LocalDate | null;
  /** Days left to decide; negative when late, null when there is nothing left to decide. */
  readonly daysLeft: number | null;
  readonly fundName: string;
  readonly version: number;
  readonly nextStep: { text: string; who: string };
  readonly allowedActions: string[];
}

/** The doors of the API and the steps of the machine behind each. */
const DOORS: Readonly<Record<string, readonly FundRequestAction[]>> = {
  submit: ['submit'],
  'check-completeness': ['find-complete', 'ask-supplement'],
  supplement: ['receive-supplement'],
  'put-on-agenda': ['put-on-agenda'],
  advise: ['give-advice'],
  decide: ['grant', 'grant-partly', 'refuse'],
};

const relationOf = (row: FundRequestRow): FundRequestRelation => ({
  municipalityId: row.municipalityId,
  actorIsRegisseur: row.actorIsRegisseur,
  requesterId: row.requestedBy,
  regisseurId: row.regisseurId,
  completenessCheckedById: row.completenessBy,
  adviserIds: row.advisers,
  decidedById: row.decidedBy,
  paymentPreparedById: null,
  // Who stepped aside does not even get this row.
  conflictOfInterestIds: [],
});

function allowedActionsOf(actor: Actor, row: FundRequestRow): string[] {
  const relation = relationOf(row);
  const possible = (action: FundRequestAction): boolean =>
    FUND_REQUEST_TRANSITIONS[row.state][action] !== undefined && mayChangeFundRequest(actor, action, relation).allowed;
  const advised = row.advisers.includes(actor.userId);
  const doors = Object.entries(DOORS).filter(([door, actions]) => actions.some(possible) && !(door === 'advise' && advised));
  const mayStepAside = awaitsDecision(row.state) && mayDeclareConflict(actor, { decided: row.decidedBy !== null }).allowed;
  // A supplement is written by the regisseur, who knows which names to leave out.
  const mine = doors.map(([door]) => door).filter((door) => door !== 'supplement' || hasRole(actor, 'regisseur'));
  return mayStepAside ? [...mine, 'declare-conflict'] : mine;
}

export const toFundRequestItem = (actor: Actor, row: FundRequestRow, today: LocalDate): FundRequestItem => ({
  id: row.id,
  caseNumber: row.caseNumber,
  title: `${FUND_DOMAINS[row.domain]} – ${row.caseNumber}`,
  domain: row.domain,
  amountCents: row.amountCents,
  state: row.state,
  submittedOn: row.submittedOn,
  decisionDeadline: row.decisionDeadline,
  meetingOn: row.meetingOn,
  daysLeft: row.decisionDeadline && awaitsDecision(row.state) ? daysBetween(today, row.decisionDeadline) : null,
  fundName: row.fundName,
  version: row.version,
  nextStep: { ...fundNextStep(row.state, row.outcome !== 'refused') },
  allowedActions: allowedActionsOf(actor, row),
});
