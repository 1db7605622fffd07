import type { LocalDate } from '#kernel';
import { ageOn, type MemberRole } from '#households/domain';
import type { ItemOwner } from './checklist.js';
import type { LifeEventKind } from './life-event.js';

export interface PossibleOwner {
  readonly id: string;
  readonly role: MemberRole;
  readonly birthDate: LocalDate;
  readonly leftOn: LocalDate | null;
}

/** From this age somebody can have an action of their own in the plan (ours). */
const OWN_ACTIONS_FROM = 16;

/**
 * Which person of the family does an item that is for the family: whom it is about, else the main person, else another adult.
 * Never who died or left. Null: it is for the regisseur.
 */
export function itemOwner(owner: ItemOwner, { kind, memberId }: { readonly kind: LifeEventKind; readonly memberId: string | null }, members: readonly PossibleOwner[], today: LocalDate): string | null {
  if (owner === 'regisseur') return null;
  const present = members.filter(({ id, leftOn }) => leftOn === null && (kind !== 'death' || id !== memberId));
  const about = present.find(({ id, birthDate }) => id === memberId && ageOn(birthDate, today) >= OWN_ACTIONS_FROM);
  const adults = present.filter(({ birthDate }) => ageOn(birthDate, today) >= 18);
  return (about ?? adults.find(({ role }) => role === 'main') ?? adults[0])?.id ?? null;
}
