import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, type FormEvent } from 'react';
import { useHasRole } from '../../api/session.js';
import { TextInput } from '../../components/amsterdam.js';
import { useText } from '../../i18n/index.js';
import { lookFor, useSearchWords } from './search-words.js';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** Always at hand for who may search: on top of the navigation, and under the slash of the keyboard. */
export function ShellSearch({ onLeave }: { onLeave: () => void }) {
  const maySearch = useHasRole('regisseur', 'case-worker', 'team-lead');
  return maySearch ? <Field onLeave={onLeave} /> : null;
}

function Field({ onLeave }: { onLeave: () => void }) {
  const { search: say } = useText();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const words = useSearchWords();
  useSlash(field);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onLeave();
    void navigate({ to: '/zoeken' });
  };
  return (
    <form role="search" className="shell-search" onSubmit={submit}>
      <label className="visually-hidden" htmlFor="zoek-overal">
        {say.label}
      </label>
      <TextInput
        ref={field}
        id="zoek-overal"
        type="text"
        inputMode="search"
        autoComplete="off"
        placeholder={say.placeholder}
        title={say.slash}
        aria-keyshortcuts="/"
        value={words}
        onChange={(event) => lookFor(event.target.value)}
      />
    </form>
  );
}

/** Not while somebody types: a slash belongs in a text too. */
function useSlash(field: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !field.current?.offsetParent) return;
      event.preventDefault();
      field.current.focus();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [field]);
}
