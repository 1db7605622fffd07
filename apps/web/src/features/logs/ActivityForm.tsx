import { useQueryClient } from '@tanstack/react-query';
import { api, dataOf, ifMatch } from '../../api/client.js';
import type { ProcessingActivity } from '../../api/types.js';
import { Button } from '../../components/amsterdam.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Form, LongTextField, missing, TextField, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';

const LISTS = ['people', 'data', 'recipients', 'security'] as const;
const TEXTS = ['name', 'purpose', 'legalBasis', 'transfers', 'retention', 'controller'] as const;
type Values = Record<(typeof LISTS)[number] | (typeof TEXTS)[number] | 'processor', string>;

const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean);

const toValues = (activity: ProcessingActivity): Values =>
  Object.fromEntries([
    ...TEXTS.map((name) => [name, activity[name]]),
    ...LISTS.map((name) => [name, activity[name].join('\n')]),
    ['processor', activity.processor ?? ''],
  ]) as Values;

const toBody = ({ people, data, recipients, security, ...texts }: Values) => ({
  ...texts, people: linesOf(people), data: linesOf(data), recipients: linesOf(recipients), security: linesOf(security),
});

export function ActivityForm({ activity, close }: { activity: ProcessingActivity; close: () => void }) {
  const { register: say } = useText();
  const announce = useAnnounce();
  const queries = useQueryClient();
  const form = useForm({
    initial: toValues(activity),
    check: (values) => missing(...[...TEXTS, ...LISTS].map((name) => [name, values[name].trim(), say.fillIn] as const)),
    send: (values) =>
      dataOf(api.PATCH('/v1/processing-activities/{id}', { params: { path: { id: activity.id }, header: ifMatch(activity.version) }, body: toBody(values) })),
    done: async () => {
      await queries.invalidateQueries({ queryKey: ['processing-activities'] });
      announce(say.saved);
      close();
    },
  });
  const stop = (
    <Button variant="tertiary" onClick={close}>
      {say.stop}
    </Button>
  );
  return (
    <Form form={form} submit={say.save} aside={stop}>
      <TextField label={say.fields.name} {...form.bind('name')} />
      <LongTextField rows={2} label={say.fields.purpose} {...form.bind('purpose')} />
      <LongTextField rows={3} label={say.fields.legalBasis} {...form.bind('legalBasis')} />
      {LISTS.map((name) => (
        <LongTextField key={name} rows={4} label={say.fields[name]} hint={say.perLine} {...form.bind(name)} />
      ))}
      <LongTextField rows={2} label={say.fields.transfers} {...form.bind('transfers')} />
      <LongTextField rows={2} label={say.fields.retention} {...form.bind('retention')} />
      <TextField label={say.fields.controller} {...form.bind('controller')} />
      <TextField optional label={say.fields.processor} {...form.bind('processor')} />
    </Form>
  );
}
