import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import { type Matrix, matrixQuery, type SharingColumn } from '../../api/sharing.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Empty } from '../../components/Empty.js';
import { CheckboxesField, DateField, Form, GroupFrame, missing, TextField, useForm } from '../../components/form/index.js';
import { FamilyPage } from '../../components/FamilyPage.js';
import { LoadedPage } from '../../components/Loaded.js';
import { useText } from '../../i18n/index.js';
import { instantOf } from '../../time/amsterdam.js';
import { invitationsOf, openFor, type Invited } from './invitations.js';

const route = getRouteApi('/in/gezinnen/$id/overleg');

export function NewMeetingPage() {
  const { id } = route.useParams();
  const { meetings: say, whoSeesWhat } = useText();
  const query = useQuery(matrixQuery(id));
  return (
    <LoadedPage query={query}>
      {(matrix) => (
        <FamilyPage id={id} task title={say.newTitle} lead={say.newLead}>
          {matrix.columns.some((column) => openFor(matrix, column).length > 0) ? (
            <MeetingForm id={id} matrix={matrix} />
          ) : (
            <Empty title={say.nobodyTitle}>
              <p>{say.nobody}</p>
              <Link to="/gezinnen/$id/grondslag" params={{ id }}>
                {whoSeesWhat.addBasis}
              </Link>
            </Empty>
          )}
        </FamilyPage>
      )}
    </LoadedPage>
  );
}

function MeetingForm({ id, matrix }: { id: string; matrix: Matrix }) {
  const { meetings: say } = useText();
  const form = useMeetingForm(id);
  const invited = form.bind('invited');
  return (
    <Form form={form} submit={say.submit}>
      <DateField type="datetime-local" label={say.when} {...form.bind('plannedAt')} />
      <TextField label={say.subject} hint={say.subjectHint} {...form.bind('subject')} />
      <GroupFrame name="invited" label={say.who} hint={say.whoHint} error={invited.error}>
        {matrix.columns.map((column) => (
          <Invitation
            key={column.organisation.id}
            matrix={matrix}
            column={column}
            value={invited.value[column.organisation.id] ?? {}}
            onChange={(people) => invited.onChange({ ...invited.value, [column.organisation.id]: people })}
          />
        ))}
      </GroupFrame>
    </Form>
  );
}

interface InvitationProps {
  matrix: Matrix;
  column: SharingColumn;
  value: Invited[string];
  onChange: (people: Invited[string]) => void;
}

function Invitation({ matrix, column, value, onChange }: InvitationProps) {
  const { meetings: say, words } = useText();
  const people = openFor(matrix, column);
  return (
    <details className="fold" open={people.length > 0 && Object.keys(value).length > 0}>
      <summary>
        <span className="line__title">{column.organisation.name}</span>
      </summary>
      <div className="fold__body">
        {people.length === 0 && <p className="quiet">{say.mayHearNothing}</p>}
        {people.map((person) => (
          <CheckboxesField
            key={person.id}
            name={`invited.${column.organisation.id}.${person.id}`}
            label={say.hearsOf(person.name)}
            options={person.may.map((category) => [category, words.category[category]])}
            value={value[person.id] ?? []}
            error={undefined}
            onChange={(chosen) => onChange({ ...value, [person.id]: chosen })}
          />
        ))}
      </div>
    </details>
  );
}

const initial = { plannedAt: '', subject: '', invited: {} as Invited };

function useMeetingForm(id: string) {
  const { meetings: say } = useText();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  return useForm({
    initial,
    draft: { key: `overleg.${id}` },
    check: ({ plannedAt, subject, invited }) =>
      missing(['plannedAt', plannedAt, say.required.when], ['subject', subject, say.required.subject], ['invited', invitationsOf(invited), say.required.who]),
    send: ({ plannedAt, subject, invited }) => {
      const body = { plannedAt: instantOf(plannedAt) ?? plannedAt, subject, invited: invitationsOf(invited) };
      return dataOf(api.POST('/v1/households/{id}/meetings', { params: { path: { id }, header: once([id, body]) }, body }));
    },
    done: ({ id: meetingId }) => {
      announce(say.done);
      void navigate({ to: '/gezinnen/$id/overleggen/$meetingId', params: { id, meetingId } });
    },
  });
}
