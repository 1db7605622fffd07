import type { Bound } from '../../components/form/index.js';

export const MERGE_FIELDS = ['name', 'address', 'urgency', 'reportedOn', 'note'] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];

/** Stands in the list of who somebody is the same as. */
export const comesAlong = 'along';

export interface Choice {
  fields: Record<MergeField, 'survivor' | 'merged'>;
  /** Per member of the dossier that goes up: who it is here, or that it comes along. */
  members: Record<string, string>;
}

/** What the questions need of the form. */
export interface Merging {
  at: <T>(name: string) => Bound<T>;
}
