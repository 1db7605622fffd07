import type { AgreedBy, Capacity } from '../../api/types.js';

/** Who said yes, as the form asks it: the person, and perhaps one other. */
export interface AgreedDraft {
  agreedSelf: boolean;
  /** A member, or `outside`. */
  agreedOther: string;
  agreedName: string;
  agreedCapacity: Capacity | '';
}

export const NOBODY_AGREED: AgreedDraft = { agreedSelf: false, agreedOther: '', agreedName: '', agreedCapacity: '' };
export const OUTSIDE = 'outside';

export function agreedBy(memberId: string, { agreedSelf, agreedOther, agreedName, agreedCapacity }: AgreedDraft): AgreedBy[] {
  const other = agreedOther && agreedCapacity ? [{ capacity: agreedCapacity, ...(agreedOther === OUTSIDE ? { name: agreedName } : { memberId: agreedOther }) }] : [];
  return [...(agreedSelf ? [{ memberId, capacity: 'self' as const }] : []), ...other];
}
