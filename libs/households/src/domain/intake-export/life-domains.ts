import { normaliseName } from '#kernel';

/** The thirteen life domains, with the names that intake exports use for them. */
const NAMES = {
  'finances': ['financiën', 'geld', 'geldzaken', 'schulden', 'inkomen'],
  'work-education': ['werk en opleiding', 'werk & opleiding', 'werk', 'opleiding', 'onderwijs'],
  'use-of-time': ['tijdsbesteding', 'dagbesteding'],
  'housing': ['huisvesting', 'wonen'],
  'home-relations': ['huiselijke relaties', 'relaties thuis', 'gezinsrelaties'],
  'mental-health': ['geestelijke gezondheid', 'psychische gezondheid'],
  'physical-health': ['lichamelijke gezondheid', 'fysieke gezondheid'],
  'substance-use': ['middelengebruik', 'verslaving'],
  'basic-daily-living': ['basale ADL', 'algemene dagelijkse levensverrichtingen', 'zelfzorg'],
  'daily-tasks': ['instrumentele ADL', 'dagelijkse taken', 'huishouden'],
  'social-network': ['sociaal netwerk'],
  'participation': ['maatschappelijke participatie', 'participatie', 'meedoen'],
  'justice': ['justitie', 'politie en justitie'],
} as const;

export type LifeDomain = keyof typeof NAMES;

export const LIFE_DOMAINS = Object.keys(NAMES) as LifeDomain[];

const byName = new Map(LIFE_DOMAINS.flatMap((code) => [code, ...NAMES[code]].map((name) => [normaliseName(name), code] as const)));

/** The code for a Dutch name (accents and capitals do not matter), or undefined. */
export const findLifeDomain = (name: string): LifeDomain | undefined => byName.get(normaliseName(name));
