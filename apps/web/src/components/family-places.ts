import type { LinkProps } from '@tanstack/react-router';
import type { Messages } from '../i18n/index.js';

export interface FamilyPlace {
  to: LinkProps['to'] & `/gezinnen/$id${string}`;
  name: keyof Messages['family']['places'];
  /** Not for the team lead to whom a family is scaled up: only who works with the family reads it. */
  involvedOnly?: true;
}

/** The pages of one family, in the order in which the work goes. */
export const familyPlaces: readonly FamilyPlace[] = [
  { to: '/gezinnen/$id', name: 'overview' },
  { to: '/gezinnen/$id/verloop', name: 'course' },
  { to: '/gezinnen/$id/plan', name: 'plan' },
  { to: '/gezinnen/$id/mensen', name: 'people' },
  { to: '/gezinnen/$id/leefgebieden', name: 'domains', involvedOnly: true },
  { to: '/gezinnen/$id/gebeurtenissen', name: 'events', involvedOnly: true },
  { to: '/gezinnen/$id/tijdlijn', name: 'timeline' },
  { to: '/gezinnen/$id/overleggen', name: 'meetings', involvedOnly: true },
  { to: '/gezinnen/$id/wie-ziet-wat', name: 'sharing', involvedOnly: true },
];
