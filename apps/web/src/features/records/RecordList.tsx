import type { ReactNode } from 'react';
import { Fold } from '../../components/Fold.js';
import { useText } from '../../i18n/index.js';

interface RecordListProps<T extends { id: string }> {
  title: string;
  /** Whose: for who hears the page, three headings with the same name per person are not enough. */
  of: string;
  items: readonly T[];
  isLive: (item: T) => boolean;
  add: ReactNode;
  children: (item: T) => ReactNode;
}

/** One kind of record of one person: what holds now, and what was before, folded. */
export function RecordList<T extends { id: string }>({ title, of, items, isLive, add, children }: RecordListProps<T>) {
  const { records: say } = useText();
  const live = items.filter(isLive);
  const past = items.filter((item) => !isLive(item));
  const lines = (some: readonly T[]) => (
    <ul className="lines">
      {some.map((item) => (
        <li key={item.id}>{children(item)}</li>
      ))}
    </ul>
  );
  return (
    <div className="stack-s">
      <h3>
        {title}
        <span className="visually-hidden">: {of}</span>
      </h3>
      {live.length === 0 ? <p className="quiet">{say.none}</p> : lines(live)}
      {past.length > 0 && (
        <Fold title={`${say.older}: ${title.toLowerCase()}`} count={past.length}>
          {lines(past)}
        </Fold>
      )}
      {add && <p>{add}</p>}
    </div>
  );
}
