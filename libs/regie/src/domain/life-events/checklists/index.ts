import type { ChecklistItem } from '../checklist.js';
import type { LifeEventKind } from '../life-event.js';
import { DEATH } from './death.js';
import { DIVORCE } from './divorce.js';
import { BIRTH, MOVE } from './home-and-birth.js';
import { TURNING_18 } from './turning-18.js';
import { DISABILITY, LEAVING_BENEFITS } from './work-and-income.js';

/** What Naast starts with; a municipality changes it in its settings. */
export const CHECKLISTS: Readonly<Record<LifeEventKind, readonly ChecklistItem[]>> = {
  'turning-18': TURNING_18,
  divorce: DIVORCE,
  death: DEATH,
  disability: DISABILITY,
  'leaving-benefits': LEAVING_BENEFITS,
  move: MOVE,
  birth: BIRTH,
};
