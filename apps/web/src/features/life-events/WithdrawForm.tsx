import { api, dataOf, ifMatch } from '../../api/client.js';
import { Form, LongTextField, missing, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import type { LifeEvent } from './queries.js';
import { useBackToEvents } from './use-back.js';

export function WithdrawForm({ familyId: id, event: { id: eventId, version } }: { familyId: string; event: LifeEvent }) {
  const { lifeEvents: say } = useText();
  const form = useForm({
    initial: { reason: '' },
    draft: { key: `gebeurtenis-intrekken.${eventId}` },
    check: ({ reason }) => missing(['reason', reason, say.required.reason]),
    send: (body) => dataOf(api.POST('/v1/households/{id}/life-events/{eventId}/withdrawal', { params: { path: { id, eventId }, header: ifMatch(version) }, body })),
    done: useBackToEvents(id, say.withdrawn),
  });
  return (
    <Form form={form} submit={say.withdrawNow}>
      <LongTextField rows={2} label={say.withdrawReason} {...form.bind('reason')} />
    </Form>
  );
}
