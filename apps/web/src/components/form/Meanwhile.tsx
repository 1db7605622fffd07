import type { ReactNode } from 'react';
import { statusOf } from '../../api/problem.js';
import { useText } from '../../i18n/index.js';
import { Facts } from '../Facts.js';

interface MeanwhileProps {
  form: { readonly problem: unknown };
  /** How it stands now; the page was read again when the refusal came (query-client). */
  now: readonly (readonly [string, ReactNode])[];
  by: string | undefined;
}

/** Somebody else was first (412): what they did, above what one typed oneself. Both stay in sight, and nothing is lost. */
export function Meanwhile({ form, now, by }: MeanwhileProps) {
  const { forms } = useText();
  if (statusOf(form.problem) !== 412) return null;
  return (
    <section className="note stack-s" aria-labelledby="intussen">
      <h2 id="intussen">{forms.meanwhile}</h2>
      <Facts facts={[...now, [forms.by, by]]} />
      <p>{forms.yoursBelow}</p>
    </section>
  );
}
