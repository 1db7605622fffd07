import type { FundRequestState } from './fund-request.states.js';

interface FundStep {
  readonly text: string;
  /** Whose turn it is, as a role on the screen. */
  readonly who: string;
}

const SECRETARY = 'De secretaris van het fonds';
const REGISSEUR = 'De regisseur';
const DECIDER = 'De beslisser';

const STEPS: Readonly<Record<FundRequestState, FundStep>> = {
  draft: { text: 'Maak de aanvraag af en dien haar in.', who: REGISSEUR },
  submitted: { text: 'Kijk of de aanvraag compleet is.', who: SECRETARY },
  'completeness-check': { text: 'Rond de controle af.', who: SECRETARY },
  incomplete: { text: 'Vul de aanvraag aan. De tijd staat nu stil.', who: REGISSEUR },
  'under-review': { text: 'Zet de aanvraag op de agenda.', who: SECRETARY },
  advice: { text: 'Zet de aanvraag op de agenda.', who: SECRETARY },
  'on-agenda': { text: 'Geef advies over de aanvraag.', who: 'De fondscommissie' },
  'committee-advice': { text: 'Neem een besluit en geef de redenen.', who: DECIDER },
  granted: { text: 'Maak het besluit bekend.', who: SECRETARY },
  'partly-granted': { text: 'Maak het besluit bekend.', who: SECRETARY },
  refused: { text: 'Maak het besluit bekend.', who: SECRETARY },
  'not-considered': { text: 'Maak het besluit bekend.', who: SECRETARY },
  withdrawn: { text: 'Sluit de aanvraag af.', who: SECRETARY },
  announced: { text: 'Het besluit is bekend. Betaal wat is toegekend.', who: 'De afdeling financiën' },
  paid: { text: 'Kijk met het gezin terug: heeft het geholpen?', who: REGISSEUR },
  evaluated: { text: 'Sluit de aanvraag af.', who: SECRETARY },
  closed: { text: 'Er hoeft niets te gebeuren.', who: 'Niemand' },
};

const AFTER_REFUSAL: FundStep = { text: 'Het besluit is bekend. Bespreek met het gezin wat nu kan.', who: REGISSEUR };

/** The next step of a request; `paysOut` is false when nothing was granted. */
export const fundNextStep = (state: FundRequestState, paysOut = true): FundStep =>
  state === 'announced' && !paysOut ? AFTER_REFUSAL : STEPS[state];
