import { getRouteApi } from '@tanstack/react-router';
import { api, dataOf, ifMatch } from '../../api/client.js';
import type { FamilyPeople } from '../../api/types.js';
import { CheckField, DateField, Form, missing, TextField, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { TaskPage } from './TaskPage.js';
import { Theirs, useBackToPeople, useTheirs } from './saving.js';

const route = getRouteApi('/in/gezinnen/$id/mensen/adres');

export function AddressPage() {
  const { people: say } = useText();
  const { id } = route.useParams();
  return (
    <TaskPage id={id} title={say.moveTitle} lead={say.moveLead}>
      {(family) => <AddressForm family={family} />}
    </TaskPage>
  );
}

const draftOf = ({ household, address }: FamilyPeople) => ({
  postcode: address.postcode ?? '', houseNumber: address.houseNumber ?? '', suffix: address.suffix ?? '', city: address.city ?? '', neighbourhood: address.neighbourhood ?? '',
  protected: address.protected, movedOn: '', version: household.version,
});

function AddressForm({ family }: { family: FamilyPeople }) {
  const { people: say } = useText();
  const { form, theirs } = useMoving(family);
  return (
    <Form form={form} submit={say.save}>
      {theirs && <Theirs facts={[[say.postcode, theirs.postcode, form.values.postcode], [say.houseNumber, theirs.houseNumber, form.values.houseNumber], [say.city, theirs.city, form.values.city]]} take={() => form.change(theirs)} />}
      <TextField label={say.postcode} {...form.bind('postcode')} />
      <TextField label={say.houseNumber} inputMode="numeric" {...form.bind('houseNumber')} />
      <TextField label={say.suffix} optional {...form.bind('suffix')} />
      <TextField label={say.city} {...form.bind('city')} />
      <TextField label={say.neighbourhood} optional {...form.bind('neighbourhood')} />
      <DateField label={say.movedOn} hint={say.movedOnHint} optional {...form.bind('movedOn')} />
      <CheckField label={say.protect} hint={say.protectHint} {...form.bind('protected')} />
    </Form>
  );
}

function useMoving(family: FamilyPeople) {
  const { people: say } = useText();
  const { id } = family.household;
  const back = useBackToPeople(id);
  const { theirs, stale } = useTheirs(id, draftOf);
  const form = useForm({
    initial: draftOf(family),
    // A protected address stays nowhere in the browser.
    draft: { key: `mensen.adres.${id}`, without: (values) => (values.protected ? { ...values, postcode: '', houseNumber: '', suffix: '', city: '', neighbourhood: '' } : values) },
    check: ({ postcode, houseNumber, city }) => missing(['postcode', postcode, say.required.postcode], ['houseNumber', houseNumber, say.required.houseNumber], ['city', city, say.required.city]),
    send: ({ version, suffix, neighbourhood, movedOn, ...rest }) => {
      const body = { ...rest, suffix: suffix || undefined, neighbourhood: neighbourhood || undefined, movedOn: movedOn || undefined };
      return dataOf(api.PUT('/v1/households/{id}/address', { params: { path: { id }, header: ifMatch(version) }, body }));
    },
    stale,
    done: () => back(),
  });
  return { form, theirs };
}
