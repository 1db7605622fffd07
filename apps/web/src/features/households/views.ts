import type { SavedView } from '../../api/types.js';
import type { Messages } from '../../i18n/index.js';
import { householdDue, householdOrder, householdStateFilter } from '../../routes/search.js';

/** What stands in the address of "Mijn gezinnen". */
export interface ViewSearch {
  status?: NonNullable<ReturnType<typeof householdStateFilter>>;
  wanneer?: NonNullable<ReturnType<typeof householdDue>>;
  volgorde?: NonNullable<ReturnType<typeof householdOrder>>;
}

const without = (search: { [K in keyof ViewSearch]: ViewSearch[K] | undefined }): ViewSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));

export const viewOf = ({ state, due, order }: SavedView): ViewSearch =>
  without({ status: householdStateFilter(state), wanneer: householdDue(due), volgorde: householdOrder(order) });

/** The order in which one reads everything is the first one; leaving it out says the same. */
export const isSame = (a: ViewSearch, b: ViewSearch): boolean =>
  a.status === b.status && a.wanneer === b.wanneer && (a.volgorde ?? 'next-step') === (b.volgorde ?? 'next-step');

/** `dated`: what is due in a dossier is not for a team lead. */
export function standardViews(say: Messages['households'], dated: boolean): { name: string; search: ViewSearch }[] {
  return [
    { name: say.viewAll, search: {} },
    ...(dated ? (['late', 'week', 'none'] as const).map((wanneer) => ({ name: say.dueBy[wanneer], search: { wanneer } })) : []),
    { name: say.viewScaledUp, search: { status: 'scaled-up' } },
  ];
}
