import { getRouteApi } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import { useMe } from '../../api/session.js';
import { CheckField, DateField, Form, missing, RadioField, TextField, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { today } from '../../time/now.js';
import { TaskPage } from './TaskPage.js';
import { useBackToPeople } from './saving.js';

const route = getRouteApi('/in/gezinnen/$id/mensen/nieuw');
const ROLES = ['partner', 'child', 'other'] as const;
type NewRole = (typeof ROLES)[number];

export function NewMemberPage() {
  const { people: say } = useText();
  const { id } = route.useParams();
  return (
    <TaskPage id={id} title={say.addTitle} lead={say.addLead}>
      {() => <NewMember id={id} />}
    </TaskPage>
  );
}

const EMPTY = { role: '' as NewRole | '', firstName: '', infix: '', lastName: '', birthDate: '', joinedOn: '', phone: '', email: '', bsn: '', protectedAddress: false };
// Wabb 10: a BSN lives encrypted in the database, and in no browser's storage.
const withoutBsn = (draft: typeof EMPTY): typeof EMPTY => ({ ...draft, bsn: '' });

function NewMember({ id }: { id: string }) {
  const { people: say, intake, words } = useText();
  const { maySeeBsn } = useMe();
  const form = useAdding(id);
  return (
    <Form form={form} submit={say.add}>
      <RadioField<NewRole> label={say.role} options={ROLES.map((role) => [role, words.member[role]])} {...form.bind('role')} />
      <TextField label={say.firstName} {...form.bind('firstName')} />
      <TextField label={say.infix} optional {...form.bind('infix')} />
      <TextField label={say.lastName} {...form.bind('lastName')} />
      <DateField label={say.birthDate} {...form.bind('birthDate')} />
      <DateField label={say.joinedOn} {...form.bind('joinedOn')} />
      <TextField type="tel" label={say.phone} optional {...form.bind('phone')} />
      <TextField type="email" label={say.email} optional {...form.bind('email')} />
      {maySeeBsn && <TextField optional short inputMode="numeric" label={intake.bsn} hint={intake.bsnHint} {...form.bind('bsn')} />}
      <CheckField label={say.protectedField} hint={say.protectedHint} {...form.bind('protectedAddress')} />
    </Form>
  );
}

function useAdding(id: string) {
  const { people: say } = useText();
  const back = useBackToPeople(id);
  const once = useIdempotencyKey();
  return useForm({
    initial: { ...EMPTY, joinedOn: today() as string },
    draft: { key: `mensen.nieuw.${id}`, without: withoutBsn },
    check: ({ role, firstName, lastName, birthDate, joinedOn }) =>
      missing(
        ['role', role, say.required.role], ['firstName', firstName, say.required.firstName], ['lastName', lastName, say.required.lastName],
        ['birthDate', birthDate, say.required.birthDate], ['joinedOn', joinedOn, say.required.joinedOn],
      ),
    send: ({ role, infix, phone, email, bsn, ...rest }) => {
      const body = { ...rest, role: role as NewRole, infix: infix || undefined, phone: phone || undefined, email: email || undefined, bsn: bsn || undefined };
      return dataOf(api.POST('/v1/households/{id}/members', { params: { path: { id }, header: once(body) }, body }));
    },
    done: () => back(),
  });
}
