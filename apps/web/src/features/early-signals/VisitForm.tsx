import { useQuery } from '@tanstack/react-query';
import { api, dataOf, ifMatch } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import type { EarlySignal } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { DateField, Form, missing, SelectField, useForm, type Option } from '../../components/form/index.js';
import { Loaded } from '../../components/Loaded.js';
import { useText } from '../../i18n/index.js';

const EMPTY = { visitOn: '', visitorId: '' };

export function VisitForm({ signal }: { signal: EarlySignal }) {
  const query = useQuery({ queryKey: ['visitors'], queryFn: () => dataOf(api.GET('/v1/early-signals/visitors')) });
  return <Loaded query={query}>{({ items }) => <PlanForm signal={signal} options={items.map(({ id, name }) => [id, name])} />}</Loaded>;
}

function PlanForm({ signal: { id, version }, options }: { signal: EarlySignal; options: readonly Option[] }) {
  const { signals } = useText();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  const form = useForm({
    initial: EMPTY,
    draft: { key: `huisbezoek.${id}` },
    check: ({ visitOn, visitorId }) => missing(['visitOn', visitOn, signals.chooseDay], ['visitorId', visitorId, signals.chooseVisitor]),
    send: (body) => dataOf(api.POST('/v1/early-signals/{id}/visits', { params: { path: { id }, header: { ...once([id, version, body]), ...ifMatch(version) } }, body })),
    after: () => EMPTY,
    done: () => announce(signals.visitDone),
  });
  return (
    <Form form={form} submit={signals.planVisit}>
      <DateField label={signals.visitOn} {...form.bind('visitOn')} />
      <SelectField label={signals.visitor} hint={signals.visitorHint} options={options} {...form.bind('visitorId')} />
    </Form>
  );
}
