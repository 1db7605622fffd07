import { addDays, addMonths, type LocalDate } from '#kernel';
import { birthdayOn } from '#privacy/domain';
import { isEnded, type HouseholdState } from '#households/domain';

/** The 18th birthday; who was born on 29 February reaches it on 1 March. */
export const eighteenOn = (birthDate: LocalDate): LocalDate => birthdayOn(birthDate, 18);

/** From `months` before the 18th birthday (17½ by default) up to the day before it: also after days on which nobody looked. */
export const isNearlyEighteen = (birthDate: LocalDate, today: LocalDate, months: number): boolean => {
  const on = eighteenOn(birthDate);
  return today >= addMonths(on, -months) && today <= addDays(on, -1);
};

/** Somebody works with the family now: before that there is no plan to put actions in, and nobody to remind. */
export const isHelped = (state: HouseholdState): boolean => !isEnded(state) && state !== 'reported' && state !== 'safety-check' && state !== 'waiting-list';
