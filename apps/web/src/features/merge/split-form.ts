import type { NewSplit, SplitPreview } from '../../api/types.js';

export type Where = 'here' | 'there' | 'both';

export interface SplitValues {
  where: Record<string, Where>;
  mainThere: string;
  mainHereId: string;
  safetyChecked: boolean;
  postcode: string;
  houseNumber: string;
  suffix: string;
  city: string;
  hidden: boolean;
}

export const emptySplit = ({ members }: SplitPreview): SplitValues => ({
  where: Object.fromEntries(members.map(({ id }) => [id, 'here' as const])),
  mainThere: '', mainHereId: '', safetyChecked: false, postcode: '', houseNumber: '', suffix: '', city: '', hidden: false,
});

export const whoGoes = ({ members }: SplitPreview, { where }: SplitValues): SplitPreview['members'] => members.filter(({ id }) => where[id] !== 'here');

export const goesAway = ({ members }: SplitPreview, { where }: SplitValues): string[] => members.filter(({ id }) => where[id] === 'there').map(({ id }) => id);

/** In the new dossier somebody keeps the place they have, unless they become its main person, or it has one already. */
export function bodyOf(data: SplitPreview, values: SplitValues): NewSplit {
  const { mainThere, mainHereId, safetyChecked, postcode, houseNumber, suffix, city, hidden } = values;
  const main = data.members.find(({ role }) => role === 'main');
  const members = whoGoes(data, values).map(({ id, role }) => ({
    memberId: id, staysToo: values.where[id] === 'both', role: id === mainThere ? ('main' as const) : role === 'main' ? ('other' as const) : role,
  }));
  const address = postcode ? { postcode, houseNumber, suffix: suffix || undefined, city, protected: hidden } : undefined;
  const mainLeaves = main && values.where[main.id] === 'there';
  return { members, mainHereId: mainLeaves && mainHereId ? mainHereId : undefined, safetyChecked, address };
}
