import { type Actor, allowIf, DomainError, hasRole, type Verdict } from '#kernel';
import { isEnded, NO_FACTS, transitionHousehold, type HouseholdState } from '../household-case.states.js';

/** One of the two dossiers, as far as merging must know it; the database says it also of what the actor does not see. */
export interface MergeSide {
  readonly id: string;
  readonly state: HouseholdState;
  readonly version: number;
  /** Has a task in it (regisseur, substitute or intake). */
  readonly works: boolean;
  /** Leads the team that has it. */
  readonly leads: boolean;
  readonly hasRegisseur: boolean;
  readonly openReferrals: number;
  readonly openFundRequests: number;
  readonly plannedMeetings: number;
}

/** A team lead of both families, or somebody with a task in both: nobody comes into a family by merging it (ours, decision 28). */
export function mayMerge(actor: Actor, survivor: Pick<MergeSide, 'works' | 'leads'>, merged: Pick<MergeSide, 'works' | 'leads'>): Verdict {
  // One of each is not enough: then somebody reads in the one what they saw of the other by its name only.
  const isAllowed = (survivor.works && merged.works && hasRole(actor, 'regisseur', 'case-worker')) || (survivor.leads && merged.leads && hasRole(actor, 'team-lead'));
  return allowIf(isAllowed, 'Je kunt alleen dossiers samenvoegen als je in allebei een taak hebt, of als ze allebei van je team zijn.');
}

/**
 * The state of the dossier that goes up in the other. Throws `conflict` (same dossier, ended, or a family that gets help) or
 * `refused` with what must be done first: what runs there has people who wait for it, and can't change its dossier silently.
 */
export function mergeInto(survivor: MergeSide, merged: MergeSide): HouseholdState {
  if (survivor.id === merged.id) throw refused('merge.same', 'Kies een ander dossier. Een gezin kan niet met zichzelf worden samengevoegd.');
  if (isEnded(survivor.state)) throw refused('merge.survivor-ended', 'Het dossier dat blijft, is beëindigd. Kies een dossier dat nog loopt.');
  if (isEnded(merged.state)) throw refused('merge.ended', 'Dit dossier is al beëindigd of samengevoegd. Dan kan het niet meer opgaan in een ander.');
  const first = whatToDoFirst(merged);
  if (first.length > 0) throw new DomainError('merge.not-yet', `Dit kan nog niet. ${first.map(({ message }) => message).join(' ')}`, { kind: 'refused', fields: first });
  return transitionHousehold(merged.state, 'merge', NO_FACTS);
}

/** What stands in the way in the dossier that goes up, each with what to do first. */
export function whatToDoFirst(merged: Pick<MergeSide, 'hasRegisseur' | 'openReferrals' | 'openFundRequests' | 'plannedMeetings'>): { name: string; message: string }[] {
  return [
    { holds: merged.hasRegisseur, name: 'hasRegisseur', message: 'Het dossier dat opgaat, heeft een regisseur of een voorstel. Laat dat dossier bestaan, of beëindig eerst de regie daar.' },
    { holds: merged.openReferrals > 0, name: 'openReferrals', message: 'Er loopt nog een verwijzing. Rond die eerst af of trek die in.' },
    { holds: merged.openFundRequests > 0, name: 'openFundRequests', message: 'Er is nog een aanvraag bij het fonds. Laat die eerst afhandelen of trek die in.' },
    { holds: merged.plannedMeetings > 0, name: 'plannedMeetings', message: 'Er is nog een overleg gepland. Zeg dat eerst af.' },
  ].filter(({ holds }) => holds).map(({ name, message }) => ({ name, message }));
}

const refused = (code: string, message: string): DomainError => new DomainError(code, message, { kind: 'conflict' });
