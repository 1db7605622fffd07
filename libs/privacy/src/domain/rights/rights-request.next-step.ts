import type { ExportState } from './rights-export.states.js';
import type { RightsKind, RightsState } from './rights-request.states.js';

export interface RightsNextStepFacts {
  readonly kind: RightsKind;
  readonly state: RightsState;
  readonly exportState: ExportState | null;
  readonly downloaded: boolean;
  readonly correctionsMade: number;
}

const OFFICER = 'de privacyfunctionaris';

/** What has to happen now, and whose turn it is. */
export function rightsNextStep(facts: RightsNextStepFacts): { readonly text: string; readonly who: string } {
  switch (facts.state) {
    case 'received':
      return { text: 'Leg vast hoe je weet wie dit vraagt.', who: OFFICER };
    case 'identity-check':
      return { text: 'We wachten tot duidelijk is wie dit vraagt.', who: 'de inwoner' };
    case 'in-progress':
      return { text: IN_PROGRESS[facts.kind], who: OFFICER };
    case 'granted':
    case 'partly-granted':
      return afterGranting(facts);
    case 'refused':
      return { text: 'Het verzoek is afgewezen. De inwoner kan een klacht indienen of naar de rechter.', who: 'niemand' };
    case 'carried-out':
      return { text: 'Dit verzoek is klaar.', who: 'niemand' };
    case 'withdrawn':
      return { text: 'Dit verzoek is ingetrokken.', who: 'niemand' };
  }
}

const IN_PROGRESS: Readonly<Record<RightsKind, string>> = {
  access: 'Maak het overzicht, controleer de teksten en neem een besluit.',
  rectification: 'Kijk of de gegevens kloppen en neem een besluit.',
  erasure: 'Kijk of de wet vraagt dat we de gegevens bewaren (AVG 17, derde lid) en neem een besluit.',
  restriction: 'Neem een besluit. Bij toewijzen ziet geen partner meer iets van dit gezinslid.',
  portability: 'Maak het bestand en neem een besluit.',
  objection: 'Weeg het bezwaar en neem een besluit. Bij toewijzen vervallen de grondslagen op een wettelijke taak.',
};

function afterGranting({ kind, exportState, downloaded, correctionsMade }: RightsNextStepFacts): { text: string; who: string } {
  if (kind === 'rectification' && correctionsMade === 0) return { text: 'Verbeter de gegevens.', who: 'de regisseur of de privacyfunctionaris' };
  if ((kind === 'access' || kind === 'portability') && !downloaded) return { text: fileStep(exportState), who: exportState === 'collecting' || exportState === 'making' ? 'Naast' : OFFICER };
  if (kind === 'erasure') return { text: 'Vertel het de inwoner en rond het verzoek af. Dan komt het dossier op de volgende vernietigingslijst.', who: OFFICER };
  return { text: 'Vertel het de inwoner en rond het verzoek af.', who: OFFICER };
}

function fileStep(state: ExportState | null): string {
  switch (state) {
    case null: case 'expired': case 'failed': return 'Maak het overzicht.';
    case 'collecting': case 'making': return 'Het overzicht wordt gemaakt.';
    case 'review': return 'Controleer de teksten op gegevens van anderen.';
    case 'ready': return 'Haal het overzicht op en geef het aan de inwoner.';
  }
}
