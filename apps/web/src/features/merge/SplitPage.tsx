import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { api, dataOf, ifMatch } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import type { SplitPreview } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { FamilyPage } from '../../components/FamilyPage.js';
import { CheckField, Form, RadioField, TextField, useForm } from '../../components/form/index.js';
import { Loaded } from '../../components/Loaded.js';
import { useText } from '../../i18n/index.js';
import { splitQuery } from './queries.js';
import { bodyOf, emptySplit, goesAway, mainLeaves, splitErrors, type Where, whoGoes } from './split-form.js';
import { AskAnew } from './AskAnew.js';

const route = getRouteApi('/in/gezinnen/$id/splitsen');

export function SplitPage() {
  const { splitting: say } = useText();
  const { id } = route.useParams();
  const query = useQuery(splitQuery(id));
  return (
    <FamilyPage id={id} task title={say.title} lead={query.data?.household.name}>
      <Loaded query={query}>{(data) => <SplitForm data={data} />}</Loaded>
    </FamilyPage>
  );
}

function SplitForm({ data }: { data: SplitPreview }) {
  const { splitting: say } = useText();
  const form = useSplitting(data);
  const going = whoGoes(data, form.values);
  const away = goesAway(data, form.values);
  const staying = data.members.filter(({ id }) => !away.includes(id));
  return (
    <Form form={form} submit={say.submit}>
      <p>{say.lead}</p>
      {data.members.map((member) => (
        <RadioField<Where>
          key={member.id}
          label={say.where(member.name)}
          options={[
            ['here', say.here],
            ['there', say.there],
            ['both', say.both, member.hasBsn ? undefined : say.bothWithoutBsn],
          ]}
          {...form.at<Where>(`where.${member.id}`)}
        />
      ))}
      {going.length > 0 && <RadioField label={say.mainThere} options={going.map(({ id, name }) => [id, name] as const)} {...form.bind('mainThere')} />}
      {mainLeaves(data, form.values) && <RadioField label={say.mainHere} options={staying.map(({ id, name }) => [id, name] as const)} {...form.bind('mainHereId')} />}
      <CheckField label={say.safe} hint={say.safeHint} {...form.bind('safetyChecked')} />
      <section className="form__section">
        <h2>{say.address}</h2>
        <p className="field__hint">{say.addressHint}</p>
        <TextField short optional label={say.postcode} {...form.bind('postcode')} />
        <TextField short optional inputMode="numeric" label={say.houseNumber} {...form.bind('houseNumber')} />
        <TextField short optional label={say.suffix} {...form.bind('suffix')} />
        <TextField optional label={say.city} {...form.bind('city')} />
        <CheckField label={say.hidden} {...form.bind('hidden')} />
      </section>
      <AskAnew people={going} />
      <p className="note note--calm">{say.after}</p>
    </Form>
  );
}

function useSplitting(data: SplitPreview) {
  const { splitting: say } = useText();
  const { id, version } = data.household;
  const navigate = useNavigate();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  return useForm({
    initial: emptySplit(data),
    check: (values) => splitErrors(data, values, say.required),
    send: (values) => {
      const body = bodyOf(data, values);
      return dataOf(api.POST('/v1/households/{id}/splits', { params: { path: { id }, header: { ...ifMatch(version), ...once(body) } }, body }));
    },
    done: ({ caseNumber }) => {
      announce(say.done(caseNumber));
      void navigate({ to: '/gezinnen/$id', params: { id } });
    },
  });
}
