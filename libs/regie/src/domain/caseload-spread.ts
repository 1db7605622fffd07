import { type CaseloadBand, caseloadLevel } from './caseload.js';
import type { CaseloadNow } from './caseload-band.js';

export interface Taker extends CaseloadNow, CaseloadBand {
  readonly id: string;
}

/**
 * Who could take each of these families over: each time who has the most room below the band. When nobody has, nobody is
 * named; the team lead decides. The same families in the same order give the same answer.
 */
export function spreadByBand(familyIds: readonly string[], takers: readonly Taker[]): ReadonlyMap<string, string | null> {
  const load = new Map(takers.map(({ id, caseload, coming }) => [id, caseload + coming]));
  const room = ({ id, bandMax }: Taker): number => bandMax - (load.get(id) ?? 0);
  return new Map(familyIds.map((familyId) => {
    const taker = takers.toSorted((a, b) => room(b) - room(a) || a.id.localeCompare(b.id))[0];
    if (!taker || caseloadLevel((load.get(taker.id) ?? 0) + 1, taker) === 'above') return [familyId, null];
    load.set(taker.id, (load.get(taker.id) ?? 0) + 1);
    return [familyId, taker.id];
  }));
}
