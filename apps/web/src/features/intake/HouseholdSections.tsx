import type { Urgency } from '../../api/types.js';
import {
  CheckboxesField,
  CheckField,
  DateField,
  LongTextField,
  RadioField,
  TextField,
  type Bound,
  type Option,
} from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import type { HouseholdDraft } from './new-household.js';

export interface SectionForm {
  at: <T>(name: string) => Bound<T>;
  bind: <K extends keyof HouseholdDraft & string>(name: K) => Bound<HouseholdDraft[K]>;
}

export function AboutSection({ form }: { form: SectionForm }) {
  const { intake, words, lifeDomains } = useText();
  return (
    <section className="form__section">
      <h2>{intake.about}</h2>
      <RadioField
        label={intake.urgency}
        options={Object.entries(words.urgency) as unknown as Option<Urgency>[]}
        {...form.bind('urgency')}
      />
      <TextField optional label={intake.urgencyReason} {...form.bind('urgencyReason')} />
      <DateField label={intake.reportedOn} {...form.bind('reportedOn')} />
      <TextField label={intake.source} hint={intake.sourceHint} {...form.bind('source')} />
      <CheckboxesField label={intake.lifeDomains} options={Object.entries(lifeDomains)} {...form.bind('lifeDomains')} />
      <LongTextField optional label={intake.note} hint={intake.noteHint} {...form.bind('note')} />
    </section>
  );
}

export function AddressSection({ form }: { form: SectionForm }) {
  const { intake } = useText();
  return (
    <section className="form__section">
      <h2>{intake.address}</h2>
      <TextField short label={intake.postcode} {...form.at<string>('address.postcode')} />
      <TextField short label={intake.houseNumber} {...form.at<string>('address.houseNumber')} />
      <TextField short optional label={intake.suffix} {...form.at<string>('address.suffix')} />
      <TextField label={intake.city} {...form.at<string>('address.city')} />
      <TextField optional label={intake.neighbourhood} {...form.at<string>('address.neighbourhood')} />
      <CheckField optional label={intake.protected} hint={intake.protectedHint} {...form.at<boolean>('address.protected')} />
    </section>
  );
}
