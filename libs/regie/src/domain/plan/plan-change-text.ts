import { formatLocalDate } from '#kernel';
import { LIFE_DOMAINS } from '#households/domain';
import type { PlanChange } from './plan-changes.js';
import type { SnapshotAction, SnapshotGoal } from './plan-snapshot.js';

const because = (reason: string | null): string => (reason ? ` Reden: ${endStopped(reason)}` : '');
const endStopped = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** What changed, in one Dutch sentence that the family can read. */
export function changeText(change: PlanChange): string {
  const { of: what, before, after } = change;
  if (what === 'goal') {
    if (!after) return before ? `Het doel "${before.words}" staat niet meer in het plan.` : '';
    return before ? changedGoal(before, after) : `Nieuw doel bij ${LIFE_DOMAINS[after.lifeDomain].toLowerCase()}: "${after.words}".`;
  }
  if (!after) return before ? `De actie "${before.what}" staat niet meer in het plan.` : '';
  return before ? changedAction(before, after) : `Nieuwe actie: ${after.what} (${after.owner}, voor ${formatLocalDate(after.dueOn)})${after.state === 'done' ? ', al gedaan' : ''}.`;
}

function changedGoal(before: SnapshotGoal, after: SnapshotGoal): string {
  const moved: Readonly<Record<SnapshotGoal['state'], string>> = {
    reached: `Doel bereikt: "${after.words}".`,
    dropped: `Doel gestopt: "${after.words}".${because(after.stateReason)}`,
    open: `Doel weer opgepakt: "${after.words}".`,
  };
  const said = [
    ...(before.state !== after.state ? [moved[after.state]] : []),
    ...(before.words !== after.words ? [`Het doel "${before.words}" heet nu "${after.words}".`] : []),
    ...(before.lifeDomain !== after.lifeDomain ? [`Het doel "${after.words}" hoort nu bij ${LIFE_DOMAINS[after.lifeDomain].toLowerCase()}.`] : []),
    ...(before.why !== after.why ? [`Bij het doel "${after.words}" staat een ander waarom.`] : []),
  ];
  return said.join(' ') || `Bij het doel "${after.words}" staat een andere reden.`;
}

function changedAction(before: SnapshotAction, after: SnapshotAction): string {
  const moved: Readonly<Record<SnapshotAction['state'], string>> = {
    done: `Gedaan: ${after.what}.`,
    dropped: `Gaat niet door: ${after.what}.${because(after.stateReason)}`,
    open: `Weer op de lijst: ${after.what}.`,
  };
  const said = [
    ...(before.state !== after.state ? [moved[after.state]] : []),
    ...(before.what !== after.what ? [`De actie "${before.what}" is nu "${after.what}".`] : []),
    ...(before.owner !== after.owner || before.ownerKind !== after.ownerKind ? [`${after.what}: dat doet nu ${after.owner}.`] : []),
    ...(before.dueOn !== after.dueOn ? [`${after.what}: dat is nu voor ${formatLocalDate(after.dueOn)}.`] : []),
    ...(before.goalId !== after.goalId ? [`${after.what}: dat hoort nu bij een ander doel.`] : []),
  ];
  return said.join(' ') || `Bij "${after.what}" staat een andere reden.`;
}
