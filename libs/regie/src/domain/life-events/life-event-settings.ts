import type { ChecklistItem, ItemTerm } from './checklist.js';
import { CHECKLISTS } from './checklists/index.js';
import { LIFE_EVENT_KINDS, type LifeEventKind } from './life-event.js';

export interface LifeEventSettings {
  /** How many months before the 18th birthday Naast proposes the checklist: 6 is at 17½. */
  readonly noticeMonths: number;
  readonly checklists: Readonly<Record<LifeEventKind, readonly ChecklistItem[]>>;
}

type Loose = Readonly<Record<string, unknown>>;
const part = (value: unknown): Loose => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const whole = (value: unknown, least: number, most: number): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : undefined;

function termOf(own: Loose): ItemTerm {
  const [months, days, workingDays] = [whole(own['months'], -24, 36), whole(own['days'], -731, 1_100), whole(own['workingDays'], 0, 60)];
  return { ...(months !== undefined && { months }), ...(days !== undefined && { days }), ...(workingDays !== undefined && { workingDays }), ...(own['shift'] === true && { shift: true }) };
}

function itemOf(value: unknown): ChecklistItem[] {
  const { code, text, owner, ...term } = part(value);
  if (typeof code !== 'string' || !/^[a-z0-9-]{1,40}$/.test(code) || typeof text !== 'string' || text.trim() === '' || text.length > 300) return [];
  return [{ code, text: text.trim(), owner: owner === 'member' ? 'member' : 'regisseur', term: termOf(term) }];
}

/** `leaveOut`: codes of the list of Naast that this municipality does not use; `items`: its own, also in place of one with the same code. */
function checklistOf(kind: LifeEventKind, value: unknown): readonly ChecklistItem[] {
  const own = part(value);
  const items = list(own['items']).flatMap(itemOf);
  const gone = new Set([...list(own['leaveOut']), ...items.map(({ code }) => code)]);
  return [...CHECKLISTS[kind].filter(({ code }) => !gone.has(code)), ...items.filter(({ code }, at) => items.findIndex((one) => one.code === code) === at)];
}

/** `municipality.settings.lifeEvents`; what is missing or makes no sense is the default. */
export function lifeEventSettings(settings: unknown): LifeEventSettings {
  const own = part(part(settings)['lifeEvents']);
  const checklists = Object.fromEntries(LIFE_EVENT_KINDS.map((kind) => [kind, checklistOf(kind, own[kind])])) as Record<LifeEventKind, readonly ChecklistItem[]>;
  return { noticeMonths: whole(own['noticeMonths'], 1, 12) ?? 6, checklists };
}
