import type { LocalDate } from '#kernel';
import type { ReferralSide } from './referral.policy.js';
import type { ReferralState } from './referral.states.js';

export interface ReferralLoop {
  readonly state: ReferralState;
  readonly firstContactOn: LocalDate | null;
  readonly late: boolean;
  readonly partnerName: string;
  readonly regisseurName: string;
}

/** Who answers for the family now: the regisseur, until the partner has really had contact. */
export const responsible = ({ state, firstContactOn }: Pick<ReferralLoop, 'state' | 'firstContactOn'>): 'regisseur' | 'partner' =>
  firstContactOn !== null && (state === 'in-progress' || state === 'on-hold') ? 'partner' : 'regisseur';

export interface NextStep {
  /** What has to happen, as a Dutch sentence for this reader. */
  readonly text: string;
  /** Whose turn it is, by name; 'Jij' for the reader, 'Niemand' when it is done. */
  readonly who: string;
}

interface Step {
  readonly turn: 'sender' | 'receiver' | 'nobody';
  readonly own: string;
  readonly other: (loop: ReferralLoop) => string;
}

const nobody = (text: string): Step => ({ turn: 'nobody', own: text, other: () => text });
const sender = (own: string, other: string): Step => ({ turn: 'sender', own, other: ({ regisseurName }) => `${regisseurName} ${other}` });
const receiver = (own: string, other: string): Step => ({ turn: 'receiver', own, other: ({ partnerName }) => `${partnerName} ${other}` });

const STEPS: Readonly<Record<ReferralState, Step>> = {
  draft: sender('Maak de verwijzing af en verstuur haar.', 'maakt de verwijzing nog af.'),
  requested: receiver('Laat weten of jullie dit gezin kunnen helpen.', 'laat weten of ze kunnen helpen.'),
  accepted: receiver('Plan het driegesprek en leg het eerste contact vast.', 'plant het eerste contact.'),
  'in-progress': receiver('Help het gezin en vertel de regisseur hoe het gaat.', 'helpt het gezin en vertelt hoe het gaat.'),
  'on-hold': receiver('Ga weer verder zodra het kan.', 'gaat weer verder zodra het kan.'),
  completed: sender('Lees de uitkomst en bespreek die met het gezin.', 'bespreekt de uitkomst met het gezin.'),
  failed: sender('Het is niet gelukt. Zoek met het gezin een andere weg.', 'zoekt met het gezin een andere weg.'),
  rejected: sender('Het kan hier niet. Kies de volgende stap.', 'kiest de volgende stap.'),
  cancelled: sender('De verwijzing is gestopt. Bespreek met het gezin wat nu nodig is.', 'bespreekt met het gezin wat nu nodig is.'),
  expired: sender('Er kwam geen antwoord. Vraag een andere partner.', 'vraagt een andere partner.'),
  'entered-in-error': nobody('Er hoeft niets te gebeuren.'),
};

const LATE: Partial<Record<ReferralState, Step>> = {
  requested: receiver('Het antwoord is te laat. Laat vandaag weten of het kan.', 'is te laat met het antwoord. Bel even.'),
  accepted: receiver('Het eerste contact is te laat. Neem vandaag contact op.', 'is te laat met het eerste contact. Bel even.'),
};

/** The next step as this side reads it, and whose turn it is. */
export function nextStep(loop: ReferralLoop, viewer: ReferralSide): NextStep {
  const step = (loop.late ? LATE[loop.state] : undefined) ?? STEPS[loop.state];
  if (step.turn === 'nobody') return { text: step.own, who: 'Niemand' };
  if (step.turn === viewer) return { text: step.own, who: 'Jij' };
  return { text: step.other(loop), who: step.turn === 'sender' ? loop.regisseurName : loop.partnerName };
}
