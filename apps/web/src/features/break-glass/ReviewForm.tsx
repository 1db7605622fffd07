import { api, ifMatch } from '../../api/client.js';
import type { BreakGlass } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Form, LongTextField, missing, RadioField, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';

type Outcome = NonNullable<BreakGlass['outcome']>;

export function ReviewForm({ one: { id, version, state } }: { one: BreakGlass }) {
  const { breakGlass: say } = useText();
  const announce = useAnnounce();
  const form = useForm({
    initial: { outcome: '' as Outcome | '', note: '' },
    draft: { key: `noodtoegang.${id}` },
    check: ({ outcome, note }) => missing(['outcome', outcome, say.reviewRequired.outcome], ['note', note, say.reviewRequired.note]),
    send: ({ outcome, note }) =>
      api.POST('/v1/break-glass/{id}/review', { params: { path: { id }, header: ifMatch(version) }, body: { outcome: outcome as Outcome, note } }),
    done: () => announce(say.reviewed),
  });
  return (
    <Form form={form} submit={say.reviewSubmit}>
      {state === 'running' && <p className="note">{say.reviewRunning}</p>}
      <RadioField label={say.outcomeQuestion} options={Object.entries(say.outcomeOptions) as [Outcome, string][]} {...form.bind('outcome')} />
      <LongTextField label={say.reviewNote} hint={say.reviewNoteHint} {...form.bind('note')} />
    </Form>
  );
}
