import { useEffect, useRef } from 'react';
import { useText } from '../../i18n/index.js';
import { Problem } from '../Problem.js';
import { FieldLink } from './FieldLink.js';
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
            <FieldLink name={name}>{message}</FieldLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
