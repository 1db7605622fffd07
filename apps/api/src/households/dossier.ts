import { type Actor, type LocalDate, localDateOf } from '#kernel';
import { ageOn, displayName, type HouseholdNextStep, householdNextStep, waitingDays } from '#households';
import { type BasisView, basisView } from '#privacy';
import { isLate } from '#referrals';
import { dossierSharing } from './dossier-sharing.js';
import { dossierActions } from './dossier-actions.js';
import type { DossierReferral, DossierRow } from './dossier.queries.js';
import type { DossierResponse } from './dto/dossier.response.js';

const OPEN = ['requested', 'accepted', 'in-progress', 'on-hold'];

/** A basis whose member this reader may not see. */
const UNKNOWN = { firstName: 'iemand', lastName: 'uit het gezin' };

type DatedReferral = DossierReferral & { readonly late: boolean };

/** A dossier as the screen needs it: the row, with what follows from it today. */
export function toDossier(row: DossierRow, actor: Actor, today: LocalDate): DossierResponse {
  const members = new Map(row.members?.map((member) => [member.id, member]));
  const legalBases = (row.legalBases ?? []).map((basis) => basisView({ ...basis, member: members.get(basis.memberId) ?? UNKNOWN }, today));
  const referrals = (row.referrals ?? []).map((referral) => ({ ...referral, late: isLate(referral, today) }));
  return {
    ...row.head,
    waitingDays: waitingDays(row.head.reportedOn, today),
    note: row.note,
    address: row.address,
    members: (row.members ?? []).map((member) => ({ ...member, name: displayName(member), age: ageOn(member.birthDate, today) })),
    ...row.assignments,
    legalBases,
    sharing: dossierSharing(row, today),
    referrals,
    canvases: row.canvases ?? [],
    fundRequests: row.fundRequests ?? [],
    reminders: row.reminders ?? [],
    timeline: row.timeline ?? [],
    breakGlass: row.breakGlass,
    nextStep: nextStepOf(row, legalBases, referrals, today),
    allowedActions: dossierActions(row, actor),
  };
}

function nextStepOf(row: DossierRow, bases: readonly BasisView[], referrals: readonly DatedReferral[], today: LocalDate): HouseholdNextStep {
  const { head, assignments: { regisseur, proposal } } = row;
  const withoutContent = head.view === 'head' || head.view === 'proposed';
  // Without the content a reader can't know what comes next in it, only who has the turn.
  if (withoutContent && regisseur) return { text: 'De regisseur is met dit gezin bezig.', who: regisseur.name };
  const [reminder] = row.reminders ?? [];
  return householdNextStep({
    state: head.state,
    regisseurName: regisseur?.name ?? null,
    proposedTo: proposal?.regisseur.name ?? null,
    hasActiveBasis: bases.some(({ state }) => state === 'active'),
    openReferrals: referrals.filter(({ state }) => OPEN.includes(state)).map(({ late, toOrganisation }) => ({ late, partnerName: toOrganisation.name })),
    reminder: reminder ? { title: reminder.title, dueOn: localDateOf(new Date(reminder.dueAt)) } : null,
  }, today);
}
