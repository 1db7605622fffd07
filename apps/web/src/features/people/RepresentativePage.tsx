import { getRouteApi } from '@tanstack/react-router';
import { api, dataOf, ifMatch } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import type { FamilyPeople, FamilyRepresentative, RepresentativeKind } from '../../api/types.js';
import { DateField, Form, missing, SelectField, TextField, useForm, type Option } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { TaskPage } from './TaskPage.js';
import { Theirs, useBackToPeople, useTheirs } from './saving.js';

const route = getRouteApi('/in/gezinnen/$id/mensen/vertegenwoordiger');

export function RepresentativePage() {
  const { people: say } = useText();
  const { id } = route.useParams();
  const { persoon } = route.useSearch();
  return (
    <TaskPage id={id} title={say.representativeTitle} lead={say.representationHelp}>
      {(family) => <RepresentativeForm key={persoon ?? ''} family={family} one={family.representatives.find((known) => known.id === persoon)} />}
    </TaskPage>
  );
}

const draftOf = (one: FamilyRepresentative | undefined) => ({
  memberId: one?.memberId ?? '', kind: (one?.kind ?? '') as RepresentativeKind | '', name: one?.name ?? '', organisation: one?.organisation ?? '', phone: one?.phone ?? '',
  email: one?.email ?? '', since: one?.since ?? '', until: one?.until ?? '', version: one?.version ?? 0,
});
type Draft = ReturnType<typeof draftOf>;

function RepresentativeForm({ family, one }: { family: FamilyPeople; one: FamilyRepresentative | undefined }) {
  const { people: say } = useText();
  const { form, theirs } = useRepresentative(family.household.id, one);
  const shown = ['name', 'organisation', 'phone', 'email', 'since', 'until'] as const;
  return (
    <Form form={form} submit={say.save}>
      {theirs && <Theirs facts={shown.map((name) => [say[name], theirs[name], form.values[name]] as const)} take={() => form.change(theirs)} />}
      {!one && <SelectField label={say.for} options={family.members.filter(({ leftOn }) => !leftOn).map(({ id, name }) => [id, name])} {...form.bind('memberId')} />}
      <SelectField label={say.kind} options={Object.entries(say.representatives) as Option[]} {...form.at<string>('kind')} />
      <TextField label={say.name} {...form.bind('name')} />
      <TextField label={say.organisation} optional {...form.bind('organisation')} />
      <TextField type="tel" label={say.phone} optional {...form.bind('phone')} />
      <TextField type="email" label={say.email} optional {...form.bind('email')} />
      <DateField label={say.since} {...form.bind('since')} />
      <DateField label={say.until} hint={say.untilHint} optional {...form.bind('until')} />
    </Form>
  );
}

const contentOf = ({ kind, name, organisation, phone, email, since, until }: Draft) => ({
  kind: kind as RepresentativeKind, name, organisation: organisation || undefined, phone: phone || undefined, email: email || undefined, since, until: until || undefined,
});

function useRepresentative(id: string, one: FamilyRepresentative | undefined) {
  const { people: say } = useText();
  const back = useBackToPeople(id);
  const once = useIdempotencyKey();
  const { theirs, stale } = useTheirs(id, ({ representatives }) => (one ? draftOf(representatives.find((known) => known.id === one.id)) : undefined));
  const form = useForm({
    initial: draftOf(one),
    draft: { key: `mensen.vertegenwoordiger.${one?.id ?? id}` },
    check: ({ memberId, kind, name, since }) => missing(['memberId', memberId, say.required.memberId], ['kind', kind, say.required.kind], ['name', name, say.required.name], ['since', since, say.required.since]),
    send: (values) => {
      const body = contentOf(values);
      if (one) return dataOf(api.PUT('/v1/households/{id}/representatives/{representativeId}', { params: { path: { id, representativeId: one.id }, header: ifMatch(values.version) }, body }));
      const added = { ...body, memberId: values.memberId };
      return dataOf(api.POST('/v1/households/{id}/representatives', { params: { path: { id }, header: once(added) }, body: added }));
    },
    stale,
    done: () => back(),
  });
  return { form, theirs };
}
