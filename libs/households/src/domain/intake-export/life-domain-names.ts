import { normaliseName } from '#kernel';
import { LIFE_DOMAINS, type LifeDomain } from '../life-domain.js';

/** What intake exports call the life domains, besides the names on our own screens. */
const OTHER_NAMES: Readonly<Record<LifeDomain, readonly string[]>> = {
  'finances': ['financiën', 'geldzaken', 'schulden', 'inkomen'],
  'work-education': ['werk & opleiding', 'werk', 'opleiding', 'onderwijs'],
  'use-of-time': ['dagbesteding'],
  'housing': ['huisvesting'],
  'home-relations': ['huiselijke relaties', 'gezinsrelaties'],
  'mental-health': ['psychische gezondheid'],
  'physical-health': ['fysieke gezondheid'],
  'substance-use': ['verslaving'],
  'basic-daily-living': ['basale ADL', 'algemene dagelijkse levensverrichtingen', 'zelfzorg'],
  'daily-tasks': ['instrumentele ADL', 'dagelijkse taken', 'huishouden'],
  'social-network': [],
  'participation': ['maatschappelijke participatie', 'participatie'],
  'justice': ['politie en justitie'],
};

const byName = new Map<string, LifeDomain>();
for (const code of Object.keys(OTHER_NAMES) as LifeDomain[]) {
  for (const name of [code, LIFE_DOMAINS[code], ...OTHER_NAMES[code]]) byName.set(normaliseName(name), code);
}

/** The code for a Dutch name (accents and capitals do not matter), or undefined. */
export const findLifeDomain = (name: string): LifeDomain | undefined => byName.get(normaliseName(name));
