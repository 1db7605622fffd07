// One door to the design system: its own entry file drags every component along.
export { Button } from '@amsterdam/design-system-react/dist/Button/index.js';
export { Checkbox } from '@amsterdam/design-system-react/dist/Checkbox/index.js';
export { DateInput } from '@amsterdam/design-system-react/dist/DateInput/index.js';
export { Dialog } from '@amsterdam/design-system-react/dist/Dialog/index.js';
export { ErrorMessage } from '@amsterdam/design-system-react/dist/ErrorMessage/index.js';
export { Field } from '@amsterdam/design-system-react/dist/Field/index.js';
export { FieldSet } from '@amsterdam/design-system-react/dist/FieldSet/index.js';
export { FileInput } from '@amsterdam/design-system-react/dist/FileInput/index.js';
export { Label } from '@amsterdam/design-system-react/dist/Label/index.js';
export { Radio } from '@amsterdam/design-system-react/dist/Radio/index.js';
export { Select } from '@amsterdam/design-system-react/dist/Select/index.js';
export { TextArea } from '@amsterdam/design-system-react/dist/TextArea/index.js';
export { TextInput } from '@amsterdam/design-system-react/dist/TextInput/index.js';
