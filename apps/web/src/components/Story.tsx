import { useText } from '../i18n/index.js';
import { When } from '../time/When.js';

/** What happened, the latest on top. */
interface StoryEvent {
  at: string;
  text: string;
  by: string | null;
}

export function Story({ events }: { events: readonly StoryEvent[] }) {
  const { common } = useText();
  const latestFirst = [...events].sort((a, b) => b.at.localeCompare(a.at));
  if (latestFirst.length === 0) return <p className="quiet">{common.noStory}</p>;
  return (
    <ol className="story">
      {latestFirst.map((event, index) => (
        <li key={`${event.at}-${index}`}>
          <span>{event.text}</span>
          <span className="small quiet">
            <When date={event.at} />
            {event.by ? ` · ${event.by}` : ''}
          </span>
        </li>
      ))}
    </ol>
  );
}
