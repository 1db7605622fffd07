import type { HouseholdRow, Urgency } from '../../api/types.js';

export type Order = 'nextStep' | 'urgency' | 'name';

const weight: Record<Urgency, number> = { spoed: 0, hoog: 1, normaal: 2, laag: 3 };
const far = '9999';

const compare: Record<Order, (a: HouseholdRow, b: HouseholdRow) => number> = {
  nextStep: (a, b) => (a.nextStep?.dueOn ?? far).localeCompare(b.nextStep?.dueOn ?? far),
  urgency: (a, b) => weight[a.urgency] - weight[b.urgency],
  name: (a, b) => a.name.localeCompare(b.name, 'nl'),
};

/** A caseload fits on one page, so the order of what is loaded is the order of all. */
export const ordered = (rows: readonly HouseholdRow[], order: Order): HouseholdRow[] => [...rows].sort(compare[order]);
