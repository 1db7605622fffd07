import { useMemo } from 'react';
import { api, dataOf, ifMatch } from '../../api/client.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Form, LongTextField, missing, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import type { Meeting } from './types.js';

/** Lines beside minutes that are closed. */
export function Corrections({ id, meeting }: { id: string; meeting: Meeting }) {
  const { meeting: say } = useText();
  return (
    <section className="stack" aria-labelledby="corrections">
      <h2 id="corrections">{say.corrections}</h2>
      <ul className="lines">
        {meeting.corrections.map(({ text, by, at }) => (
          <li key={at}>
            <p className="preserve">{text}</p>
            <p className="small quiet">
              {by} · <When date={at} />
            </p>
          </li>
        ))}
      </ul>
      {meeting.allowedActions.includes('correct') && <CorrectionForm id={id} meeting={meeting} />}
    </section>
  );
}

function CorrectionForm({ id, meeting }: { id: string; meeting: Meeting }) {
  const { meeting: say } = useText();
  const announce = useAnnounce();
  const draft = useMemo(() => ({ key: `verbetering.${meeting.id}` }), [meeting.id]);
  const form = useForm({
    initial: { text: '' },
    draft,
    check: ({ text }) => missing(['text', text, say.required.text]),
    send: ({ text }) =>
      dataOf(api.POST('/v1/households/{id}/meetings/{meetingId}/corrections', { params: { path: { id, meetingId: meeting.id }, header: ifMatch(meeting.version) }, body: { text } })),
    after: () => ({ text: '' }),
    done: () => announce(say.correctionDone),
  });
  return (
    <div className="no-print">
      <Form form={form} submit={say.correct}>
        <LongTextField rows={3} label={say.correction} {...form.bind('text')} />
      </Form>
    </div>
  );
}
