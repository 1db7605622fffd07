import { formatLocalDate, type LocalDate } from '#kernel';
import { type DataCategory, nounsOf } from './data-categories.js';
import { BASIS_TYPES, type BasisType } from './legal-basis.validation.js';

export interface Explanation {
  readonly organisationName: string;
  readonly memberName: string;
  readonly categories: readonly DataCategory[];
  readonly type: BasisType;
  readonly article: string;
  /** First day on which it is no longer seen. */
  readonly until: LocalDate;
  /** `may`: allowed, but nothing is shared yet. */
  readonly mode?: 'sees' | 'may';
}

/**
 * What is shared, in one sentence a resident understands:
 * 'Humanitas ziet naam en adres van Renée, op grond van toestemming (AVG art. 6 lid 1 onder a), tot 1 maart 2027.'
 */
export function explain({ organisationName, memberName, categories, type, article, until, mode = 'sees' }: Explanation): string {
  const ground = `op grond van ${BASIS_TYPES[type]} (${article}), tot ${formatLocalDate(until)}.`;
  const what = `${nounsOf(categories)} van ${memberName}`;
  return mode === 'may' ? `${organisationName} mag ${what} zien, ${ground}` : `${organisationName} ziet ${what}, ${ground}`;
}

interface Covered {
  readonly memberName: string;
  readonly memberId: string;
  readonly category: DataCategory;
  readonly basisId: string;
  readonly until: LocalDate;
}

/** One sentence per member, basis and end, or that nothing is shared. */
export function explainAll(
  organisationName: string,
  covered: readonly Covered[],
  bases: readonly { id: string; type: BasisType; article: string }[],
  mode?: Explanation['mode'],
): string {
  const groups = new Map<string, Covered[]>();
  for (const share of covered) {
    // An agreement or a release can end one category before another of the same basis.
    const key = `${share.memberId} ${share.basisId} ${share.until}`;
    groups.set(key, [...(groups.get(key) ?? []), share]);
  }
  const sentences = [...groups.values()].flatMap((shares) => {
    const [first] = shares;
    const basis = bases.find(({ id }) => id === first?.basisId);
    if (!first || !basis) return [];
    const categories = shares.map(({ category }) => category);
    const { memberName, until } = first;
    return [explain({ organisationName, memberName, categories, until, type: basis.type, article: basis.article, mode })];
  });
  return sentences.join(' ') || `${organisationName} ziet niets van dit gezin.`;
}
