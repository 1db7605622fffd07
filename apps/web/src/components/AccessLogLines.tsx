import type { Sighting } from '../api/types.js';
import { useText } from '../i18n/index.js';
import { When } from '../time/When.js';
import { Empty } from './Empty.js';

const TIME = new Intl.DateTimeFormat('nl-NL', { timeStyle: 'short', timeZone: 'Europe/Amsterdam' });

/** Who looked, per day and per person it was about. */
export function AccessLogLines({ items }: { items: readonly Sighting[] }) {
  const { accessLog: say } = useText();
  if (items.length === 0)
    return (
      <Empty title={say.empty}>
        <p>{say.emptyHelp}</p>
      </Empty>
    );
  return (
    <>
      {daysOf(items).map(({ key, day, name, sightings }) => (
        <section key={key} className="stack">
          <h3>
            <When date={day} /> <span className="quiet">· {say.about(name)}</span>
          </h3>
          <ul className="lines">
            {sightings.map((one, at) => (
              <li key={at}>
                {say.line(one.who, one.organisation, one.what, one.why)}
                <p className="small quiet">{say.at(one.times.map((time) => TIME.format(new Date(time))))}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

interface Day {
  key: string;
  day: string;
  name: string;
  sightings: Sighting[];
}

/** In the order in which they came: the newest day first. */
function daysOf(items: readonly Sighting[]): Day[] {
  const days = new Map<string, Day>();
  for (const one of items) {
    const key = `${one.day} ${one.memberId}`;
    const day = days.get(key) ?? { key, day: one.day, name: one.name, sightings: [] };
    day.sightings.push(one);
    days.set(key, day);
  }
  return [...days.values()];
}
