import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import { useAnnounce } from '../../components/Announcer.js';
import { DateField, Form, LongTextField, missing, TextField, useForm } from '../../components/form/index.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';

const route = getRouteApi('/in/gezinnen/$id/herinnering');

export function NewReminderPage() {
  const { reminder: say, common } = useText();
  const { id } = route.useParams();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  const form = useForm({
    initial: { title: '', dueAt: '', note: '' },
    draft: { key: `herinnering.${id}` },
    check: ({ title, dueAt }) => missing(['title', title, say.required.title], ['dueAt', dueAt, say.required.dueAt]),
    send: ({ title, dueAt, note }) => {
      const body = { title, dueAt: new Date(dueAt).toISOString(), note: note || undefined };
      return dataOf(api.POST('/v1/households/{id}/reminders', { params: { path: { id }, header: once([id, body]) }, body }));
    },
    done: () => {
      announce(say.done);
      void navigate({ to: '/gezinnen/$id', params: { id } });
    },
  });
  return (
    <Page title={say.title} lead={say.lead} back={<Link to="/gezinnen/$id" params={{ id }}>{`← ${common.back}`}</Link>}>
      <Form form={form} submit={say.submit}>
        <TextField label={say.what} {...form.bind('title')} />
        <DateField type="datetime-local" label={say.when} {...form.bind('dueAt')} />
        <LongTextField optional label={say.note} {...form.bind('note')} />
      </Form>
    </Page>
  );
}
