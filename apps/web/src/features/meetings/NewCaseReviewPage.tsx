import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import { useAnnounce } from '../../components/Announcer.js';
import { CheckboxesField, DateField, Form, missing, TextField, useForm } from '../../components/form/index.js';
import { Loaded } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { instantOf } from '../../time/amsterdam.js';
import { colleaguesQuery } from './queries.js';

const EMPTY = { plannedAt: '', title: '', participantIds: [] as string[] };
const draft = { key: 'casuistiek.nieuw' };

export function NewCaseReviewPage() {
  const { caseReview: say, meeting } = useText();
  const query = useQuery(colleaguesQuery);
  return (
    <Page title={say.plan} lead={say.planLead} back={<Link to="/overleggen">{`← ${meeting.mine}`}</Link>}>
      <Loaded query={query}>{(colleagues) => <ReviewForm colleagues={colleagues} />}</Loaded>
    </Page>
  );
}

function ReviewForm({ colleagues }: { colleagues: readonly { id: string; name: string }[] }) {
  const { caseReview: say } = useText();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  const form = useForm({
    initial: EMPTY,
    draft,
    check: ({ plannedAt, title, participantIds }) =>
      missing(['plannedAt', plannedAt, say.required.when], ['title', title, say.required.subject], ['participantIds', participantIds, say.required.participants]),
    send: ({ plannedAt, ...review }) => {
      const body = { ...review, plannedAt: instantOf(plannedAt) ?? plannedAt };
      return dataOf(api.POST('/v1/case-reviews', { params: { header: once(body) }, body }));
    },
    done: ({ id: reviewId }) => {
      announce(say.planned);
      void navigate({ to: '/overleggen/casuistiek/$reviewId', params: { reviewId } });
    },
  });
  return (
    <Form form={form} submit={say.submit}>
      <DateField type="datetime-local" label={say.when} {...form.bind('plannedAt')} />
      <TextField label={say.subject} hint={say.subjectHint} {...form.bind('title')} />
      <CheckboxesField label={say.participants} options={colleagues.map(({ id, name }) => [id, name])} {...form.bind('participantIds')} />
    </Form>
  );
}
