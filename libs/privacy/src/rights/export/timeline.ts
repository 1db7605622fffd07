/**
 * Lines of a family's story, by the first word of their kind. Of the family: a fixed sentence without a name, for everybody in
 * it. Of one person: it may be another one (that a partner asked for inspection, or that a child got a referral), and is told
 * in that person's own parts. Whatever is not named here somebody wrote in their own words: the officer looks first.
 */
const OF_THE_FAMILY = ['household', 'assignment', 'substitution', 'canvas', 'plan', 'fund-request', 'score-round', 'case', 'escalation', 'aftercare'];
const OF_ONE_PERSON = ['legal-basis', 'secrecy-release', 'help-agreement', 'parental-authority', 'referral', 'meeting', 'rights-request', 'member', 'life-event', 'representative', 'network'];

const list = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');
const family = (line: string): string => `(split_part(${line}.kind, '.', 1) IN (${list(OF_THE_FAMILY)}) OR ${line}.kind = 'break-glass.opened')`;

export const isOfTheFamily = family;
export const isOwnWords = (line: string): string => `NOT ${family(line)} AND split_part(${line}.kind, '.', 1) NOT IN (${list(OF_ONE_PERSON)})`;
