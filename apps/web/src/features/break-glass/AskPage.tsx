import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Form, LongTextField, missing, TextField, useForm } from '../../components/form/index.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';

/** Asking for it is possible at any hour, and says plainly what follows. */
export function AskPage() {
  const { breakGlass: say, common, households } = useText();
  return (
    <Page title={say.title} lead={say.lead} back={<Link to="/gezinnen">{`← ${common.back}: ${households.title}`}</Link>}>
      <OpenNow />
      <section className="note" aria-labelledby="wat-er-gebeurt">
        <h2 id="wat-er-gebeurt">{say.happensTitle}</h2>
        <ul className="bulleted">
          {say.happens.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      <AskForm />
    </Page>
  );
}

function OpenNow() {
  const { breakGlass: say } = useText();
  const { data } = useQuery({ queryKey: ['break-glass', 'mine'], queryFn: () => dataOf(api.GET('/v1/break-glass/mine')) });
  if (!data || data.items.length === 0) return null;
  return (
    <section className="stack-s" aria-labelledby="nu-open">
      <h2 id="nu-open">{say.running}</h2>
      <ul className="lines">
        {data.items.map(({ id, householdId, caseNumber }) => (
          <li key={id}>
            <Link className="line__title" to="/gezinnen/$id" params={{ id: householdId }}>
              {say.goTo(caseNumber)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function AskForm() {
  const { breakGlass: say } = useText();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  const form = useForm({
    initial: { caseNumber: '', reason: '' },
    check: ({ caseNumber, reason }) => missing(['caseNumber', caseNumber, say.required.caseNumber], ['reason', reason, say.required.reason]),
    send: (body) => dataOf(api.POST('/v1/break-glass', { params: { header: once(body) }, body })),
    done: ({ householdId }) => {
      announce(say.opened);
      void navigate({ to: '/gezinnen/$id', params: { id: householdId } });
    },
  });
  return (
    <Form form={form} submit={say.submit}>
      <TextField short label={say.caseNumber} hint={say.caseNumberHint} {...form.bind('caseNumber')} />
      <LongTextField label={say.reason} hint={say.reasonHint} {...form.bind('reason')} />
    </Form>
  );
}
