import type { LifeDomain } from '#households';
import type { OwnerKind } from '#regie';

export interface DemoStep {
  readonly what: string;
  readonly by: Exclude<OwnerKind, 'organisation'>;
  /** For somebody of the own network. */
  readonly role?: string;
  /** Days from today; behind us: done, or late. */
  readonly days: number;
  readonly done?: boolean;
}

export interface DemoGoal {
  readonly lifeDomain: LifeDomain;
  readonly words: string;
  readonly why: string;
  readonly steps: readonly DemoStep[];
}

/** Goals as a family would say them; no names in them. */
export const DEMO_GOALS: readonly DemoGoal[] = [
  {
    lifeDomain: 'finances', words: 'Wij willen rustig slapen en geen brieven meer die we niet durven openen', why: 'Elke ochtend begint nu met de brievenbus.',
    steps: [
      { what: 'Alle post in één map doen', by: 'member', days: -9, done: true },
      { what: 'Samen een overzicht maken van wat erin komt en uitgaat', by: 'user', days: 14 },
      { what: 'Kwijtschelding van de gemeentebelasting aanvragen', by: 'member', days: 20 },
    ],
  },
  {
    lifeDomain: 'housing', words: 'In dit huis kunnen blijven wonen', why: 'De kinderen hebben hier hun school en hun vrienden.',
    steps: [
      { what: 'Met de woningcorporatie een regeling afspreken voor de huur', by: 'user', days: 16 },
      { what: 'De huur op de eerste dag van de maand betalen', by: 'member', days: 25 },
    ],
  },
  {
    lifeDomain: 'work-education', words: 'Een vaste baan vinden met uren die passen bij school', why: 'Dan hoeven we niet meer elke maand te rekenen.',
    steps: [
      { what: 'Een gesprek met de werkcoach plannen', by: 'user', days: 13 },
      { what: 'Het cv bijwerken bij het spreekuur in de bibliotheek', by: 'member', days: -3 },
    ],
  },
  {
    lifeDomain: 'home-relations', words: 'Weer samen eten zonder ruzie', why: 'De kleinste wordt er stil van.',
    steps: [
      { what: 'Op woensdag met alle kinderen eten', by: 'member', days: 10 },
      { what: 'Eén middag per week op de kinderen passen', by: 'network', role: 'oma', days: 18 },
    ],
  },
  {
    lifeDomain: 'social-network', words: 'Iemand in de straat die je kunt bellen', why: 'Alles alleen doen is te zwaar.',
    steps: [
      { what: 'Meegaan naar de koffieochtend in het buurthuis', by: 'network', role: 'de buurvrouw', days: 11 },
      { what: 'Een buddy aanvragen', by: 'user', days: 21 },
    ],
  },
  {
    lifeDomain: 'physical-health', words: 'Op tijd naar de tandarts en de huisarts', why: 'We stellen het steeds uit omdat het geld kost.',
    steps: [{ what: 'Uitzoeken wat de zorgverzekering van de gemeente vergoedt', by: 'user', days: 19 }],
  },
];

export const DEMO_RESERVATIONS: readonly (string | null)[] = [null, null, 'We willen niet dat school alles weet.', 'Bel liever niet voor tien uur.', null];
