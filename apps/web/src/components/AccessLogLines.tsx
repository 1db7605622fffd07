import type { Sighting } from '../api/types.js';
import { useText } from '../i18n/index.js';
import { sayExactDay } from '../time/when.js';
import { Empty } from './Empty.js';

const TIME = new Intl.DateTimeFormat('nl-NL', { timeStyle: 'short', timeZone: 'Europe/Amsterdam' });

/** Who looked, per day. `several`: about more people than one, so that each line says about whom. */
export function AccessLogLines({ items, level: Day, several = false }: { items: readonly Sighting[]; level: 'h2' | 'h3'; several?: boolean }) {
  const { accessLog: say, time } = useText();
  if (items.length === 0)
    return (
      <Empty title={say.empty}>
        <p>{say.emptyHelp}</p>
      </Empty>
    );
  return (
    <>
      {daysOf(items).map(({ day, sightings }) => (
        <section key={day} className="stack">
          <Day>{sayExactDay(day, time)}</Day>
          <ul className="lines">
            {sightings.map((one, at) => (
              <li key={at}>
                {say.line(one.who, one.organisation, one.what, one.why)}
                <p className="small quiet">
                  {say.at(one.times.map((moment) => TIME.format(new Date(moment))))}
                  {several && ` · ${say.about(one.names)}`}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** In the order in which they came: the newest day first. */
function daysOf(items: readonly Sighting[]): { day: string; sightings: Sighting[] }[] {
  const days = new Map<string, Sighting[]>();
  for (const one of items) days.set(one.day, [...(days.get(one.day) ?? []), one]);
  return [...days].map(([day, sightings]) => ({ day, sightings }));
}
