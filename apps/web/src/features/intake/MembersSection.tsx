import { Button, ErrorMessage } from '../../components/amsterdam.js';
import { useRef } from 'react';
import type { Member } from '../../api/types.js';
import { DateField, fieldId, RadioField, TextField, type Option } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import type { SectionForm } from './HouseholdSections.js';
import { emptyMember, type MemberDraft } from './new-household.js';

export function MembersSection({ form }: { form: SectionForm }) {
  const { intake } = useText();
  const members = form.bind('members');
  const list = useRef<HTMLDivElement>(null);
  const focusLast = () => requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('section:last-of-type h3')?.focus());
  const add = () => {
    members.onChange([...members.value, emptyMember('child', members.value[0]?.lastName)]);
    focusLast();
  };
  const remove = (index: number) => {
    members.onChange(members.value.filter((_, position) => position !== index));
    focusLast();
  };
  return (
    <section className="form__section">
      <h2>{intake.members}</h2>
      <div className="stack-l" ref={list}>
        {members.value.map((member, index) => (
          <MemberFields key={index} form={form} index={index} member={member} onRemove={index > 0 ? () => remove(index) : undefined} />
        ))}
      </div>
      <div>
        <Button type="button" variant="secondary" onClick={add}>
          {intake.addMember}
        </Button>
      </div>
    </section>
  );
}

interface MemberFieldsProps {
  form: SectionForm;
  index: number;
  member: MemberDraft;
  onRemove: (() => void) | undefined;
}

function MemberFields({ form, index, member, onRemove }: MemberFieldsProps) {
  const { intake, words, forms } = useText();
  const at = (field: keyof MemberDraft) => form.at<string>(`members.${index}.${field}`);
  return (
    <section className="sheet" id={fieldId(`members.${index}`)} aria-label={intake.member(index + 1)}>
      <div className="row row--between">
        <h3 tabIndex={-1}>{member.firstName || intake.member(index + 1)}</h3>
        {onRemove && (
          <button type="button" className="linklike" onClick={onRemove}>
            {intake.removeMember(index + 1)}
          </button>
        )}
      </div>
      {form.at(`members.${index}`).error && <ErrorMessage prefix={forms.errorPrefix}>{form.at(`members.${index}`).error}</ErrorMessage>}
      <RadioField
        label={intake.role}
        options={Object.entries(words.member) as unknown as Option<Member['role']>[]}
        {...form.at<Member['role']>(`members.${index}.role`)}
      />
      <TextField label={intake.firstName} {...at('firstName')} />
      <TextField optional short label={intake.infix} {...at('infix')} />
      <TextField label={intake.lastName} {...at('lastName')} />
      <DateField label={intake.birthDate} {...at('birthDate')} />
      <TextField optional short inputMode="numeric" label={intake.bsn} hint={intake.bsnHint} {...at('bsn')} />
      <TextField optional type="tel" label={intake.phone} {...at('phone')} />
      <TextField optional type="email" label={intake.email} {...at('email')} />
    </section>
  );
}
