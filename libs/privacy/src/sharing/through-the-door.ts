import { DATA_CATEGORY_NAMES, type GateBasis, type SharingQuestion } from '../domain/index.js';

/**
 * Rows of the narrow door, as facts for the gate. The door compared agreement, release and restriction itself, and the period
 * of these bases ends where the first of them ends; nothing outside it can be covered.
 */
export function throughTheDoor(organisationId: string, bases: readonly GateBasis[]): Pick<SharingQuestion, 'bases' | 'agreements' | 'releases'> {
  const agreements = bases.map(({ validFrom, validUntil }) => ({ organisationId, categories: DATA_CATEGORY_NAMES, state: 'active' as const, validFrom, validUntil }));
  return { bases: bases.map((basis) => ({ ...basis, secrecyCategories: [] })), agreements, releases: [] };
}
