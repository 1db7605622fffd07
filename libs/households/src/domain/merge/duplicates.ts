/** What two dossiers have in common, counted by the database; no names. */
export interface Likeness {
  /** By BSN, or by name and birth date. */
  readonly samePeople: number;
  readonly sameBirthDates: number;
  readonly sameAddress: boolean;
  readonly sameName: boolean;
}

/** Below this it is chance: a street has more families, and a birthday many people. */
const LIKELY_FROM = 50;

/**
 * How likely it is that these are one family, 0 to 100 (ours). One person who stands in both is enough to look; a birth date,
 * an address or a name alone never is.
 */
export function likenessScore({ samePeople, sameBirthDates, sameAddress, sameName }: Likeness): number {
  const onlyDates = Math.max(0, sameBirthDates - samePeople);
  return Math.min(100, (samePeople > 0 ? 40 + 15 * samePeople : 0) + 15 * Math.min(2, onlyDates) + (sameAddress ? 25 : 0) + (sameName ? 20 : 0));
}

export const isLikelyDuplicate = (likeness: Likeness): boolean => likenessScore(likeness) >= LIKELY_FROM;

/** Why, in words for people. */
export function likenessReasons({ samePeople, sameBirthDates, sameAddress, sameName }: Likeness): string[] {
  return [
    ...(samePeople > 0 ? [samePeople === 1 ? 'Eén persoon staat in allebei.' : `${samePeople} mensen staan in allebei.`] : []),
    ...(sameBirthDates > samePeople ? ['Iemand heeft dezelfde geboortedatum.'] : []),
    ...(sameAddress ? ['Hetzelfde adres.'] : []),
    ...(sameName ? ['Dezelfde naam.'] : []),
  ];
}
