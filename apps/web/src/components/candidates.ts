import type { Messages } from '../i18n/index.js';
import type { Option } from './form/index.js';

interface Loaded {
  id: string;
  name: string;
  caseload: number;
  coming: number;
  bandMin: number;
  bandMax: number;
  level: keyof Messages['caseload']['level'];
  wouldBeAbove: boolean;
}

/** Who has most room comes first; one may still choose someone else. */
export const candidateOptions = (people: readonly Loaded[], say: Messages['caseload']): Option[] => {
  const room = ({ bandMax, caseload, coming }: Loaded): number => bandMax - caseload - coming;
  return [...people].sort((a, b) => room(b) - room(a)).map((one) => [one.id, one.name, lineOf(one, say)]);
};

const lineOf = ({ caseload, coming, bandMin, bandMax, level, wouldBeAbove }: Loaded, say: Messages['caseload']): string =>
  `${say.load(caseload, coming, bandMin, bandMax)}, ${say.level[wouldBeAbove && level !== 'above' ? 'full' : level]}`;
