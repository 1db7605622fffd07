import { ErrorMessage, Field, FieldSet, Label } from '../amsterdam.js';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/index.js';
import { fieldId } from './path.js';

export interface FieldText {
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
  short?: boolean;
}

export interface Wiring {
  id: string;
  name: string;
  invalid: boolean;
  'aria-describedby': string | undefined;
  'aria-required': boolean | undefined;
}

export function wire({ name, hint, error, optional }: FieldText): Wiring {
  const id = fieldId(name);
  const described = [hint && `${id}-uitleg`, error && `${id}-fout`].filter(Boolean).join(' ');
  return { id, name, invalid: Boolean(error), 'aria-describedby': described || undefined, 'aria-required': optional ? undefined : true };
}

function HintAndError({ name, hint, error }: FieldText) {
  const { forms } = useText();
  const id = fieldId(name);
  return (
    <>
      {hint && (
        <div id={`${id}-uitleg`} className="field__hint">
          {hint}
        </div>
      )}
      {error && (
        <ErrorMessage id={`${id}-fout`} prefix={forms.errorPrefix}>
          {error}
        </ErrorMessage>
      )}
    </>
  );
}

/** Label, explanation, error, control: the same order for each question. */
export function FieldFrame({ children, ...text }: FieldText & { children: ReactNode }) {
  const { forms } = useText();
  return (
    <Field invalid={Boolean(text.error)} className={text.short ? 'field--short' : undefined}>
      <Label htmlFor={fieldId(text.name)}>
        {text.label}
        {text.optional && <span className="quiet"> ({forms.optional})</span>}
      </Label>
      <HintAndError {...text} />
      {children}
    </Field>
  );
}

/** For a single tick box, which is its own label. */
export function BareFrame({ children, ...text }: FieldText & { children: ReactNode }) {
  return (
    <Field invalid={Boolean(text.error)}>
      {children}
      <HintAndError {...text} />
    </Field>
  );
}

export function GroupFrame({ children, many = false, ...text }: FieldText & { many?: boolean; children: ReactNode }) {
  const { forms } = useText();
  const { id, ...wiring } = wire(text);
  return (
    <FieldSet
      id={id}
      legend={text.optional ? `${text.label} (${forms.optional})` : text.label}
      invalid={wiring.invalid}
      aria-describedby={wiring['aria-describedby']}
    >
      <HintAndError {...text} />
      <div className={many ? 'choice choice--many' : 'choice'}>{children}</div>
    </FieldSet>
  );
}
