/** Filters in the address: ids and states only, and nothing that is not on the list. */
export const oneOf =
  <const T extends readonly string[]>(...allowed: T) =>
  (value: unknown): T[number] | undefined =>
    allowed.find((option) => option === value);

export const urgencyFilter = oneOf('spoed', 'hoog', 'normaal', 'laag');
export const householdStateFilter = oneOf('waiting-list', 'intake', 'draft-plan', 'active', 'scaled-up', 'aftercare', 'closed');
export const signalStateFilter = oneOf('new', 'visit-planned', 'not-reached', 'spoken', 'waiting-list', 'no-help', 'already-helped', 'given-up');
export const householdOrder = oneOf('next-step', 'urgency', 'name');
export const householdDue = oneOf('late', 'week', 'none');
export const referralStateFilter = oneOf('requested', 'accepted', 'in-progress', 'completed', 'rejected', 'cancelled', 'expired');
/** The states a person filters fund requests on, in the order of the work. */
export const FUND_STATES = [
  'draft',
  'submitted',
  'incomplete',
  'under-review',
  'on-agenda',
  'committee-advice',
  'granted',
  'partly-granted',
  'refused',
] as const;
export const fundStateFilter = oneOf(...FUND_STATES);
export const timelineGroupFilter = oneOf('contact', 'case', 'plan', 'referral', 'money', 'meeting', 'sharing', 'people', 'other');
export const idFilter = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : undefined;

export const actionFilter = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[a-z-]{1,30}\.[a-z-]{1,30}$/.test(value) ? value : undefined;
export const dayFilter = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;

/** The filters of one page; what is not on the list is left out of the address. */
export const filters =
  <F extends Record<string, (value: unknown) => string | undefined>>(allowed: F) =>
  (search: Record<string, unknown>): { [K in keyof F]?: NonNullable<ReturnType<F[K]>> } => {
    const kept = Object.entries(allowed).map(([name, read]) => [name, read(search[name])] as const);
    return Object.fromEntries(kept.filter(([, value]) => value !== undefined)) as { [K in keyof F]?: NonNullable<ReturnType<F[K]>> };
  };
