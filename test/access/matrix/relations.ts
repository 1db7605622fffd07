/**
 * How somebody stands to the thing that is asked. `own`: involved in it, of its team, or of the organisation it went to, as fits
 * the role. `colleague`: of the same team and organisation, not involved. `team`, `organisation`, `municipality`: the same role
 * in another one, at work on a family of their own there. `none`: the same role here, without a team or a family.
 */
export const RELATIONS = ['own', 'colleague', 'team', 'organisation', 'municipality', 'none'] as const;
export type Relation = (typeof RELATIONS)[number];
