import type { Capacity, Dossier, WhoDecides } from '../../api/types.js';
import { CheckField, GroupFrame, RadioField, SelectField, TextField, type Bound } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { OUTSIDE, type AgreedDraft } from './agreed-by.js';

interface WhoAgreedProps {
  form: { values: AgreedDraft; at: <T>(name: string) => Bound<T>; errors: Record<string, string> };
  household: Dossier;
  memberId: string;
  decides: WhoDecides['help'];
  /** Whose yes is needed, as the API says it. */
  text: string;
}

/** Who said yes. Whose yes is needed stands above; the server judges whether it is enough. */
export function WhoAgreed({ form, household, memberId, decides, text }: WhoAgreedProps) {
  const { records: say } = useText();
  const member = household.members.find(({ id }) => id === memberId);
  if (!member) return null;
  const asksSelf = decides === 'self' || decides === 'child-and-parents';
  const others = household.members.filter(({ id, age }) => id !== memberId && age >= 18).map(({ id, name }) => [id, name] as const);
  const { agreedOther } = form.values;
  return (
    <GroupFrame name="agreedBy" label={say.who.legend} hint={text} error={form.errors['agreedBy']} optional={false}>
      {asksSelf && <CheckField label={say.who.self(member.name)} {...form.at<boolean>('agreedSelf')} />}
      <SelectField
        optional={decides === 'self'}
        label={asksSelf ? say.who.also : say.who.other}
        options={[...others, [OUTSIDE, say.who.outside]]}
        {...form.at<string>('agreedOther')}
      />
      {agreedOther === OUTSIDE && <TextField label={say.who.name} {...form.at<string>('agreedName')} />}
      {agreedOther && <RadioField<Capacity> label={say.who.capacity} options={capacitiesFor(member.age).map((name) => [name, say.capacities[name]])} {...form.at<Capacity>('agreedCapacity')} />}
    </GroupFrame>
  );
}

const capacitiesFor = (age: number): Capacity[] => (age < 18 ? ['parent-with-authority', 'guardian', 'parent-without-authority'] : ['mentor', 'curator']);
