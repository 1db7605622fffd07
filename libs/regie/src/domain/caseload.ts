import type { LocalDate } from '#kernel';

/** The band a team agreed on. There is no national norm (domain.md). */
export interface CaseloadBand {
  readonly bandMin: number;
  readonly bandMax: number;
}

/** Where a number of households stands against the band. It warns; the team lead decides. */
export function caseloadLevel(caseload: number, { bandMin, bandMax }: CaseloadBand): 'below' | 'within' | 'full' | 'above' {
  if (caseload > bandMax) return 'above';
  if (caseload === bandMax) return 'full';
  return caseload < bandMin ? 'below' : 'within';
}

export interface Absence {
  readonly from: LocalDate;
  /** Last day of the absence. */
  readonly until: LocalDate;
  readonly substituteId: string;
}

/** Who acts today: the substitute during a planned absence, otherwise the regisseur. Nothing is transferred. */
export function whoActs(regisseurId: string, absences: readonly Absence[], today: LocalDate): string {
  return absences.find(({ from, until }) => from <= today && today <= until)?.substituteId ?? regisseurId;
}
