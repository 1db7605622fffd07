import { addDays, DomainError, type LocalDate } from '#kernel';

/** What makes undoing impossible; the answers of `access.undo_merge`, in words for people. */
const WHY_NOT = {
  'undone-already': 'Dit samenvoegen is al teruggedraaid.',
  'too-late': 'Het is te lang geleden om terug te draaien. Gebruik splitsen om er weer twee dossiers van te maken.',
  'survivor-ended': 'Het dossier dat bleef, is intussen beëindigd of zelf samengevoegd. Draai dat eerst terug.',
  'later-merge': 'Daarna is nog een dossier hierin opgegaan. Draai dat eerst terug.',
  'fields-changed': 'De gegevens van het gezin zijn daarna veranderd. Terugdraaien zou dat weggooien.',
  'members-used': 'Over iemand die meekwam, is daarna iets vastgelegd of veranderd. Terugdraaien zou dat weggooien.',
} as const;
export type UndoObstacle = keyof typeof WHY_NOT;

export const undoRefused = (obstacle: UndoObstacle): DomainError => new DomainError(`merge.${obstacle}`, WHY_NOT[obstacle], { kind: 'conflict' });

const DEFAULT_DAYS = 30;

/** `merge.undoDays` of the municipality's settings: how long a merge can be undone, 1 to 365 days (ours: 30). */
export function mergeUndoDays(settings: unknown): number {
  const days = (settings as { merge?: { undoDays?: unknown } } | null)?.merge?.undoDays;
  return typeof days === 'number' && Number.isInteger(days) && days >= 1 && days <= 365 ? days : DEFAULT_DAYS;
}

/** The last day on which it can be undone. */
export const undoUntil = (today: LocalDate, days: number): LocalDate => addDays(today, days);
