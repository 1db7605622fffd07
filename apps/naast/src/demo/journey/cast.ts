import type { LocalDate } from '#kernel';
import type { Tale } from './tale.js';
import type { Visitor } from './visitor.js';

export const CAST = ['case-worker', 'team-lead', 'regisseur', 'gkb', 'humanitas', 'fund-secretary', 'committee-member', 'decision-maker'] as const;
export type Role = (typeof CAST)[number];

/** Everybody in the journey, and where it takes place. */
export interface Stage {
  readonly tale: Tale;
  readonly as: Readonly<Record<Role, Visitor>>;
  readonly now: () => Date;
  readonly today: LocalDate;
}

/** The family that the journey follows. */
export interface Family {
  readonly id: string;
  readonly caseNumber: string;
  readonly main: { readonly id: string; readonly firstName: string };
  readonly child: { readonly id: string; readonly firstName: string };
}
