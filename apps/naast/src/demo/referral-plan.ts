import type { LocalDate } from '#kernel';
import type { DataCategory } from '#privacy';
import type { ReferralState } from '#referrals';
import type { DemoFamily } from './family.js';

export type PartnerName = 'Groningse Kredietbank' | 'Humanitas' | 'Directie IDV' | 'Directie W&P';

interface Partner {
  readonly worker: string;
  /** The line of the catalogue. */
  readonly rule: string;
  readonly type: 'statutory-task' | 'consent';
  readonly article: string;
  readonly purpose: string;
  readonly categories: readonly DataCategory[];
  readonly questions: readonly string[];
}

/** What is asked of whom, and the ground that fits it. */
export const PARTNERS: Readonly<Record<PartnerName, Partner>> = {
  'Groningse Kredietbank': {
    worker: 'gkb', rule: 'wgs', type: 'statutory-task', article: 'Wgs art. 8', purpose: 'Schulden op een rij zetten en een regeling treffen', categories: ['name', 'birth-date', 'contact', 'finances'],
    questions: ['Willen jullie de schulden samen met het gezin op een rij zetten?', 'Kan dit gezin snel in budgetbeheer? De vaste lasten lopen achter.', 'Is een sociale lening mogelijk om de kleine schulden in één keer te betalen?'],
  },
  Humanitas: {
    worker: 'humanitas', rule: 'toestemming', type: 'consent', article: 'AVG art. 6 lid 1 onder a', purpose: 'Thuis helpen met de administratie', categories: ['name', 'contact'],
    questions: ['Is er een vrijwilliger die elke week helpt met de post?', 'Kan iemand meelopen tot de map op orde is?', 'Zoeken jullie een maatje voor moeder? Ze wil weer onder de mensen komen.'],
  },
  'Directie IDV': {
    worker: 'demo-idv', rule: 'participatiewet-bijstand', type: 'statutory-task', article: 'Participatiewet art. 35', purpose: 'Bijzondere bijstand beoordelen', categories: ['name', 'birth-date', 'finances'],
    questions: ['Is er bijzondere bijstand mogelijk voor de inrichting?', 'Welke minimaregelingen loopt dit gezin nu mis?'],
  },
  'Directie W&P': {
    worker: 'demo-wp', rule: 'participatiewet', type: 'statutory-task', article: 'Participatiewet art. 7', purpose: 'Hulp bij werk en leren', categories: ['name', 'contact', 'work'],
    questions: ['Vader wil weer aan het werk. Wie denkt mee over een opleiding?', 'Kan de sollicitatieplicht even rusten tot het thuis stabiel is?'],
  },
};

export interface ReferralPlan {
  readonly partner: PartnerName;
  readonly state: ReferralState;
  /** Days ago that it was sent; late when the answer or the first contact should have come. */
  readonly sentAgo: readonly [number, number];
  /** For a family of persona `regisseur`. */
  readonly ofPersona: boolean;
}

export interface DemoReferral {
  readonly id: string;
  readonly family: DemoFamily;
  readonly partner: PartnerName;
  readonly state: ReferralState;
  readonly sentOn: LocalDate;
  readonly sentAt: Date;
  readonly answeredOn: LocalDate;
  readonly contactOn: LocalDate;
}

type Line = [state: ReferralState, gkb: number, humanitas: number, idv: number, wp: number, sentAgo: [number, number]];

/** Sixty: to every partner some that wait, some that run and some that ended. */
const LINES: readonly Line[] = [
  ['requested', 5, 4, 1, 1, [0, 4]],
  // Later than the answer term of five working days: the worker tells the regisseur as soon as it starts.
  ['requested', 3, 2, 0, 0, [13, 20]],
  ['accepted', 4, 2, 1, 1, [6, 9]],
  ['accepted', 1, 1, 0, 0, [24, 30]],
  ['in-progress', 5, 4, 3, 2, [20, 90]],
  ['on-hold', 1, 1, 0, 0, [50, 90]],
  ['completed', 4, 2, 2, 2, [90, 200]],
  ['rejected', 1, 2, 0, 1, [20, 120]],
  ['cancelled', 1, 1, 1, 0, [20, 100]],
  ['expired', 0, 0, 1, 0, [60, 90]],
];

const NAMES: readonly PartnerName[] = ['Groningse Kredietbank', 'Humanitas', 'Directie IDV', 'Directie W&P'];

export const REFERRAL_PLANS: readonly ReferralPlan[] = LINES.flatMap(([state, ...rest]) => {
  const sentAgo = rest[4];
  return NAMES.flatMap((partner, column) =>
    Array.from({ length: rest[column] as number }, (_none, at) => ({ partner, state, sentAgo, ofPersona: at === 0 || (at === 1 && column === 0) })),
  );
});
