import { type FieldProblem, type LocalDate, needs } from '#kernel';
import { isLifeDomain, type LifeDomain } from '#households/domain';

export interface ScaleStep {
  /** 1 is the hardest; the last one: it goes well without help. */
  readonly step: number;
  readonly label: string;
  readonly description: string;
}

/** One version of a municipality's way to say how things go. What was measured keeps the version it was measured with. */
export interface ScoreScale {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly validFrom: LocalDate;
  readonly steps: readonly ScaleStep[];
  readonly domains: readonly LifeDomain[];
  /** For each step of the version before it the step here that says the same; null: the two can't be compared. */
  readonly mapsPrevious: readonly number[] | null;
}

export type NewScale = Pick<ScoreScale, 'name' | 'validFrom' | 'domains' | 'mapsPrevious'> & { readonly steps: readonly Omit<ScaleStep, 'step'>[] };

export const FEWEST_STEPS = 3;
export const MOST_STEPS = 10;

/** The version that holds on this day; undefined before there was one. */
export const scaleOn = (scales: readonly ScoreScale[], day: LocalDate): ScoreScale | undefined =>
  scales.filter(({ validFrom }) => validFrom <= day).reduce<ScoreScale | undefined>((last, one) => (last && last.version > one.version ? last : one), undefined);

const unique = (values: readonly string[]): boolean => new Set(values.map((value) => value.trim().toLowerCase())).size === values.length;

const mapProblems = (maps: readonly number[] | null, steps: number, before: ScoreScale): readonly FieldProblem[] => {
  if (maps === null) return [];
  const known = maps.every((step) => Number.isInteger(step) && step >= 1 && step <= steps);
  return [
    ...needs(maps.length === before.steps.length && known, 'mapsPrevious', 'Geef bij elke stap van de oude schaal de stap van de nieuwe schaal, of laat dit leeg.'),
    // A better step that becomes a worse one would turn a family's progress around.
    ...needs(maps.every((step, at) => at === 0 || step >= (maps[at - 1] ?? 0)), 'mapsPrevious', 'Een betere stap kan niet een slechtere stap worden.'),
  ];
};

/** Every problem of a next version. It starts today or later and after the one before it, so that no measurement changes its scale. */
export const scaleProblems = (scale: NewScale, before: ScoreScale, today: LocalDate): readonly FieldProblem[] => [
  ...needs(scale.validFrom >= today, 'validFrom', 'Een nieuwe schaal kan vandaag ingaan of later.'),
  ...needs(scale.validFrom > before.validFrom, 'validFrom', 'De nieuwe schaal gaat in na de vorige.'),
  ...needs(scale.steps.length >= FEWEST_STEPS && scale.steps.length <= MOST_STEPS, 'steps', `Een schaal heeft ${FEWEST_STEPS} tot ${MOST_STEPS} stappen.`),
  ...needs(unique(scale.steps.map(({ label }) => label)), 'steps', 'Elke stap heeft een eigen naam.'),
  ...needs(scale.domains.length > 0 && scale.domains.every(isLifeDomain), 'domains', 'Kies minstens één leefgebied.'),
  ...mapProblems(scale.mapsPrevious, scale.steps.length, before),
];
