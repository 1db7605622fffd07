import { DATA_CATEGORIES, type DataCategory } from '../data-categories.js';

/** Why the gate stays closed, in the order in which somebody would have to solve it. */
export const REFUSAL_REASONS = ['restricted', 'no-agreement', 'not-in-agreement', 'no-basis', 'no-release'] as const;
export type GateRefusal = (typeof REFUSAL_REASONS)[number];

interface Refused {
  readonly memberName: string;
  readonly isChild: boolean;
  readonly hasProtectedAddress: boolean;
}

type Sentence = (share: Refused, category: DataCategory, organisation: string) => string;

const noBasis: Sentence = (share, category, organisation) => {
  const what = DATA_CATEGORIES[category].withArticle;
  const message = `Er is geen geldige grondslag om ${what} van ${share.memberName} met ${organisation} te delen.`;
  if (category === 'address' && share.hasProtectedAddress) return `${message} Dit adres is beschermd.`;
  return share.isChild ? `${message} Een kind heeft een eigen grondslag nodig.` : message;
};

/** One Dutch sentence per reason; a new reason does not compile until it has one. */
export const REFUSALS: Readonly<Record<GateRefusal, Sentence>> = {
  restricted: ({ memberName }) => `De gegevens van ${memberName} worden nu met niemand gedeeld. Het gebruik is beperkt (AVG art. 18).`,
  'no-agreement': (_share, _category, organisation) => `Met ${organisation} is geen privacyovereenkomst.`,
  'not-in-agreement': (_share, category, organisation) =>
    `De privacyovereenkomst met ${organisation} gaat niet over ${DATA_CATEGORIES[category].withArticle}.`,
  'no-basis': noBasis,
  'no-release': ({ memberName }, category, organisation) =>
    `Er is wel een grondslag, maar over ${DATA_CATEGORIES[category].withArticle} van ${memberName} geldt een beroepsgeheim. Dat is niet opgeheven voor ${organisation}.`,
};

const SUMMARIES: Readonly<Record<GateRefusal, (organisation: string) => string>> = {
  restricted: () => 'Het gebruik van gegevens is beperkt (AVG art. 18).',
  'no-agreement': (organisation) => `Met ${organisation} is geen privacyovereenkomst.`,
  'not-in-agreement': (organisation) => `De privacyovereenkomst met ${organisation} gaat hier niet over.`,
  'no-basis': () => 'Er mist een grondslag.',
  'no-release': () => 'Het beroepsgeheim is niet opgeheven.',
};

/** Why the whole cannot go: what has to be solved first. */
export const cannotShare = (organisation: string, reasons: readonly GateRefusal[]): string => {
  const first = REFUSAL_REASONS.find((reason) => reasons.includes(reason));
  return `Delen met ${organisation} kan nog niet.${first ? ` ${SUMMARIES[first](organisation)}` : ''}`;
};
