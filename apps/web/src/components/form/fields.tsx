import { Checkbox, DateInput, Radio, Select, TextArea, TextInput } from '../amsterdam.js';
import type { InputHTMLAttributes } from 'react';
import { useText } from '../../i18n/index.js';
import { BareFrame, FieldFrame, GroupFrame, wire, type FieldText } from './FieldFrame.js';
import type { Bound } from './useForm.js';

type Question<T> = FieldText & Bound<T>;
export type Option<T extends string = string> = readonly [value: T, label: string, hint?: string];

interface TextFieldProps extends Question<string> {
  type?: 'text' | 'email' | 'tel';
  autoComplete?: string;
  inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode'];
}

export function TextField({ type = 'text', autoComplete = 'off', inputMode, ...question }: TextFieldProps) {
  const extra = { type, autoComplete, inputMode };
  return (
    <FieldFrame {...question}>
      <TextInput {...wire(question)} {...extra} value={question.value} onChange={(e) => question.onChange(e.target.value)} />
    </FieldFrame>
  );
}

export function LongTextField({ rows = 4, ...question }: Question<string> & { rows?: number }) {
  return (
    <FieldFrame {...question}>
      <TextArea
        {...wire(question)}
        rows={rows}
        resize="vertical"
        value={question.value}
        onChange={(e) => question.onChange(e.target.value)}
      />
    </FieldFrame>
  );
}

export function DateField({ type = 'date', ...question }: Question<string> & { type?: 'date' | 'datetime-local' }) {
  return (
    <FieldFrame short {...question}>
      <DateInput {...wire(question)} type={type} value={question.value} onChange={(e) => question.onChange(e.target.value)} />
    </FieldFrame>
  );
}

export function MoneyField(question: Question<string>) {
  const { forms } = useText();
  return <TextField short inputMode="decimal" {...question} hint={question.hint ?? forms.moneyHint} />;
}

export function SelectField({ options, ...question }: Question<string> & { options: readonly Option[] }) {
  const { forms } = useText();
  return (
    <FieldFrame {...question}>
      <Select {...wire(question)} value={question.value} onChange={(e) => question.onChange(e.target.value)}>
        <Select.Option value="">{forms.choose}</Select.Option>
        {options.map(([value, label]) => (
          <Select.Option key={value} value={value}>
            {label}
          </Select.Option>
        ))}
      </Select>
    </FieldFrame>
  );
}

interface RadioFieldProps<T extends string> extends FieldText {
  value: T | '';
  onChange: (value: T) => void;
  options: readonly Option<T>[];
}

export function RadioField<T extends string>({ options, ...question }: RadioFieldProps<T>) {
  return (
    <GroupFrame {...question}>
      {options.map(([value, label, hint]) => (
        <Radio key={value} name={question.name} value={value} checked={question.value === value} onChange={() => question.onChange(value)}>
          <span>
            {label}
            {hint && <span className="quiet small"> – {hint}</span>}
          </span>
        </Radio>
      ))}
    </GroupFrame>
  );
}

export function CheckboxesField<T extends string>({ options, ...question }: Question<T[]> & { options: readonly Option<T>[] }) {
  const toggle = (value: T, on: boolean) =>
    question.onChange(on ? [...question.value, value] : question.value.filter((chosen) => chosen !== value));
  return (
    <GroupFrame {...question} many={options.length > 5}>
      {options.map(([value, label]) => (
        <Checkbox key={value} checked={question.value.includes(value)} onChange={(e) => toggle(value, e.target.checked)}>
          {label}
        </Checkbox>
      ))}
    </GroupFrame>
  );
}

export function CheckField(question: Question<boolean>) {
  return (
    <BareFrame {...question}>
      <Checkbox {...wire(question)} checked={question.value} onChange={(e) => question.onChange(e.target.checked)}>
        {question.label}
      </Checkbox>
    </BareFrame>
  );
}
