import { api, dataOf, ifMatch } from '../../api/client.js';
import type { ContactChannel, FamilyPerson, Language } from '../../api/types.js';
import { CheckField, Form, LongTextField, SelectField, TextField, useForm, type Option } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { Theirs, useBackToPeople, useTheirs } from './saving.js';

const draftOf = (member: FamilyPerson) => ({
  phone: member.phone ?? '', email: member.email ?? '', preferredChannel: member.preferredChannel ?? '', language: member.language ?? '', interpreterNeeded: member.interpreterNeeded,
  noCallsFrom: member.noCallsFrom ?? '', noCallsUntil: member.noCallsUntil ?? '', contactRemark: member.contactRemark ?? '', livesElsewhere: member.livesElsewhere,
  elsewhereAgreement: member.elsewhereAgreement ?? '', protectedAddress: member.protectedAddress, version: member.version,
});
type Draft = ReturnType<typeof draftOf>;

export function ContactForm({ id, member }: { id: string; member: FamilyPerson }) {
  const { people: say } = useText();
  const { form, theirs } = useContactForm(id, member);
  const shown = [['phone', say.phone], ['email', say.email], ['contactRemark', say.remarkField], ['noCallsFrom', say.noCallsFrom], ['noCallsUntil', say.noCallsUntil], ['elsewhereAgreement', say.elsewhereWords]] as const;
  return (
    <Form form={form} submit={say.save}>
      {theirs && <Theirs facts={shown.map(([name, label]) => [label, theirs[name], form.values[name]] as const)} take={() => form.change(theirs)} />}
      <TextField type="tel" label={say.phone} optional {...form.bind('phone')} />
      <TextField type="email" label={say.email} optional {...form.bind('email')} />
      <SelectField label={say.preferred} optional options={Object.entries(say.channels) as Option[]} {...form.at<string>('preferredChannel')} />
      <SelectField label={say.language} optional options={Object.entries(say.languages) as Option[]} {...form.at<string>('language')} />
      <CheckField label={say.interpreterNeeded} {...form.bind('interpreterNeeded')} />
      <TextField label={say.noCallsFrom} hint={say.timeHint} optional {...form.bind('noCallsFrom')} />
      <TextField label={say.noCallsUntil} optional {...form.bind('noCallsUntil')} />
      <LongTextField rows={2} label={say.remarkField} hint={say.remarkHint} optional {...form.bind('contactRemark')} />
      <CheckField label={say.elsewhereField} hint={say.elsewhereHint} {...form.bind('livesElsewhere')} />
      {form.values.livesElsewhere && <LongTextField rows={2} label={say.elsewhereWords} hint={say.elsewhereWordsHint} optional {...form.bind('elsewhereAgreement')} />}
      <CheckField label={say.protectedField} hint={say.protectedHint} {...form.bind('protectedAddress')} />
    </Form>
  );
}

const bodyOf = (draft: Omit<Draft, 'version'>) => ({
  ...draft,
  phone: draft.phone || undefined, email: draft.email || undefined, preferredChannel: (draft.preferredChannel || undefined) as ContactChannel | undefined,
  language: (draft.language || undefined) as Language | undefined, noCallsFrom: draft.noCallsFrom || undefined, noCallsUntil: draft.noCallsUntil || undefined,
  contactRemark: draft.contactRemark || undefined, elsewhereAgreement: draft.livesElsewhere ? draft.elsewhereAgreement || undefined : undefined,
});

function useContactForm(id: string, member: FamilyPerson) {
  const back = useBackToPeople(id);
  const { theirs, stale } = useTheirs(id, ({ members }) => {
    const now = members.find((one) => one.id === member.id);
    return now && draftOf(now);
  });
  const form = useForm({
    initial: draftOf(member),
    draft: { key: `mensen.contact.${member.id}` },
    send: ({ version, ...draft }: Draft) =>
      dataOf(api.PUT('/v1/households/{id}/members/{memberId}/contact', { params: { path: { id, memberId: member.id }, header: ifMatch(version) }, body: bodyOf(draft) })),
    stale,
    done: () => back(),
  });
  return { form, theirs };
}
