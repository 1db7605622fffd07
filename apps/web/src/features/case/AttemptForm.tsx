import { useQueryClient } from '@tanstack/react-query';
import { api, dataOf, ifMatch } from '../../api/client.js';
import type { AftercareContact } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { DateField, Form, LongTextField, missing, RadioField, useForm, type Option } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';

type Going = NonNullable<AftercareContact['going']>;
const EMPTY = { reached: '' as '' | 'yes' | 'no', heldOn: '', going: '' as Going | '', words: '' };

export function AttemptForm({ id, contact }: { id: string; contact: AftercareContact }) {
  const { caseWords: say } = useText();
  const announce = useAnnounce();
  const client = useQueryClient();
  const form = useForm({
    initial: EMPTY,
    draft: { key: `nazorg.${contact.id}` },
    check: ({ reached, heldOn, going, words }) => missing(
      ['reached', reached, say.required],
      ...(reached === 'yes' ? [['heldOn', heldOn, say.required], ['going', going, say.required], ['words', words, say.required]] as const : []),
    ),
    send: ({ reached, heldOn, going, words }) => dataOf(api.POST('/v1/households/{id}/aftercare-contacts/{contactId}/attempts', {
      params: { path: { id, contactId: contact.id }, header: ifMatch(contact.version) },
      body: reached === 'yes' && going ? { reached: true, heldOn, going, words } : { reached: false },
    })),
    after: () => EMPTY,
    done: () => {
      announce(say.done);
      void client.invalidateQueries({ queryKey: ['household', id] });
    },
  });
  const goings = Object.entries(say.goings) as unknown as Option<Going>[];
  return (
    <Form form={form} submit={say.record}>
      <RadioField label={say.reached} options={[['yes', say.reachedYes], ['no', say.reachedNo]]} {...form.bind('reached')} />
      {form.values.reached === 'yes' && (
        <>
          <DateField label={say.heldOn} {...form.bind('heldOn')} />
          <RadioField label={say.going} options={goings} {...form.bind('going')} />
          <LongTextField label={say.words} {...form.bind('words')} />
        </>
      )}
    </Form>
  );
}
