import { Field, FileInput, Label, ErrorMessage } from '../../components/amsterdam.js';
import { useNavigate } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import { useAnnounce } from '../../components/Announcer.js';
import { CheckField, Form, useForm, type Errors } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';

const TWO_MB = 2 * 1024 * 1024;

interface Upload {
  file: File | null;
  safetyChecked: boolean;
}

// The bytes go as they are: only the API knows in which encoding the file was written.
const send = async ({ file }: Upload) => {
  const bytes = await file!.arrayBuffer();
  return dataOf(
    api.POST('/v1/intake-imports', {
      params: { query: { fileName: file!.name, safetyChecked: 'true' } },
      body: bytes as unknown as string,
      bodySerializer: (body: unknown) => body as BodyInit,
      headers: { 'Content-Type': 'text/csv' },
    }),
  );
};

export function UploadForm() {
  const { imports } = useText();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const check = ({ file, safetyChecked }: Upload): Errors => ({
    ...(file ? {} : { file: imports.chooseFile }),
    ...(file && file.size > TWO_MB ? { file: imports.tooBig } : {}),
    ...(safetyChecked ? {} : { safetyChecked: imports.confirmSafety }),
  });
  const form = useForm({
    initial: { file: null, safetyChecked: false } as Upload,
    check,
    send,
    done: ({ id }) => {
      announce(imports.done);
      void navigate({ to: '/wachtlijst/importeren/$id', params: { id } });
    },
  });
  const file = form.bind('file');
  return (
    <Form form={form} submit={imports.submit}>
      <Field invalid={Boolean(file.error)}>
        <Label htmlFor="veld-file">{imports.file}</Label>
        <p id="veld-file-uitleg" className="field__hint">
          {imports.fileHint}
        </p>
        {file.error && <ErrorMessage id="veld-file-fout">{file.error}</ErrorMessage>}
        <FileInput
          id="veld-file"
          accept=".csv,text/csv"
          aria-describedby={file.error ? 'veld-file-uitleg veld-file-fout' : 'veld-file-uitleg'}
          aria-invalid={Boolean(file.error)}
          onChange={(event) => file.onChange(event.target.files?.[0] ?? null)}
        />
      </Field>
      <CheckField label={imports.safety} hint={imports.safetyHint} {...form.bind('safetyChecked')} />
    </Form>
  );
}
