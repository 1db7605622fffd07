import type { ReactNode } from 'react';
import { useText } from '../i18n/index.js';

interface NextStepProps {
  step: { text: string; who: string };
  children?: ReactNode;
}

/** Every page about a family starts here: what is the next step, and whose turn is it. */
export function NextStep({ step, children }: NextStepProps) {
  const { common } = useText();
  return (
    <section className="next" aria-labelledby="next-step">
      <h2 id="next-step" className="next__label small">
        {common.nextStep}
      </h2>
      <p className="next__text">{step.text}</p>
      {step.who && (
        <p className="next__who">
          {common.turn} <strong>{step.who}</strong>
        </p>
      )}
      {children}
    </section>
  );
}
