import { getRouteApi } from '@tanstack/react-router';
import type { FamilyPeople, NetworkPerson } from '../../api/types.js';
import { DateField, Form, RadioField, SelectField, TextField, type Option } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { useNetworkForm } from './network-form.js';
import { TaskPage } from './TaskPage.js';
import { Theirs } from './saving.js';

const route = getRouteApi('/in/gezinnen/$id/mensen/netwerk');
/** Whom the municipality asked to help; only they have a colleague to fall back on. */
const WITH_BACKUP = ['buddy', 'jim-mentor', 'volunteer'];

export function NetworkPage() {
  const { people: say } = useText();
  const { id } = route.useParams();
  const { persoon } = route.useSearch();
  return (
    <TaskPage id={id} title={say.networkFormTitle} lead={say.networkHelp}>
      {(family) => <NetworkForm key={persoon ?? ''} family={family} one={family.network.find((known) => known.id === persoon)} />}
    </TaskPage>
  );
}

function NetworkForm({ family, one }: { family: FamilyPeople; one: NetworkPerson | undefined }) {
  const { people: say } = useText();
  const { form, theirs } = useNetworkForm(family.household.id, one);
  const { agreement, kind } = form.values;
  const shown = ['relation', 'name', 'phone', 'email', 'since', 'until'] as const;
  return (
    <Form form={form} submit={say.save}>
      {theirs && <Theirs facts={shown.map((name) => [say[name], theirs[name], form.values[name]] as const)} take={() => form.change(theirs)} />}
      <SelectField label={say.kind} options={Object.entries(say.network) as Option[]} {...form.at<string>('kind')} />
      <TextField label={say.relation} hint={say.relationHint} {...form.bind('relation')} />
      <SelectField label={say.for} optional options={family.members.filter(({ leftOn }) => !leftOn).map(({ id, name }) => [id, name])} {...form.bind('memberId')} hint={say.wholeHint} />
      <RadioField label={say.agreement} hint={say.agreementHint} options={Object.entries(say.agreements) as Option<NetworkPerson['agreement']>[]} {...form.bind('agreement')} />
      {(agreement === 'yes' || agreement === 'no') && <DateField label={say.agreedOn} {...form.bind('agreedOn')} />}
      {agreement === 'yes' && (
        <>
          <TextField label={say.name} {...form.bind('name')} />
          <TextField type="tel" label={say.phone} optional {...form.bind('phone')} />
          <TextField type="email" label={say.email} optional {...form.bind('email')} />
        </>
      )}
      <DateField label={say.since} {...form.bind('since')} />
      <DateField label={say.until} hint={say.untilHint} optional {...form.bind('until')} />
      {agreement === 'yes' && WITH_BACKUP.includes(kind) && (
        <SelectField label={say.backup} hint={say.backupHint} optional options={family.colleagues.map(({ id, name }) => [id, name])} {...form.bind('backupUserId')} />
      )}
    </Form>
  );
}
