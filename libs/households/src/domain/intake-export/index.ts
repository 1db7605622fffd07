export { addressKeyOf, type AddressParts } from './address-key.js';
export { MAX_BYTES as MAX_INTAKE_FILE_BYTES } from './decode.js';
export type { IntakeAddress, IntakeMember, IntakePlan, IntakeRole, KnownHousehold, KnownMember, NewHousehold, NewMember, Refusal as IntakeRefusal, Warning as IntakeWarning } from './intake-plan.js';
export { planIntakeImport, type IntakeImportRules } from './plan-intake-import.js';
export { refusedRowsTable, type Table as RefusedRowsTable } from './refused-rows.js';
export { normalisedNameOf } from './same-person.js';
