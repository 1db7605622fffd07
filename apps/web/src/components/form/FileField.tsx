import { ErrorMessage, Field, FileInput, Label } from '../amsterdam.js';
import { fieldId } from './path.js';
import type { Bound } from './useForm.js';

interface FileFieldProps extends Bound<File | null> {
  label: string;
  hint: string;
}

/** One CSV file. */
export function FileField({ name, label, hint, error, onChange }: FileFieldProps) {
  const id = fieldId(name);
  return (
    <Field invalid={Boolean(error)}>
      <Label htmlFor={id}>{label}</Label>
      <p id={`${id}-uitleg`} className="field__hint">
        {hint}
      </p>
      {error && <ErrorMessage id={`${id}-fout`}>{error}</ErrorMessage>}
      <FileInput
        id={id}
        accept=".csv,text/csv"
        aria-describedby={error ? `${id}-uitleg ${id}-fout` : `${id}-uitleg`}
        aria-invalid={Boolean(error)}
        onChange={(event) => onChange(event.target.files?.[0] ?? null)}
      />
    </Field>
  );
}
