import { Link } from '@tanstack/react-router';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import type { Contact, TimelineItem } from './types.js';

const FIRST_WORDS = 90;

export function TimelineLine({ id, item }: { id: string; item: TimelineItem }) {
  const { timeline: say } = useText();
  return (
    <li>
      {item.note ? <Note id={id} note={item.note} /> : <span>{item.text}</span>}
      <span className="small quiet">
        <When date={item.at} /> · {item.by} · {say.groups[item.group]}
      </span>
    </li>
  );
}

/** Folded on the screen, open on paper. */
function Note({ id, note }: { id: string; note: Contact }) {
  const { contact: say } = useText();
  const people = [...note.with.map(({ name }) => name), ...(note.others ? [note.others] : [])].join(', ');
  return (
    <details className="timeline-note">
      <summary>
        <span className="line__title">{say.kinds[note.kind]}</span> {say.with(people)}
        <span className="quiet timeline-note__start"> – {shortened(note.discussed)}</span>
      </summary>
      <div className="stack-s">
        <p className="preserve">{note.discussed}</p>
        {note.nextStep && (
          <p>
            <strong>{say.next}:</strong> {note.nextStep}
          </p>
        )}
        {note.correctedBy && <p className="small quiet">{say.corrected(note.correctedBy)}</p>}
        <p className="no-print">
          <Link to="/gezinnen/$id/tijdlijn/$noteId" params={{ id, noteId: note.id }}>
            {say.open}
          </Link>
        </p>
      </div>
    </details>
  );
}

const shortened = (text: string): string => (text.length > FIRST_WORDS ? `${text.slice(0, FIRST_WORDS).trimEnd()}…` : text);
