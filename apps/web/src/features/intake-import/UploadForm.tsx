import { useNavigate } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import { useAnnounce } from '../../components/Announcer.js';
import { CheckField, FileField, Form, useForm, type Errors } from '../../components/form/index.js';
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
  return (
    <Form form={form} submit={imports.submit}>
      <FileField label={imports.file} hint={imports.fileHint} {...form.bind('file')} />
      <CheckField label={imports.safety} hint={imports.safetyHint} {...form.bind('safetyChecked')} />
    </Form>
  );
}
