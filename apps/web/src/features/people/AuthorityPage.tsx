import { getRouteApi } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import type { FamilyPeople } from '../../api/types.js';
import { Form, missing, RadioField, SelectField, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { adultsOf, childrenOf } from './AuthorityPart.js';
import { TaskPage } from './TaskPage.js';
import { useBackToPeople } from './saving.js';

const route = getRouteApi('/in/gezinnen/$id/mensen/gezag');

export function AuthorityPage() {
  const { people: say } = useText();
  const { id } = route.useParams();
  return (
    <TaskPage id={id} title={say.authorityTitle} lead={say.authorityHelp}>
      {(family) => <AuthorityForm family={family} />}
    </TaskPage>
  );
}

type Source = 'register' | 'told';
const EMPTY = { childId: '', adultId: '', hasAuthority: '' as 'yes' | 'no' | '', source: '' as Source | '' };

function AuthorityForm({ family }: { family: FamilyPeople }) {
  const { people: say } = useText();
  const form = useRecording(family.household.id);
  return (
    <Form form={form} submit={say.save}>
      <SelectField label={say.child} options={childrenOf(family).map(({ id, name }) => [id, name])} {...form.bind('childId')} />
      <SelectField label={say.adult} options={adultsOf(family).map(({ id, name }) => [id, name])} {...form.bind('adultId')} />
      <RadioField<'yes' | 'no'> label={say.hasAuthority} options={[['yes', say.yes], ['no', say.no]]} {...form.bind('hasAuthority')} />
      <RadioField<Source> label={say.source} options={[['register', say.sourceOptions.register], ['told', say.sourceOptions.told]]} {...form.bind('source')} />
    </Form>
  );
}

function useRecording(id: string) {
  const { people: say } = useText();
  const back = useBackToPeople(id);
  const once = useIdempotencyKey();
  return useForm({
    initial: EMPTY,
    draft: { key: `mensen.gezag.${id}` },
    check: (values) => missing(...(Object.keys(EMPTY) as (keyof typeof EMPTY)[]).map((name) => [name, values[name], say.required[name]] as const)),
    send: ({ childId, adultId, hasAuthority, source }) => {
      const body = { childId, adultId, hasAuthority: hasAuthority === 'yes', source: source as Source };
      return dataOf(api.POST('/v1/households/{id}/parental-authority', { params: { path: { id }, header: once(body) }, body }));
    },
    done: () => back(),
  });
}
