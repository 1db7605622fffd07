import { Button } from '../amsterdam.js';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/index.js';
import { ErrorSummary } from './ErrorSummary.js';
import type { FormState } from './useForm.js';

interface FormProps {
  form: FormState;
  submit: string;
  aside?: ReactNode;
  blocked?: boolean;
  wide?: boolean;
  children?: ReactNode;
}

export function Form({ form, submit, aside, blocked = false, wide = false, children }: FormProps) {
  const { forms } = useText();
  return (
    <form className={wide ? 'form form--wide' : 'form'} onSubmit={form.submit} noValidate>
      <ErrorSummary form={form} />
      {children}
      <div className="form__foot">
        <Button type="submit" disabled={form.busy || blocked}>
          {form.busy ? forms.sending : submit}
        </Button>
        {aside}
        {form.kept && (
          <span className="small quiet">
            {forms.draftKept}{' '}
            <button type="button" className="linklike" onClick={form.startOver}>
              {forms.startOver}
            </button>
          </span>
        )}
      </div>
    </form>
  );
}
