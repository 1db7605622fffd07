import type { LocalDate } from '#kernel';
import { type HouseholdState, isEnded } from './household-case.states.js';

/** What the dossier knows about what is still to be done; dates are days in Amsterdam. */
export interface DossierFacts {
  readonly state: HouseholdState;
  readonly regisseurName: string | null;
  /** Name of the colleague who has not answered the proposal yet. */
  readonly proposedTo: string | null;
  readonly hasActiveBasis: boolean;
  /** Open referrals, the longest waiting first. */
  readonly openReferrals: readonly { readonly partnerName: string; readonly late: boolean }[];
  /** The first reminder that is still to come. */
  readonly reminder: { readonly title: string; readonly dueOn: LocalDate } | null;
}

export interface HouseholdNextStep {
  /** What has to happen, as a Dutch sentence. */
  readonly text: string;
  /** Whose turn it is, by name. */
  readonly who: string;
}

const TEAM_LEAD = 'Teamleider';

// Per state the sentence when nothing more pressing waits.
const STEPS: Readonly<Record<HouseholdState, string>> = {
  reported: 'Bekijk of iedereen in het gezin veilig is.',
  'safety-check': 'Rond de blik op de veiligheid af.',
  'waiting-list': 'Stel een regisseur voor.',
  intake: 'Maak kennis met het gezin en schakel in wie kan helpen.',
  'draft-plan': 'Maak het plan af met het gezin, en start ermee.',
  active: 'Bespreek met het gezin hoe het plan loopt.',
  'scaled-up': 'Beslis wat er nodig is om het gezin verder te helpen.',
  aftercare: 'Vraag het gezin hoe het gaat.',
  reopened: 'Bespreek met het gezin wat er nu nodig is.',
  closed: 'Er hoeft niets te gebeuren.',
  'referred-elsewhere': 'Er hoeft niets te gebeuren.',
  'declined-help': 'Er hoeft niets te gebeuren.',
  'moved-away': 'Er hoeft niets te gebeuren.',
  merged: 'Het dossier gaat verder onder een ander zaaknummer.',
};

const beforeRegie = (state: HouseholdState): boolean => state === 'reported' || state === 'safety-check';

/**
 * The one thing that comes next for this family and whose turn it is. The order is the order of urgency: an answer that
 * is overdue, then the regisseur, then the ground to share on, then whoever is asked, then what somebody planned.
 */
export function householdNextStep(facts: DossierFacts, today: LocalDate): HouseholdNextStep {
  const { state, regisseurName, proposedTo, openReferrals, reminder } = facts;
  const who = regisseurName ?? TEAM_LEAD;
  if (isEnded(state)) return { text: STEPS[state], who: 'Niemand' };
  const late = openReferrals.find((referral) => referral.late);
  if (late) return { text: `Bel ${late.partnerName}: het antwoord op de verwijzing is te laat.`, who };
  if (reminder && reminder.dueOn <= today) return { text: reminder.title, who };
  if (proposedTo) return { text: 'Laat weten of je regisseur van dit gezin wordt.', who: proposedTo };
  if (beforeRegie(state)) return { text: STEPS[state], who: 'Het wijkteam' };
  if (!regisseurName) return { text: STEPS['waiting-list'], who: TEAM_LEAD };
  if (state === 'scaled-up') return { text: STEPS[state], who: TEAM_LEAD };
  // The aftercare asks how it goes and shares nothing.
  if (!facts.hasActiveBasis && state !== 'aftercare') return { text: 'Leg vast waarom je gegevens mag delen met een partner.', who };
  const [asked] = openReferrals;
  if (asked) return { text: 'Help het gezin en vertel de regisseur hoe het gaat.', who: asked.partnerName };
  return { text: reminder?.title ?? STEPS[state], who };
}
