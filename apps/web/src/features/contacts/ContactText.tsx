import { Facts } from '../../components/Facts.js';
import { useText } from '../../i18n/index.js';
import { sayExactly } from '../../time/when.js';
import type { ContactWithHistory } from './types.js';

/** One version of a note, as it stood. */
export function ContactText({ note, reason }: { note: ContactWithHistory['earlier'][number]; reason?: string | null }) {
  const { contact: say, time } = useText();
  const people = [...note.with.map(({ name }) => name), ...(note.others ? [note.others] : [])].join(', ');
  return (
    <div className="stack">
      <p className="preserve">{note.discussed}</p>
      <Facts
        facts={[
          [say.next, note.nextStep], [say.moment, `${say.kinds[note.kind]}, ${sayExactly(note.contactAt, time)}`], [say.who, people],
          [say.writtenBy, `${note.writtenBy}, ${sayExactly(note.writtenAt, time)}`], [say.reasonWas, reason],
        ]}
      />
    </div>
  );
}
