/** The thirteen areas of life of domain.md, with their Dutch names. */
export const LIFE_DOMAINS = {
  finances: 'Geld',
  'work-education': 'Werk en opleiding',
  'use-of-time': 'Tijdsbesteding',
  housing: 'Wonen',
  'home-relations': 'Relaties thuis',
  'mental-health': 'Geestelijke gezondheid',
  'physical-health': 'Lichamelijke gezondheid',
  'substance-use': 'Middelengebruik',
  'basic-daily-living': 'Dagelijkse verzorging',
  'daily-tasks': 'Taken in en om het huis',
  'social-network': 'Sociaal netwerk',
  participation: 'Meedoen',
  justice: 'Justitie',
} as const;
export type LifeDomain = keyof typeof LIFE_DOMAINS;

export const isLifeDomain = (value: string): value is LifeDomain => Object.hasOwn(LIFE_DOMAINS, value);
