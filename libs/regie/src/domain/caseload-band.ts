import { type Actor, DomainError, hasRole, isFilled } from '#kernel';
import { type CaseloadBand, caseloadLevel } from './caseload.js';

export interface CaseloadNow {
  /** Families this person is regisseur of. */
  readonly caseload: number;
  /** Families they are asked for: open proposals and hand-overs. They count, or two questions at once would pass the band. */
  readonly coming: number;
}

/** Whether one more family would be above the band; without a band nothing is. */
export const wouldBeAbove = ({ caseload, coming }: CaseloadNow, band: CaseloadBand | null): boolean =>
  band !== null && caseloadLevel(caseload + coming + 1, band) === 'above';

/**
 * The reason with which the band is passed, or null when it is not. Only the team lead passes it, and says why (ours: there is
 * no national norm). Throws `refused` with `caseload.above-band`.
 */
export function passBand(actor: Pick<Actor, 'roles'>, now: CaseloadNow, band: CaseloadBand | null, overrideReason: string | undefined): string | null {
  if (!band || !wouldBeAbove(now, band)) return null;
  if (hasRole(actor, 'team-lead') && isFilled(overrideReason ?? '')) return overrideReason ?? null;
  const full = `Deze regisseur krijgt dan ${now.caseload + now.coming + 1} gezinnen. De bovengrens van het team is ${band.bandMax}.`;
  const next = hasRole(actor, 'team-lead') ? 'Kies een ander, of vertel waarom het toch kan.' : 'Kies een ander, of vraag de teamleider.';
  throw new DomainError('caseload.above-band', `${full} ${next}`, {
    kind: 'refused', fields: [{ name: 'overrideReason', message: 'Vertel waarom deze regisseur er toch een gezin bij kan hebben.' }],
  });
}
