import { DomainError } from '#kernel';

/** What of the dossier itself can be taken over from the one that goes up; an address goes as a whole. */
export const MERGE_FIELDS = ['name', 'urgency', 'reportedOn', 'note', 'address'] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];
export type MergeFields = Partial<Record<MergeField, 'survivor' | 'merged'>>;

/** Of this member of the dossier that goes up: the same person as this one, or (null) a person who comes along. */
export interface SamePerson {
  readonly memberId: string;
  readonly sameAs: string | null;
}

export interface Pair {
  readonly from: string;
  readonly to: string | null;
}

export interface TwoFamilies {
  /** Members who are in the family now. */
  readonly survivor: readonly string[];
  readonly merged: readonly string[];
  /** What the database recognised: by BSN, or by name and birth date. */
  readonly recognised: readonly { readonly memberId: string; readonly sameAs: string }[];
}

const wrong = (message: string): DomainError => new DomainError('merge.members', message, { kind: 'invalid', fields: [{ name: 'members', message }] });

/** Who is who: what somebody chose, and for the others what was recognised. Throws `invalid` for people of other families and for one person twice. */
export function pairUp({ survivor, merged, recognised }: TwoFamilies, chosen: readonly SamePerson[]): Pair[] {
  const choice = new Map(chosen.map(({ memberId, sameAs }) => [memberId, sameAs]));
  const known = new Map(recognised.map(({ memberId, sameAs }) => [memberId, sameAs]));
  if (choice.size < chosen.length || [...choice.keys()].some((id) => !merged.includes(id))) throw wrong('Kies ieder gezinslid van het dossier dat opgaat één keer.');
  const pairs = merged.map((from): Pair => ({ from, to: choice.has(from) ? (choice.get(from) ?? null) : (known.get(from) ?? null) }));
  const taken = pairs.flatMap(({ to }) => (to ? [to] : []));
  if (taken.some((id) => !survivor.includes(id))) throw wrong('Kies iemand uit het dossier dat blijft.');
  if (new Set(taken).size < taken.length) throw wrong('Twee mensen kunnen niet allebei dezelfde persoon zijn.');
  return pairs;
}
