/** What a line of the family's story is about, as the filter calls it, with the first words of its kinds. */
export const TIMELINE_GROUPS = {
  contact: ['contact'],
  case: ['household', 'case', 'assignment', 'substitution', 'handover', 'escalation', 'aftercare', 'closure', 'waiting-list', 'early-signal', 'merge', 'split'],
  plan: ['plan', 'family-plan', 'plan-goal', 'plan-action', 'plan-phase', 'plan-scheme', 'scores', 'score', 'life-event', 'canvas'],
  referral: ['referral'],
  money: ['fund-request', 'fund', 'bouwdepot', 'payment'],
  meeting: ['meeting', 'case-review'],
  sharing: ['legal-basis', 'secrecy-release', 'help-agreement', 'parental-authority', 'break-glass', 'rights-request', 'rights-export', 'birthday-review'],
  people: ['member', 'network', 'representative', 'address'],
} as const satisfies Record<string, readonly string[]>;
export type TimelineGroup = keyof typeof TIMELINE_GROUPS | 'other';
export const TIMELINE_GROUP_NAMES = [...Object.keys(TIMELINE_GROUPS), 'other'] as TimelineGroup[];

const GROUP_OF = new Map<string, TimelineGroup>(Object.entries(TIMELINE_GROUPS).flatMap(([group, words]) => words.map((word) => [word, group as TimelineGroup] as const)));
export const KNOWN_WORDS: readonly string[] = [...GROUP_OF.keys()];

/** The group of a kind such as `referral.accepted`; a kind that nobody placed is `other`, and still stands in the story. */
export const timelineGroup = (kind: string): TimelineGroup => GROUP_OF.get(kind.split('.')[0] ?? '') ?? 'other';

/** The first words that these groups ask for; `other` asks for what is in none. Nothing chosen: everything. */
export function wordsOf(groups: readonly TimelineGroup[]): { readonly words: readonly string[]; readonly other: boolean } {
  if (groups.length === 0) return { words: KNOWN_WORDS, other: true };
  return { words: groups.flatMap((group): readonly string[] => (group === 'other' ? [] : TIMELINE_GROUPS[group])), other: groups.includes('other') };
}
