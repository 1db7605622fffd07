export { ACTIVITY_CODES, type ActivityCode, auditedAction, AUDITED_ACTIONS, findAuditedAction } from './activities.js';
export { dataSubjects, type KnownPeople, type TouchingLine } from './data-subjects.js';
export { accessLogSetting, type SeenLine, type ShownEmployee, type Sighting, sightings, TOLD } from './who-saw.js';
export { type ActivityContent, activityProblems, mayKeepRegister } from './register.js';
