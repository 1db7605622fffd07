import type { HouseholdState } from '../../api/types.js';
import { useText } from '../../i18n/index.js';

const PLACES = ['start', 'waiting', 'plan', 'help', 'aftercare', 'closed'] as const;
type Place = (typeof PLACES)[number];

const PLACE_OF: Partial<Record<HouseholdState, Place>> = {
  reported: 'start', 'safety-check': 'start', 'waiting-list': 'waiting', intake: 'plan', 'draft-plan': 'plan', active: 'help', 'scaled-up': 'help', aftercare: 'aftercare',
  closed: 'closed', reopened: 'start',
};

/** The way of most families, and where this one is. Who left by another way stands on no step of it. */
export function CaseLine({ state }: { state: HouseholdState }) {
  const { caseWords: say } = useText();
  const here = PLACE_OF[state];
  if (!here) return null;
  return (
    <ol className="row small">
      {PLACES.map((place) => (
        <li key={place} aria-current={place === here ? 'step' : undefined}>
          {place === here ? <strong className="word word--open">{say.line[place]}<span className="visually-hidden"> ({say.here})</span></strong> : <span className="quiet">{say.line[place]}</span>}
        </li>
      ))}
    </ol>
  );
}
