import { type Urgency, URGENCY_NAMES, urgencyRank } from '#households/domain';
import type { LocalDate } from '#kernel';

export interface WaitingTurn {
  readonly id: string;
  readonly urgency: Urgency;
  readonly waitingSince: LocalDate;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Urgency first, then who waits longest; on the same day the id, only so that the order stays the same. Exactly the order of the SQL. */
export const compareTurns = (a: WaitingTurn, b: WaitingTurn): number =>
  urgencyRank(a.urgency) - urgencyRank(b.urgency) || compareText(a.waitingSince, b.waitingSince) || compareText(a.id, b.id);

export const orderOf = <T extends WaitingTurn>(families: readonly T[]): T[] => families.toSorted(compareTurns);

/** Who stands before a family, and for which of the two reasons. */
export interface Ahead {
  readonly moreUrgent: number;
  readonly waitLonger: number;
}

/** The families before this one. Counts only, so that the reason names nobody. */
export function aheadOf(family: WaitingTurn, families: readonly WaitingTurn[]): Ahead {
  const before = families.filter((other) => compareTurns(other, family) < 0);
  const moreUrgent = before.filter(({ urgency }) => urgency !== family.urgency).length;
  return { moreUrgent, waitLonger: before.length - moreUrgent };
}

export const placeOf = ({ moreUrgent, waitLonger }: Ahead): number => moreUrgent + waitLonger + 1;

const RULE = 'Spoed gaat voor; daarna telt hoe lang een gezin wacht.';
const families = (count: number, one: string, more: string): string => (count === 1 ? `1 gezin ${one}` : `${count} gezinnen ${more}`);

/** Why a family has this place, in one or two sentences that one can read aloud to it. */
export function whyThisPlace({ urgency }: Pick<WaitingTurn, 'urgency'>, ahead: Ahead): string {
  const place = `Staat op plaats ${placeOf(ahead)}, met urgentie ${URGENCY_NAMES[urgency].toLowerCase()}.`;
  const reasons = [
    ...(ahead.moreUrgent > 0 ? [families(ahead.moreUrgent, 'heeft meer haast', 'hebben meer haast')] : []),
    ...(ahead.waitLonger > 0 ? [families(ahead.waitLonger, 'wacht langer met dezelfde urgentie', 'wachten langer met dezelfde urgentie')] : []),
  ];
  return reasons.length === 0 ? `${place} Niemand gaat voor. ${RULE}` : `${place} Ervoor: ${reasons.join(' en ')}. ${RULE}`;
}
