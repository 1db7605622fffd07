import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, dataOf } from '../../api/client.js';
import type { SignalPreview } from '../../api/types.js';
import { Button } from '../../components/amsterdam.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Facts } from '../../components/Facts.js';
import { FileField, Form, useForm, type Errors } from '../../components/form/index.js';
import { Page } from '../../components/Page.js';
import { Problem } from '../../components/Problem.js';
import { useText } from '../../i18n/index.js';
import { RefusedTable } from './RefusedTable.js';

const TWO_MB = 2 * 1024 * 1024;

/** The bytes go as they are: only the API knows in which encoding the file was written. */
const asCsv = async (file: File) => ({
  body: (await file.arrayBuffer()) as unknown as string,
  bodySerializer: (body: unknown) => body as BodyInit,
  headers: { 'Content-Type': 'text/csv' },
});

export function SignalImportPage() {
  const { signals, common } = useText();
  const [looked, setLooked] = useState<{ file: File; preview: SignalPreview }>();
  return (
    <Page title={signals.importTitle} lead={signals.importLead} back={<Link to="/wachtlijst/signalen">{`← ${common.back}: ${signals.title}`}</Link>}>
      <ChooseFile onPreview={(file, preview) => setLooked({ file, preview })} />
      {looked && <Preview file={looked.file} preview={looked.preview} />}
    </Page>
  );
}

function ChooseFile({ onPreview }: { onPreview: (file: File, preview: SignalPreview) => void }) {
  const { signals } = useText();
  const form = useForm({
    initial: { file: null as File | null },
    check: ({ file }): Errors => (!file ? { file: signals.chooseFile } : file.size > TWO_MB ? { file: signals.tooBig } : {}),
    send: async ({ file }) => ({ file: file!, preview: await dataOf(api.POST('/v1/early-signal-imports/previews', await asCsv(file!))) }),
    done: ({ file, preview }) => onPreview(file, preview),
  });
  return (
    <Form form={form} submit={signals.preview}>
      <FileField label={signals.file} hint={signals.fileHint} {...form.bind('file')} />
    </Form>
  );
}

function Preview({ file, preview }: { file: File; preview: SignalPreview }) {
  const { signals } = useText();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const importing = useMutation({
    mutationFn: async () => dataOf(api.POST('/v1/early-signal-imports', { params: { query: { fileName: file.name } }, ...(await asCsv(file)) })),
    onSuccess: ({ id }) => {
      announce(signals.importDone);
      void navigate({ to: '/wachtlijst/signalen/inlezen/$id', params: { id } });
    },
  });
  return (
    <section className="stack" aria-labelledby="voorbeeld">
      <h2 id="voorbeeld">{signals.previewTitle}</h2>
      <Facts
        facts={[
          [signals.rows, String(preview.rowCount)],
          [signals.newSignals, String(preview.newSignals)],
          [signals.known, String(preview.known)],
          [signals.refused, String(preview.refusedRows)],
        ]}
      />
      {preview.newSignals > 0 || preview.refusedRows > 0 ? (
        <div className="actions">
          <Button disabled={importing.isPending} onClick={() => importing.mutate()}>
            {importing.isPending ? signals.importing : signals.importNow}
          </Button>
        </div>
      ) : null}
      {importing.error && <Problem error={importing.error} />}
      {preview.refusedRows > 0 && <RefusedTable rows={preview.refusals} />}
    </section>
  );
}
