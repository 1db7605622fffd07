import { api, ifMatch } from '../../api/client.js';
import { useAnnounce } from '../../components/Announcer.js';
import { DateField, Form, LongTextField, missing, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import type { DestructionItem } from './types.js';

/** Why this record stays, and until when. Each has its own fields: several can be open at once. */
export function KeepForm({ listId, item, close }: { listId: string; item: DestructionItem; close: () => void }) {
  const say = useText().retention.list;
  const announce = useAnnounce();
  const [reason, until] = [`reason-${item.id}`, `until-${item.id}`];
  const form = useForm<Record<string, string>, unknown>({
    initial: { [reason]: '', [until]: '' },
    check: (values) => missing([reason, values[reason], say.required.reason]),
    send: (values) =>
      api.POST('/v1/destruction-lists/{id}/items/{itemId}/keep', {
        params: { path: { id: listId, itemId: item.id }, header: ifMatch(item.version) },
        body: { reason: values[reason] ?? '', until: values[until] || undefined },
      }),
    done: () => {
      announce(say.kept);
      close();
    },
  });
  return (
    <Form form={form} submit={say.keepOne(item.caseNumber)}>
      <LongTextField rows={2} label={say.reason} hint={say.reasonHint} {...form.at<string>(reason)} />
      <DateField optional label={say.keepUntil} hint={say.keepUntilHint} {...form.at<string>(until)} />
    </Form>
  );
}
