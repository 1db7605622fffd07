import type { DataCategory } from '../../api/types.js';
import type { Matrix, SharingColumn } from '../../api/sharing.js';

/** Per organisation and person what they hear, as the screen ticks it. */
export type Invited = Record<string, Record<string, DataCategory[]>>;

export const invitationsOf = (invited: Invited) =>
  Object.entries(invited)
    .map(([organisationId, people]) => ({
      organisationId,
      shares: Object.entries(people).flatMap(([memberId, categories]) => (categories.length > 0 ? [{ memberId, categories }] : [])),
    }))
    .filter(({ shares }) => shares.length > 0);

/** Only what the gate would let through can be ticked. */
export const openFor = (matrix: Matrix, column: SharingColumn) =>
  matrix.people.flatMap(({ id, name }) => {
    const may = column.cells.find(({ memberId }) => memberId === id)?.may ?? [];
    return may.length > 0 ? [{ id, name, may }] : [];
  });
