import type { ActionOwnerKind, FamilyPlan, PlanAction, PlanActionBody } from '../../api/types.js';

export interface ActionDraft {
  goalId: string;
  what: string;
  ownerKind: ActionOwnerKind | '';
  ownerUserId: string;
  ownerMemberId: string;
  ownerOrganisationId: string;
  ownerRole: string;
  dueOn: string;
  version: number;
}

/** The field that says who exactly. */
export const OWNER_FIELD = { user: 'ownerUserId', member: 'ownerMemberId', organisation: 'ownerOrganisationId', network: 'ownerRole' } as const;

export const newDraft = (goalId: string): ActionDraft =>
  ({ goalId, what: '', ownerKind: '', ownerUserId: '', ownerMemberId: '', ownerOrganisationId: '', ownerRole: '', dueOn: '', version: 0 });

export const draftOf = ({ goalId, what, ownerKind, ownerId, owner, dueOn, version }: PlanAction): ActionDraft =>
  ({ ...newDraft(goalId ?? ''), what, ownerKind, dueOn, version, [OWNER_FIELD[ownerKind]]: ownerId ?? owner });

export const ownerOf = (draft: ActionDraft): string => (draft.ownerKind ? draft[OWNER_FIELD[draft.ownerKind]] : '');

export function bodyOf(draft: ActionDraft): PlanActionBody {
  const ownerKind = draft.ownerKind as ActionOwnerKind;
  return { goalId: draft.goalId || undefined, what: draft.what, ownerKind, [OWNER_FIELD[ownerKind]]: ownerOf(draft), dueOn: draft.dueOn };
}

/** The name of who does it, for the two versions side by side. */
export function ownerName({ owners: { colleagues, members, organisations } }: FamilyPlan, draft: ActionDraft): string {
  if (draft.ownerKind === 'network') return draft.ownerRole;
  return [...colleagues, ...members, ...organisations].find(({ id }) => id === ownerOf(draft))?.name ?? '';
}
