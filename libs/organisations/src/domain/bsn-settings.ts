import { isId } from '#kernel';

export interface BsnSettings {
  /** Organisations to which the municipality gave a mandate to work with the BSN. */
  readonly mandatedOrganisations: readonly string[];
  /** How often one person may see or search a BSN in an hour; above it somebody looks why. */
  readonly looksPerHour: number;
}

const LOOKS_PER_HOUR = 20;

/** The part `bsn` of a municipality's settings. What is not there, or is not what it should be, counts as the strict default. */
export function bsnSettings(settings: unknown): BsnSettings {
  const { mandatedOrganisations, looksPerHour } = ((settings as { bsn?: Partial<Record<keyof BsnSettings, unknown>> } | null)?.bsn ?? {});
  const isLimit = typeof looksPerHour === 'number' && Number.isInteger(looksPerHour) && looksPerHour >= 0;
  return {
    mandatedOrganisations: Array.isArray(mandatedOrganisations) ? mandatedOrganisations.filter(isId) : [],
    looksPerHour: isLimit ? looksPerHour : LOOKS_PER_HOUR,
  };
}
