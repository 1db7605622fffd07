import { type Actor, hasRole } from '#kernel';
import { isEnded, mayMerge, maySplit, needsRegisseur } from '#households';
import { involvementOf, mayRecordBasis, mayRecordRequest } from '#privacy';
import { mayChangeAssignment, mayPlanHandover, mayPropose } from '#regie';
import { caseActions } from './case-actions.js';
import type { DossierRow } from './dossier.queries.js';

/** What this reader may do in this dossier now, from the policies of the rooms; the screens repeat no rule. */
export function dossierActions(row: DossierRow, actor: Actor): string[] {
  // A person can always ask about their data, also when the help is over (AVG 15-21).
  if (isEnded(row.head.state)) return [...caseActions(row, actor), ...rights(row, actor)];
  return [...assigning(row, actor), ...caseActions(row, actor), ...working(row, actor), ...dividing(row, actor), ...rights(row, actor)];
}

function assigning({ assignments: { proposal, regisseur }, teamId, head }: DossierRow, actor: Actor): string[] {
  if (proposal?.regisseur.id === actor.userId) return ['accept-assignment', 'decline-assignment'];
  // Asked for an active family is asked to take over; the regisseur's own row is hidden from them until they have.
  if (head.view === 'proposed') return ['answer-handover'];
  const place = { municipalityId: actor.municipalityId, teamId };
  if (regisseur) {
    // A family that gets help is not left alone: there a handover comes first.
    const endable = !needsRegisseur(head.state) && mayChangeAssignment(actor, 'end', { ...place, regisseurId: regisseur.id }).allowed;
    const handover = mayPlanHandover(actor, { ...place, regisseurId: regisseur.id }).allowed ? ['plan-handover'] : [];
    return [...handover, ...(endable ? ['end-assignment'] : [])];
  }
  return !proposal && mayPropose(actor, place).allowed ? ['propose-regisseur'] : [];
}

/** Two dossiers of one family, or one dossier of two. */
function dividing({ teamId, head: { state }, reasons }: DossierRow, actor: Actor): string[] {
  const works = involvementOf(reasons).hasTask;
  const side = { works, leads: actor.teamIds.includes(teamId) };
  return [...(mayMerge(actor, side, side).allowed ? ['merge-household'] : []), ...(maySplit(actor, { works, state }).allowed ? ['split-household'] : [])];
}

function rights({ reasons }: DossierRow, actor: Actor): string[] {
  const { hasTask, asRegisseur } = involvementOf(reasons);
  const relation = { municipalityId: actor.municipalityId, actorWorksOnIt: hasTask };
  const log = hasRole(actor, 'regisseur') && asRegisseur ? ['show-access-log'] : [];
  return [...log, ...asking(actor, relation)];
}

function asking(actor: Actor, relation: { municipalityId: string; actorWorksOnIt: boolean }): string[] {
  return relation.actorWorksOnIt && mayRecordRequest(actor, relation).allowed ? ['correct-member', 'record-rights-request'] : [];
}

function working({ head, reasons, canvases }: DossierRow, actor: Actor): string[] {
  const { asRegisseur: regisseur, hasTask: actorIsInvolved } = involvementOf(reasons);
  const actorIsRegisseur = hasRole(actor, 'regisseur') && regisseur;
  const mayRecord = mayRecordBasis(actor, { municipalityId: actor.municipalityId, actorIsRegisseur, actorIsInvolved, actorIsMember: false }).allowed;
  const asRegisseur = actorIsRegisseur ? ['send-referral', 'write-canvas'] : [];
  // A fund request leans on a canvas.
  const fund = actorIsRegisseur && (canvases ?? []).length > 0 ? ['request-fund'] : [];
  // Break-glass opens a dossier to act in need, and no number.
  const bsn = actor.seesBsn && (head.view === 'scaled-up' || reasons.some((reason) => reason !== 'break-glass')) ? ['reveal-bsn'] : [];
  const reminder = actorIsRegisseur || (actorIsInvolved && hasRole(actor, 'case-worker')) ? ['set-reminder'] : [];
  return [...(mayRecord ? ['record-legal-basis'] : []), ...asRegisseur, ...fund, ...reminder, ...bsn];
}
