import { CheckboxesField, DateField, LongTextField, missing, RadioField, TextField, type Bound, type Option } from '../../components/form/index.js';
import { useText, type Messages } from '../../i18n/index.js';
import type { ContactFields as Fields } from './contact-form.js';
import type { ContactKind, Person } from './types.js';

const LONGEST = 20_000;

export const checkContact = (values: Fields, say: Messages['contact']): Record<string, string> => ({
  ...missing(
    ['kind', values.kind, say.required.kind], ['contactAt', values.contactAt, say.required.contactAt],
    ['memberIds', values.memberIds.length > 0 || values.others.trim(), say.required.memberIds], ['discussed', values.discussed, say.required.discussed],
  ),
  ...(values.discussed.length > LONGEST && { discussed: say.tooLong(values.discussed.length.toLocaleString('nl-NL')) }),
});

interface ContactFieldsProps {
  form: { at: <T>(name: string) => Bound<T> };
  people: readonly Person[];
}

export function ContactFields({ form, people }: ContactFieldsProps) {
  const { contact: say } = useText();
  const kind = form.at<string>('kind');
  return (
    <>
      <RadioField<ContactKind> label={say.kind} options={Object.entries(say.kinds) as Option<ContactKind>[]} {...kind} value={kind.value as ContactKind | ''} />
      <DateField type="datetime-local" label={say.contactAt} {...form.at<string>('contactAt')} />
      <CheckboxesField label={say.memberIds} options={people.map(({ id, name }) => [id, name])} {...form.at<string[]>('memberIds')} />
      <TextField optional label={say.others} hint={say.othersHint} {...form.at<string>('others')} />
      <LongTextField rows={8} label={say.discussed} hint={say.discussedHint} {...form.at<string>('discussed')} />
      <TextField optional label={say.nextStep} {...form.at<string>('nextStep')} />
      <DateField optional label={say.remindOn} {...form.at<string>('remindOn')} />
    </>
  );
}
