import { useNavigate } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import type { NewRightsRequest } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { DateField, Form, LongTextField, missing, RadioField, SelectField, TextField, useForm, type Option } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { today } from '../../time/now.js';

interface Draft {
  memberId: string;
  kind: NewRightsRequest['kind'] | '';
  receivedOn: string;
  channel: string;
  question: string;
  askedBy: NewRightsRequest['askedBy'] | '';
  authority: string;
  representativeName: string;
  identityHow: string;
}

interface RecordFormProps {
  people: readonly Option[];
  /** Not the case number: that would stand in the storage of the browser. */
  draftKey: string;
}

/** What somebody asks about their own data, as it is written down at the kitchen table or at the desk. */
export function RecordForm({ people, draftKey }: RecordFormProps) {
  const { rights: say } = useText();
  const form = useRecordForm(draftKey, people[0]?.[0] ?? '', people.length === 1);
  const options = <T extends string>(words: Readonly<Record<T, string>>): Option<T>[] => (Object.keys(words) as T[]).map((key) => [key, words[key]]);
  const { askedBy } = form.values;
  return (
    <Form form={form} submit={say.submit}>
      <RadioField label={say.who} options={people} {...form.bind('memberId')} />
      <RadioField
        label={say.what}
        options={options(say.kinds).map(([kind, name]): Option<NewRightsRequest['kind']> => [kind, name, say.kindHelp[kind]])}
        {...form.bind('kind')}
      />
      <LongTextField optional rows={3} label={say.question} hint={say.questionHint} {...form.bind('question')} />
      <DateField label={say.receivedOn} hint={say.receivedOnHint} {...form.bind('receivedOn')} />
      <SelectField label={say.channel} options={options(say.channels)} {...form.bind('channel')} />
      <RadioField label={say.askedBy} hint={say.askedByHint} options={options(say.askedByOptions)} {...form.bind('askedBy')} />
      {askedBy === 'representative' && (
        <>
          <SelectField label={say.authority} options={options(say.authorities)} {...form.bind('authority')} />
          <TextField label={say.representativeName} {...form.bind('representativeName')} />
        </>
      )}
      <RadioField label={say.identityNow} hint={say.identityNowHint} options={[['', say.identityLater], ...options(say.identities)]} {...form.bind('identityHow')} />
    </Form>
  );
}

function useRecordForm(draftKey: string, first: string, alone: boolean) {
  const { rights: say } = useText();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  const initial: Draft = {
    memberId: alone ? first : '', kind: '', receivedOn: today(), channel: 'conversation', question: '', askedBy: '', authority: '', representativeName: '', identityHow: '',
  };
  return useForm({
    initial,
    draft: { key: draftKey },
    check: ({ memberId, kind, receivedOn, channel, askedBy }) =>
      missing(
        ['memberId', memberId, say.required.memberId], ['kind', kind, say.required.kind], ['receivedOn', receivedOn, say.required.receivedOn],
        ['channel', channel, say.required.channel], ['askedBy', askedBy, say.required.askedBy],
      ),
    send: (draft) => {
      const body = bodyOf(draft);
      return dataOf(api.POST('/v1/rights-requests', { params: { header: once(body) }, body }));
    },
    done: ({ id }) => {
      announce(say.recorded);
      void navigate({ to: '/privacy/verzoeken/$id', params: { id } });
    },
  });
}

function bodyOf({ authority, representativeName, identityHow, question, ...draft }: Draft): NewRightsRequest {
  const byAnother = draft.askedBy === 'representative' ? { authority: authority || undefined, representativeName: representativeName || undefined } : {};
  return { ...draft, ...byAnother, question: question || undefined, identityHow: identityHow || undefined } as NewRightsRequest;
}
