import type { FamilyPlan, PlanAgreementBody } from '../../api/types.js';

export type PlanMember = FamilyPlan['members'][number];
type Yes = PlanAgreementBody['agreedBy'][number];

/** Who says yes, per member: themselves, and for a child who decides (`member:<id>`, or somebody outside the family). */
export interface YesDraft {
  self: Record<string, boolean>;
  other: Record<string, string>;
  guardian: Record<string, string>;
}

export const OUTSIDE = 'outside';
export const saysThemselves = ({ whoDecides }: PlanMember): boolean => whoDecides === 'self' || whoDecides === 'child-and-parents';
export const isRepresented = ({ whoDecides }: PlanMember): boolean => whoDecides === 'parents' || whoDecides === 'child-and-parents' || whoDecides === 'representative';

export function yesesOf(members: readonly PlanMember[], { self, other, guardian }: YesDraft): Yes[] {
  return members.flatMap(({ id: forMemberId }): Yes[] => {
    const by = other[forMemberId];
    const represented: Yes[] = !by ? [] : by === OUTSIDE
      ? [{ forMemberId, name: guardian[forMemberId] ?? '', capacity: 'guardian' }]
      : [{ forMemberId, memberId: by, capacity: 'parent-with-authority' }];
    return [...(self[forMemberId] ? [{ forMemberId, memberId: forMemberId, capacity: 'self' as const }] : []), ...represented];
  });
}
