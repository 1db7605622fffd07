import { Word } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { sayExactDay } from '../../time/when.js';
import type { Meeting } from './types.js';

/** Who was invited and what they see; afterwards who was there. */
export function Present({ meeting }: { meeting: Meeting }) {
  const { meeting: say, time } = useText();
  const people = meeting.people.filter(({ id }) => meeting.attendedMemberIds.includes(id)).map(({ name }) => name);
  const present = [...people, ...(meeting.attendedOthers ? [meeting.attendedOthers] : [])];
  return (
    <section className="stack" aria-labelledby="invited">
      <h2 id="invited">{say.invited}</h2>
      <ul className="lines">
        {meeting.invited.map(({ organisation, attended, hears }) => (
          <li key={organisation.id}>
            <div className="line__main">
              <span className="line__title">{organisation.name}</span>
              {attended !== null && <Word tone={attended ? 'open' : 'plain'}>{attended ? say.came : say.absent}</Word>}
            </div>
            {hears.length > 0 && (
              <p className="small quiet">
                {say.hears}: {hears.join('; ')}
              </p>
            )}
          </li>
        ))}
      </ul>
      {present.length > 0 && (
        <p>
          {say.present}: {present.join(', ')}
        </p>
      )}
      {meeting.state !== 'cancelled' && <p className="small quiet">{say.readable(sayExactDay(meeting.readableUntil, time))}</p>}
    </section>
  );
}
