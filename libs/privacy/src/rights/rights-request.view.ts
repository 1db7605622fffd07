import { type Actor, hasRole, type LocalDate } from '#kernel';
import { displayName, type MemberRole, type PersonName } from '#households';
import {
  allowedRightsTransitions, type RepresentativeAuthority, daysLeft, type ExportState, extendBy, type IdentityCheck, isGranted, isOver, isRunning, type RightsAction, type RightsChannel,
  type RightsFacts, type RightsKind, type RightsState, rightsNextStep,
} from '../domain/rights/index.js';

/** A request as SQL hands it over. */
export interface RightsRequestRow {
  readonly id: string;
  readonly householdId: string;
  readonly caseNumber: string;
  readonly memberId: string;
  readonly person: (PersonName & { readonly role: MemberRole; readonly birthDate: LocalDate; readonly restrictedSince: string | null; readonly version: number }) | null;
  readonly kind: RightsKind;
  readonly state: RightsState;
  readonly receivedOn: LocalDate;
  readonly receivedBy: string;
  readonly channel: RightsChannel;
  readonly question: string | null;
  readonly askedBy: 'self' | 'representative';
  readonly authority: RepresentativeAuthority | null;
  readonly representativeName: string | null;
  readonly identity: { readonly how: IdentityCheck; readonly by: string; readonly on: LocalDate } | null;
  readonly identityAsked: string | null;
  readonly answerBy: LocalDate;
  readonly extension: { readonly reasons: string; readonly on: LocalDate; readonly toldOn: LocalDate } | null;
  readonly decision: { readonly by: string; readonly at: string; readonly reasons: string } | null;
  readonly ownStatement: string | null;
  readonly completion: { readonly by: string; readonly on: LocalDate; readonly note: string } | null;
  readonly lifting: { readonly on: LocalDate; readonly toldOn: LocalDate; readonly reason: string } | null;
  readonly withdrawal: { readonly on: LocalDate; readonly reason: string | null } | null;
  readonly correctionsMade: number;
  readonly export: { readonly state: ExportState; readonly downloads: number } | null;
  readonly version: number;
}

export interface RightsRequestView extends Omit<RightsRequestRow, 'person' | 'export'> {
  readonly memberName: string;
  readonly memberRole: MemberRole;
  readonly birthDate: LocalDate;
  readonly memberVersion: number;
  readonly restrictedSince: string | null;
  /** The last day to tell that it takes longer. */
  readonly extendBy: LocalDate;
  readonly daysLeft: number;
  readonly late: boolean;
  readonly exportState: ExportState | null;
  readonly nextStep: { readonly text: string; readonly who: string };
  readonly allowedActions: string[];
}

export function requestView({ person, export: made, ...row }: RightsRequestRow, actor: Actor, today: LocalDate): RightsRequestView {
  const officer = hasRole(actor, 'privacy-officer');
  return {
    ...row,
    memberName: person ? displayName(person) : '',
    memberRole: person?.role ?? 'other',
    birthDate: person?.birthDate ?? row.receivedOn,
    memberVersion: person?.version ?? 1,
    restrictedSince: person?.restrictedSince ?? null,
    extendBy: extendBy(row.receivedOn),
    daysLeft: daysLeft(row.answerBy, today),
    late: isRunning(row.state) && row.answerBy < today,
    exportState: made?.state ?? null,
    nextStep: rightsNextStep({ kind: row.kind, state: row.state, exportState: made?.state ?? null, downloaded: (made?.downloads ?? 0) > 0, correctionsMade: row.correctionsMade }),
    allowedActions: officer ? officerActions(row, made, today) : workerActions(row, actor),
  };
}

type Told = Omit<RightsRequestRow, 'person' | 'export'>;

const workerActions = ({ kind, state }: Told, actor: Actor): string[] => {
  if (!hasRole(actor, 'regisseur', 'case-worker')) return [];
  const withdraw = isRunning(state) ? ['withdraw'] : [];
  return kind === 'rectification' && isGranted(state) && state !== 'carried-out' ? [...withdraw, 'correct-member'] : withdraw;
};

/** What the officer could do now if they fill in the form; the form itself asks for reasons and the like. */
function officerActions(row: Told, made: RightsRequestRow['export'], today: LocalDate): string[] {
  const { kind, state } = row;
  const facts: RightsFacts = {
    reasonsGiven: true, remediesTold: true, extendedBefore: row.extension !== null, inFirstMonth: today <= extendBy(row.receivedOn),
    effectIsThere: kind === 'rectification' ? row.correctionsMade > 0 : kind === 'access' || kind === 'portability' ? (made?.downloads ?? 0) > 0 : true,
  };
  const actions: string[] = allowedRightsTransitions(state, facts).map((action: RightsAction) => action);
  const files = kind === 'access' || kind === 'portability';
  const canMake = ['in-progress', 'granted', 'partly-granted'].includes(state);
  if (files && canMake && (!made || isOver(made.state))) actions.push('start-export');
  if (made?.state === 'review') actions.push('check-texts');
  if (made?.state === 'ready') actions.push('download-export');
  if (kind === 'rectification' && (state === 'granted' || state === 'partly-granted')) actions.push('correct-member');
  if (kind === 'restriction' && isGranted(state) && row.lifting === null) actions.push('lift-restriction');
  return actions;
}
