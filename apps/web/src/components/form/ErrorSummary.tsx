import { useEffect, useRef, type MouseEvent } from 'react';
import { useText } from '../../i18n/index.js';
import { Problem } from '../Problem.js';
import { fieldId } from './path.js';
import type { FormState } from './useForm.js';

/** All errors on top, with links; it takes the focus after each attempt, so nobody searches for what went wrong. */
export function ErrorSummary({ form }: { form: Pick<FormState, 'errors' | 'attempt' | 'problem'> }) {
  const { forms } = useText();
  const box = useRef<HTMLDivElement>(null);
  const errors = Object.entries(form.errors);
  const wrong = errors.length > 0 || form.problem !== null;
  useEffect(() => {
    if (form.attempt > 0 && wrong) box.current?.focus();
  }, [form.attempt, wrong]);
  if (!wrong) return null;
  if (errors.length === 0)
    return (
      <div ref={box} tabIndex={-1}>
        <Problem error={form.problem} />
      </div>
    );
  return (
    <div ref={box} tabIndex={-1} className="errors" role="alert">
      <h2>{forms.errorsTitle(errors.length)}</h2>
      <ul className="bulleted">
        {errors.map(([name, message]) => (
          <li key={name}>
            <a href={`#${fieldId(name)}`} onClick={(event) => goToField(event, name)}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function goToField(event: MouseEvent, name: string): void {
  event.preventDefault();
  const field = nearestField(name);
  const control = field?.matches('input, select, textarea') ? field : field?.querySelector<HTMLElement>('input, select, textarea');
  control?.focus();
  field?.scrollIntoView({ block: 'center' });
}

/** The API may name a part ('shares.0.health') of what is one question on the screen. */
function nearestField(name: string): HTMLElement | null {
  const found = document.getElementById(fieldId(name));
  const shorter = name.slice(0, Math.max(0, name.lastIndexOf('.')));
  return found || shorter === '' ? found : nearestField(shorter);
}
