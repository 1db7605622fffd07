export {
  CheckField,
  CheckboxesField,
  DateField,
  LongTextField,
  MoneyField,
  RadioField,
  SelectField,
  TextField,
  type Option,
} from './fields.js';
export { FileField } from './FileField.js';
export { fieldId } from './path.js';
export { FieldLink } from './FieldLink.js';
export { Form } from './Form.js';
export { GroupFrame } from './FieldFrame.js';
export { Meanwhile } from './Meanwhile.js';
export { missing } from './check.js';
export { useForm, type Bound, type Errors } from './useForm.js';
