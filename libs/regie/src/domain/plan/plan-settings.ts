const DEFAULT_MONTHS = 3;

/** `settings.plan.reviewMonths`: after how many months a plan is looked at again (ours: 3; at most 12). */
export function reviewMonths(settings: unknown): number {
  const own = (settings as { plan?: { reviewMonths?: unknown } } | null)?.plan?.reviewMonths;
  return typeof own === 'number' && Number.isInteger(own) && own >= 1 && own <= 12 ? own : DEFAULT_MONTHS;
}

const PHONE = /^[+\d][\d -]{5,19}$/;

/** `settings.plan.teamPhones`: per team the number that a family can call; null when there is none. */
export function teamPhone(settings: unknown, teamId: string): string | null {
  const phones = (settings as { plan?: { teamPhones?: Record<string, unknown> | null } } | null)?.plan?.teamPhones;
  const phone = phones?.[teamId];
  return typeof phone === 'string' && PHONE.test(phone) ? phone : null;
}
