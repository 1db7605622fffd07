import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import type { FoundFamily } from '../../api/types.js';
import { HouseholdWord } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';

type ListRef = { readonly current: HTMLUListElement | null };

/** One after the other with the arrows; upwards from the first goes back to the field. */
function step(event: KeyboardEvent<HTMLUListElement>): void {
  const links = [...event.currentTarget.querySelectorAll('a')];
  const at = links.findIndex((link) => link === document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
  if (next === undefined || at < 0) return;
  event.preventDefault();
  if (next < 0) document.getElementById('zoek-gezin')?.focus();
  else links[next]?.focus();
}

export function FoundFamilies({ items, list }: { items: readonly FoundFamily[]; list: ListRef }) {
  const { search: say } = useText();
  return (
    <ul className="lines" ref={list} aria-label={say.results} onKeyDown={step}>
      {items.map(({ id, name, caseNumber, state, view, match }) => (
        <li key={id}>
          <Link className="line__title" to="/gezinnen/$id" params={{ id }}>
            {name}
          </Link>
          <p>
            <span className="quiet small">{caseNumber}</span> <HouseholdWord state={state} />
          </p>
          <p className="quiet small">
            {match.kind === 'begins' && match.on === 'family' ? '' : `${say.why(match.kind, match.on, match.memberName)} `}
            {view === 'head' || view === 'proposed' ? say.views[view] : ''}
          </p>
        </li>
      ))}
    </ul>
  );
}
