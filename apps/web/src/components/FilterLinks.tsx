import { Children, type ReactNode } from 'react';

/** A filter is a link: it can be bookmarked, shared and gone back from. */
export function FilterLinks({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label}>
      <ul className="chips">
        {Children.map(children, (link) => (
          <li>{link}</li>
        ))}
      </ul>
    </nav>
  );
}
