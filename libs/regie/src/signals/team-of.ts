import { type Actor, DomainError } from '#kernel';

/** Signals are of the team of whoever brought them in. Throws `forbidden` for who has none. */
export function teamOf({ teamIds: [team] }: Actor): string {
  if (!team) throw new DomainError('early-signal.no-team', 'Je hoort nog bij geen team. Vraag je beheerder om een team.', { kind: 'forbidden' });
  return team;
}
