import { Form, LongTextField, missing, useForm } from '../../components/form/index.js';

interface WithReasonProps {
  draftKey: string;
  label: string;
  required: string;
  submit: string;
  send: (reason: string) => Promise<unknown>;
  done: () => void;
}

/** A step that asks why. */
export function WithReason({ draftKey, label, required, submit, send, done }: WithReasonProps) {
  const form = useForm({
    initial: { reason: '' },
    draft: { key: draftKey },
    check: ({ reason }) => missing(['reason', reason, required]),
    send: ({ reason }) => send(reason),
    done,
  });
  return (
    <Form form={form} submit={submit}>
      <LongTextField rows={2} label={label} {...form.bind('reason')} />
    </Form>
  );
}
