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

/** The main person goes: somebody else becomes it here. */
export const mainLeaves = ({ members }: SplitPreview, { where }: SplitValues): boolean => members.some(({ id, role }) => role === 'main' && where[id] === 'there');

/** What is not filled in yet, beside the question it is about. */
export function splitErrors(data: SplitPreview, values: SplitValues, say: { somebody: string; main: string }): Record<string, string> {
  const first = data.members[0]?.id ?? '';
  if (goesAway(data, values).length === 0) return { [`where.${first}`]: say.somebody };
  return {
    ...(values.mainThere ? {} : { mainThere: say.main }),
    ...(mainLeaves(data, values) && !values.mainHereId ? { mainHereId: say.main } : {}),
  };
}

/** In the new dossier somebody keeps the place they have, unless they become its main person, or it has one already. */
export function bodyOf(data: SplitPreview, values: SplitValues): NewSplit {
  const { mainThere, mainHereId, safetyChecked, postcode, houseNumber, suffix, city, hidden } = values;
  const members = whoGoes(data, values).map(({ id, role }) => ({
    memberId: id, staysToo: values.where[id] === 'both', role: id === mainThere ? ('main' as const) : role === 'main' ? ('other' as const) : role,
  }));
  const address = postcode ? { postcode, houseNumber, suffix: suffix || undefined, city, protected: hidden } : undefined;
  return { members, mainHereId: mainLeaves(data, values) && mainHereId ? mainHereId : undefined, safetyChecked, address };
}
